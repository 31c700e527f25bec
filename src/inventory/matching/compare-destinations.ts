/** Where a copy goes, against where it may go. */
import type { MirrorDestination, MirrorSession } from '../../facts/mirror-session.ts'
import { interfaceKey } from '../../kit/interface-name.ts'
import type { ApprovalDifference } from '../approval-match.ts'
import { withProvider } from '../resolving/name-keys.ts'
import type { ApprovedDestination } from '../schema/permission.ts'
import type { Approval } from '../schema.ts'
import { isWithin, resourcesBehind } from './collectors.ts'
import { matchesPattern } from './pattern.ts'

/** Every destination must be of the approved kind and be one of the approved ends; the difference names those that are not. */
export function compareDestinations(
  { destinations: approved, destinationKind }: Approval,
  session: MirrorSession,
  collectors: readonly (readonly string[])[],
): readonly ApprovalDifference[] {
  const beyond = session.destinations.filter(
    (end, index) =>
      (destinationKind !== undefined && end[destinationKind] === undefined) ||
      approved?.some((allowed) => isAllowed(allowed, { end, session, collectors: collectors[index] ?? [] })) === false,
  )
  if (beyond.length === 0) return []
  const wanted = approved?.map(showApproved).join(', ') || (approved === undefined ? `any ${destinationKind}` : 'none')
  return [{ dimension: 'destination', approved: wanted, found: beyond.map(showDestination).join(', ') }]
}

/** `198.51.100.9`, `GigabitEthernet1/0/48`, `VLAN 901`, `tmt-0123`, `flash:capture.pcap`. */
export function showDestination({ ip, interface: port, vlan, resource, file }: MirrorDestination): string {
  return ip ?? port ?? (vlan === undefined ? (resource ?? file ?? 'unknown') : `VLAN ${vlan}`)
}

/** An approved end as a person reads it: a collector by name, `account 555566667777`, else the end itself. */
export function showApproved({ collector, account, ...end }: ApprovedDestination): string {
  return collector ?? (account === undefined ? showDestination(end) : `account ${account}`)
}

/** Whether a record says that this account owns the cloud target of the session. */
function isOwnedBy({ details }: MirrorSession, account: string): boolean {
  return details?.targetOwner !== undefined && withProvider(details.targetOwner) === withProvider(account)
}

interface Ending {
  readonly end: MirrorDestination
  readonly session: MirrorSession
  /** The collectors that the end is. */
  readonly collectors: readonly string[]
}

function isAllowed(allowed: ApprovedDestination, { end, session, collectors }: Ending): boolean {
  if (allowed.collector !== undefined) return collectors.includes(allowed.collector)
  if (allowed.ip !== undefined) return end.ip !== undefined && isWithin(allowed.ip, end.ip)
  if (allowed.interface !== undefined)
    return end.interface !== undefined && interfaceKey(allowed.interface) === interfaceKey(end.interface)
  if (allowed.vlan !== undefined) return allowed.vlan === end.vlan
  const { resource, file, account } = allowed
  if (account !== undefined) return isOwnedBy(session, account)
  if (resource !== undefined)
    return resourcesBehind(end, session).some((known) => matchesPattern(resource.toLowerCase(), known.toLowerCase()))
  return file !== undefined && end.file !== undefined && matchesPattern(file, end.file)
}
