/** From the mirrors before a commit to those after it: one change for each session that differs, as edits. */
import { isDeepStrictEqual } from 'node:util'
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { MirrorDetails, MirrorSession, MirrorSource, SessionAddress } from '../../../facts/mirror-session.ts'
import { canonicalJson, type JsonValue } from '../../../kit/canonical-json.ts'
import type { FoundMirror } from '../mirrors/draft.ts'

/** What happened to one session, and the numbers of the commands that made it so. */
export interface ComparedMirror {
  readonly address: SessionAddress
  readonly name: string
  readonly edits: readonly MirrorEdit[]
  readonly lines: readonly number[]
}

/** Sessions that differ, in the order in which they stand. */
export function compareMirrors(
  before: readonly FoundMirror[],
  after: readonly FoundMirror[],
): readonly ComparedMirror[] {
  const old = byAddress(before)
  const now = byAddress(after)
  const keys = new Set([...old.keys(), ...now.keys()])
  return [...keys].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    const known = is ?? was
    const edits = editsBetween(was, is)
    if (known === undefined || edits.length === 0) return []
    const lines = [...new Set([...(was?.lines ?? []), ...(is?.lines ?? [])])].sort((a, b) => a - b)
    return [{ address: known.address, name: known.session.name, edits, lines }]
  })
}

function byAddress(mirrors: readonly FoundMirror[]): ReadonlyMap<string, FoundMirror> {
  return new Map(mirrors.map((mirror) => [Object.values(mirror.address).join('\u0000'), mirror]))
}

function editsBetween(was: FoundMirror | undefined, is: FoundMirror | undefined): readonly MirrorEdit[] {
  if (is === undefined) return was === undefined ? [] : removal(was)
  const { session } = is
  const before = was?.session
  const start: readonly MirrorEdit[] = before === undefined ? [definition(session)] : []
  return [
    ...start,
    ...sourceEdits(before?.sources ?? [], session.sources),
    ...destinationEdits(before, is),
    ...settings(before, session),
  ]
}

/** A filter that no longer copies leaves a session that is fed by nobody; what it is beside that, nobody said. */
function removal({ session, defined }: FoundMirror): readonly MirrorEdit[] {
  if (defined) return [{ do: 'remove' }]
  return [
    ...sourceEdits(session.sources, []),
    { do: 'set', enabled: false, enabledReason: 'unbound' },
    { do: 'clear', members: ['filter'] },
  ]
}

function definition({ name, enabled, enabledReason }: MirrorSession): MirrorEdit {
  const state = enabled === 'unknown' ? {} : { enabled, ...(enabledReason === undefined ? {} : { enabledReason }) }
  return { do: 'define', name, ...state }
}

function sourceEdits(was: readonly MirrorSource[], is: readonly MirrorSource[]): readonly MirrorEdit[] {
  const gone = beyond(was, is)
  const added = beyond(is, was)
  return [
    ...(gone.length === 0 ? [] : [{ do: 'drop-sources', sources: gone } as const]),
    ...(added.length === 0 ? [] : [{ do: 'add-sources', sources: added } as const]),
  ]
}

/** Ends that the others do not have. */
function beyond<T extends JsonValue>(ends: readonly T[], others: readonly T[]): T[] {
  const known = new Set(others.map(canonicalJson))
  return ends.filter((end) => !known.has(canonicalJson(end)))
}

/** An analyzer has one output: another takes its place, whatever nobody saw was there. */
function destinationEdits(before: MirrorSession | undefined, { address, session }: FoundMirror): readonly MirrorEdit[] {
  const was = before?.destinations ?? []
  const is = session.destinations
  if (isDeepStrictEqual(was, is)) return []
  const isSingle = address.namespace.endsWith('analyzer') && is.length > 0
  const gone = isSingle ? [] : beyond(was, is)
  const added = isSingle ? is : beyond(is, was)
  const edits: MirrorEdit[] = []
  if (isSingle || gone.length > 0) edits.push({ do: 'drop-destinations', destinations: gone })
  if (added.length > 0) edits.push({ do: 'add-destinations', destinations: [...added] })
  if (is.length > 0) edits.push({ do: 'set', kind: session.kind })
  return edits
}

function settings(before: MirrorSession | undefined, session: MirrorSession): readonly MirrorEdit[] {
  const edits: MirrorEdit[] = []
  const state = before === undefined ? undefined : stateChange(before, session)
  const filter = session.filter !== undefined && session.filter !== before?.filter ? { filter: session.filter } : {}
  const details = changedDetails(before?.details, session.details)
  const set = { ...state, ...filter, ...(Object.keys(details).length === 0 ? {} : { details }) }
  if (Object.keys(set).length > 0) edits.push({ do: 'set', ...set })
  const lost = Object.keys(before?.details ?? {}).filter((member) => !Object.hasOwn(session.details ?? {}, member))
  const cleared = [...(before?.filter !== undefined && session.filter === undefined ? ['filter'] : []), ...lost]
  if (cleared.length > 0) edits.push({ do: 'clear', members: cleared })
  return edits
}

/** What was switched on again is on, also where nobody saw the filter that feeds it; what lost its last known filter may be fed by others. */
function stateChange(
  before: MirrorSession,
  { enabled, enabledReason, sources }: MirrorSession,
): Pick<MirrorSession, 'enabled' | 'enabledReason'> | undefined {
  if (before.enabled === enabled && before.enabledReason === enabledReason) return undefined
  if (enabled === 'unknown' && before.enabled === false) return { enabled: true }
  if (enabled === 'unknown') return before.sources.length > 0 && sources.length === 0 ? { enabled } : undefined
  return { enabled, ...(enabledReason === undefined ? {} : { enabledReason }) }
}

function changedDetails(was: MirrorDetails = {}, is: MirrorDetails = {}): MirrorDetails {
  const known: Readonly<Record<string, unknown>> = was
  return Object.fromEntries(Object.entries(is).filter(([member, value]) => !isDeepStrictEqual(known[member], value)))
}
