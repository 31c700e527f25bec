/** Observed sessions → proposed approvals, printed or written. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Assessment } from '../../engine/contract.ts'
import { proposeBaseline } from '../../inventory/baseline.ts'
import { type ScanOptions, scanPaths } from '../scan.ts'
import { baselineExists } from './errors.ts'

/** The proposal, what must be looked into first, and the files written. */
export interface BaselineResult {
  readonly proposal: string
  readonly review: string | null
  readonly written: readonly string[]
}

/** Proposes approvals for every session that is there and not approved yet. Never overwrites a file: throws `TW_BASELINE_EXISTS`. */
export async function proposeFromEvidence(
  options: ScanOptions & { readonly out?: string | undefined },
): Promise<BaselineResult> {
  const { assessment, evidence } = await scanPaths(options)
  const { proposal, review } = proposeBaseline(observedSessions(assessment), evidence.inventory)
  const files = [
    { name: 'proposal.yaml', text: proposal },
    ...(review === undefined ? [] : [{ name: 'review.yaml', text: review }]),
  ]
  const written = options.out === undefined ? [] : writeAll(options.out, files)
  return { proposal, review: review ?? null, written }
}

function observedSessions({ timelines }: Assessment): Parameters<typeof proposeBaseline>[0] {
  return timelines.subjects.flatMap(({ subject, setups }) =>
    setups
      .filter(({ key, status }) => key.setupClass === 'mirror' && status !== 'ended')
      .flatMap(({ key, platform, episodes, asOf }) => {
        const episode = episodes.at(-1)
        const session = episode?.states.at(-1)?.session
        if (session === undefined) return []
        const seen = {
          ...(episode?.from === undefined ? {} : { firstSeen: episode.from }),
          ...(asOf === undefined ? {} : { lastSeen: asOf }),
        }
        return [{ subject, platform, session, address: key.address, ...seen }]
      }),
  )
}

function writeAll(
  folder: string,
  files: readonly { readonly name: string; readonly text: string }[],
): readonly string[] {
  const paths = files.map(({ name, text }) => ({ path: join(folder, name), text }))
  for (const { path } of paths) if (existsSync(path)) throw baselineExists(path)
  mkdirSync(folder, { recursive: true })
  for (const { path, text } of paths) writeFileSync(path, text)
  return paths.map(({ path }) => path)
}
