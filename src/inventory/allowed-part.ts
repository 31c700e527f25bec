/** What of a session an approval allows, where the session only carries more than that. */
import type { MirrorSession, MirrorSource } from '../facts/mirror-session.ts'
import type { ApprovalDimension, ApprovalMatch } from './approval-match.ts'
import { allowedSources } from './matching/compare-sources.ts'
import type { Approval } from './schema.ts'

/** Differences that a narrower session of the same ends would not have. */
const NARROWABLE: ReadonlySet<ApprovalDimension> = new Set(['sources', 'direction', 'filter'])

/**
 * The same session with the approved sources, direction and filter alone; undefined where it differs in anything else, or
 * where nothing of it would be left. Sources `Te0/1/0`, `Te0/1/1` of which the approval names the first → `Te0/1/0`.
 */
export function allowedPart(
  session: MirrorSession,
  { approval, differences }: NonNullable<ApprovalMatch['nearest']>,
): MirrorSession | undefined {
  const isNarrowable = differences.length > 0 && differences.every(({ dimension }) => NARROWABLE.has(dimension))
  const sources = narrowSources(session.sources, approval)
  if (!isNarrowable || sources.length === 0) return undefined
  return { ...session, sources, ...approvedFilter(session, approval) }
}

function narrowSources(sources: readonly MirrorSource[], { sources: approved, direction }: Approval): MirrorSource[] {
  const allowed = approved === undefined ? sources : allowedSources(approved, sources)
  if (direction === undefined || direction === 'both') return [...allowed]
  return allowed
    .filter((source) => source.direction === direction || source.direction === 'both')
    .map((source) => ({ ...source, direction }))
}

/** Cloud sessions name their filter a second time, among the details. */
function approvedFilter({ details }: MirrorSession, { filter }: Approval): Pick<MirrorSession, 'filter' | 'details'> {
  if (filter === undefined) return {}
  return { filter, ...(details?.filterId === undefined ? {} : { details: { ...details, filterId: filter } }) }
}
