/** What a session is and how it travels, against what was approved. */
import type { MirrorSession, SessionAddress } from '../../facts/mirror-session.ts'
import type { ApprovalDifference } from '../approval-match.ts'
import type { Approval } from '../schema.ts'
import { matchesPattern } from './pattern.ts'

type Carrier = NonNullable<Approval['carrier']>

/** Name or id of the session, where the approval gives one. */
export function compareName(
  { session: approved }: Approval,
  { name }: MirrorSession,
  { id }: SessionAddress,
): readonly ApprovalDifference[] {
  if (approved === undefined || matchesPattern(approved, name) || matchesPattern(approved, id)) return []
  return [{ dimension: 'session', approved, found: name }]
}

/** The approved filter must be the one on the session: without it, more is copied than was approved. */
export function compareFilter(
  { filter: approved }: Approval,
  { filter, details }: MirrorSession,
): readonly ApprovalDifference[] {
  if (approved === undefined || approved === filter || approved === details?.filterId) return []
  return [{ dimension: 'filter', approved, found: filter ?? details?.filterId ?? 'none' }]
}

/** One of the ways the copy travels must be the approved one. */
export function compareCarrier({ carrier: approved }: Approval, session: MirrorSession): readonly ApprovalDifference[] {
  const carriers = carriersOf(session)
  if (approved === undefined || carriers.includes(approved)) return []
  return [{ dimension: 'carrier', approved, found: carriers.join(', ') || 'unknown' }]
}

/** How the copy travels. A cloud mirror is both `cloud` and what its platform wraps it in; `[]` when the wrapping is not known. */
export function carriersOf({ kind, destinations, details }: MirrorSession): readonly Carrier[] {
  if (kind === 'capture') return ['capture']
  if (kind === 'local') return ['local']
  if (kind === 'remote-vlan') return ['rspan']
  const cloud: readonly Carrier[] = destinations.some((end) => end.resource !== undefined) ? ['cloud'] : []
  const erspan = details?.erspanId !== undefined || details?.terminatesAt !== undefined
  const wrappings = destinations.flatMap(({ encapsulation = '' }) => wrappingOf(encapsulation))
  return [...new Set([...cloud, ...(wrappings.length === 0 && erspan ? ['erspan' as const] : wrappings)])]
}

/** `erspan`, `erspan-ii`, `gre`, `vxlan` as dialects write them. */
function wrappingOf(encapsulation: string): readonly Carrier[] {
  const known: readonly Carrier[] = ['erspan', 'gre', 'vxlan']
  return known.filter((carrier) => encapsulation.toLowerCase().startsWith(carrier))
}
