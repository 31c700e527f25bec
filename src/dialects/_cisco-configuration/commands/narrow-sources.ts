/** What two forms of one session differ in, where that is only what they copy. */
import { isDeepStrictEqual } from 'node:util'
import type { MirrorSession, MirrorSource } from '../../../facts/mirror-session.ts'

/** Whether two sessions have the same ends and settings, so that they differ in sources, directions and filter at most. */
export function sameBesideSources(from: MirrorSession, to: MirrorSession): boolean {
  return isDeepStrictEqual(withoutContent(from), withoutContent(to))
}

function withoutContent(session: MirrorSession): MirrorSession {
  return { ...session, sources: [], filter: undefined }
}

/** Sources of `all`, each in the directions that `some` does not have: `both` against `rx` → `tx`. */
export function sourcesBeyond(some: readonly MirrorSource[], all: readonly MirrorSource[]): readonly MirrorSource[] {
  const byKey = new Map(some.map((source) => [keyOf(source), source]))
  return all.flatMap((source) => {
    const known = byKey.get(keyOf(source))
    if (known === undefined) return [source]
    if (known.direction === 'both' || known.direction === source.direction) return []
    return source.direction === 'both'
      ? [{ ...source, direction: known.direction === 'rx' ? 'tx' : 'rx' } as const]
      : [source]
  })
}

function keyOf({ interface: port, vlan }: MirrorSource): string {
  return JSON.stringify([port, vlan])
}
