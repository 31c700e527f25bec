/** Which approval comes near a session that none allows, in words. */
import type { ApprovalDimension, ApprovalMatch } from './approval-match.ts'

type Nearest = NonNullable<ApprovalMatch['nearest']>

/** An approval of other ends that differs in more dimensions speaks of another copy: naming it would lead its reader astray. */
const MAX_DIMENSIONS = 2

const OTHER: Readonly<Record<ApprovalDimension, string>> = {
  sources: 'other sources',
  direction: 'other direction',
  destination: 'other destination',
  carrier: 'other carrier',
  filter: 'other filter',
  session: 'other session',
  count: 'too many sessions',
  duration: 'too long',
  time: 'other time',
}

/** The nearest approval of a match, if it comes near. */
export function nearOf({ nearest }: ApprovalMatch): Nearest | undefined {
  return nearest !== undefined && comesNear(nearest) ? nearest : undefined
}

/** How a session differs in one dimension: `other destination`, `too long`. */
export function sayDimension(dimension: ApprovalDimension): string {
  return OTHER[dimension]
}

/** ` (nearest: APR-12, other destination)`, ` (no approval comes near)`; nothing where no approval covers the subject. */
export function sayNearest(nearest: Nearest | undefined): string {
  if (nearest === undefined) return ''
  if (!comesNear(nearest)) return ' (no approval comes near)'
  const others = new Set(nearest.differences.map(({ dimension }) => OTHER[dimension]))
  return ` (nearest: ${[nearest.approval.id, ...others].join(', ')})`
}

/** Whether the approval that differs least can be named: it differs in little, or the copy goes where it allows and only exceeds it. */
function comesNear({ differences }: Nearest): boolean {
  const dimensions = new Set(differences.map(({ dimension }) => dimension))
  return dimensions.size <= MAX_DIMENSIONS || !(dimensions.has('destination') || dimensions.has('session'))
}
