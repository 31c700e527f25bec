/** How bad both ends of a copy are: the rows and columns of the severity table, with the words that say why. */
import type { MirrorDestination, MirrorSession, MirrorSource } from '../facts/mirror-session.ts'
import { canonicalInterfaceName, interfaceKey } from '../kit/interface-name.ts'
import { isInternalAddress } from '../kit/ip-network.ts'
import type { ApprovalMatch } from './approval-match.ts'
import type { Inventory } from './inventory.ts'
import { isWithin } from './matching/collectors.ts'
import { showSource } from './matching/compare-sources.ts'
import { ownerOf } from './matching/target-owner.ts'
import { withProvider } from './resolving/name-keys.ts'
import type { DeviceInterface } from './schema/estate.ts'
import type { ApprovedDestination } from './schema/permission.ts'
import type { Sensitivity } from './schema.ts'
import type { Subject } from './subject.ts'

/**
 * D0 approved · D1 known collector or approved partner, wrong scope · D2 unknown local port, file on the box, container · D3 unlisted internal
 * address, RSPAN VLAN, target of an own account · D4 foreign account or external address.
 */
export type DestinationClass = 'D0' | 'D1' | 'D2' | 'D3' | 'D4'

/** S1 normal · S2 sensitive · S3 AAA, management, peering. */
export type SourceClass = 'S1' | 'S2' | 'S3'

/** A class and the clause that says why. `{ class: 'D4', because: '203.0.113.66 is an external address' }`. */
export interface Classified<Class extends string> {
  readonly class: Class
  readonly because: string
}

/** A session, whose it is, and what the approvals say of it. */
export interface MatchedSession {
  readonly session: MirrorSession
  readonly subject: Subject
  readonly match: ApprovalMatch
}

/** The worst destination counts; of equals the first. Without any destination a session is D2: the next command may name a port. */
export function classifyDestination(matched: MatchedSession, inventory: Inventory): Classified<DestinationClass> {
  const { session, match } = matched
  if (match.approvedBy !== undefined) return { class: 'D0', because: `approval ${match.approvedBy.id} allows it` }
  const ends = session.destinations.map((end, index) => classifyEnd(end, index, { ...matched, inventory }))
  return worst(ends) ?? { class: 'D2', because: 'no destination is known' }
}

/**
 * The most sensitive source counts; of equals the first. A port has its own sensitivity where the inventory gives one, to it or
 * to its bundle; else, like a VLAN or a session without sources, that of its device or account.
 */
export function classifySource(session: MirrorSession, subject: Subject): Classified<SourceClass> {
  const whole: Classified<SourceClass> = bySensitivity(sensitivityOf(subject), subject.id)
  return worst(session.sources.map((source) => classifyPort(source, subject) ?? whole)) ?? whole
}

interface EndContext extends MatchedSession {
  readonly inventory: Inventory
}

function classifyEnd(end: MirrorDestination, index: number, context: EndContext): Classified<DestinationClass> {
  const collector = context.match.collectors[index]
  if (collector !== undefined) return { class: 'D1', because: `collector ${collector}, but no approval for this copy` }
  const approved = approvedElsewhere(context.match)
  if (approved !== undefined)
    return { class: 'D1', because: `the destination of approval ${approved}, which does not allow this copy` }
  if (end.ip !== undefined) return classifyAddress(end.ip, context.inventory)
  if (end.resource !== undefined) return classifyTarget(end.resource, context)
  if (end.vlan !== undefined) return { class: 'D3', because: `RSPAN VLAN ${end.vlan} is no known collector` }
  return { class: 'D2', because: describeLocalEnd(end) }
}

/** The nearest approval, where it names destinations and these are among them: the copy is wrong in another dimension. */
function approvedElsewhere({ nearest }: ApprovalMatch): string | undefined {
  if (nearest?.approval.destinations === undefined) return undefined
  return nearest.differences.some(({ dimension }) => dimension === 'destination') ? undefined : nearest.approval.id
}

function classifyAddress(ip: string, { tuning, devices }: Inventory): Classified<DestinationClass> {
  if (tuning.MirrorDestinationCIDR?.some((network) => isWithin(network, ip)) === true)
    return { class: 'D3', because: `${ip} is an unlisted address inside MirrorDestinationCIDR` }
  const device = devices.find(({ addresses }) => addresses.some((address) => isWithin(address, ip)))
  if (device !== undefined) return { class: 'D3', because: `${ip} is ${device.name}, which is no known collector` }
  return isInternalAddress(ip)
    ? { class: 'D3', because: `${ip} is an unlisted internal address` }
    : { class: 'D4', because: `${ip} is an external address` }
}

function classifyTarget(resource: string, context: EndContext): Classified<DestinationClass> {
  const owner = ownerOf(context.session, context.subject, context.inventory)
  if (owner === undefined) return { class: 'D3', because: `no record names the owner of ${resource}` }
  const { account, ownership } = owner
  if (ownership === 'own')
    return { class: 'D3', because: `${resource} is an unlisted target of the own account ${account}` }
  const naming = ownership === 'partner' ? approvalNaming(account, context.inventory) : undefined
  if (naming !== undefined)
    return { class: 'D1', because: `approval ${naming} names the partner account ${account}, but not for this copy` }
  return { class: 'D4', because: `${resource} belongs to the ${FOREIGN[ownership](account)}` }
}

const FOREIGN = {
  partner: (account: string) => `partner account ${account}, which no approval names`,
  unknown: (account: string) => `foreign account ${account}, which the inventory calls neither own nor partner`,
} as const

/** Approvals of any scope: they make the end known, not the copy allowed. Unreviewed entries make nothing known. */
function approvalNaming(account: string, { approvals }: Inventory): string | undefined {
  const names = ({ account: named = '' }: ApprovedDestination): boolean => withProvider(named) === withProvider(account)
  return approvals.find(({ reviewed, destinations }) => reviewed && destinations?.some(names) === true)?.id
}

function describeLocalEnd({ file, interface: port = 'the destination' }: MirrorDestination): string {
  if (file !== undefined) return `${file} is a file on the device`
  if (port.toLowerCase() === 'cpu') return 'the copy goes to the CPU of the device'
  if (canonicalInterfaceName(port)?.startsWith('AppGigabitEthernet') === true)
    return `${port} leads to a container on the device`
  return `${port} is a local port that is no known collector`
}

const CLASS_OF: Readonly<Record<Sensitivity, SourceClass>> = { normal: 'S1', sensitive: 'S2', critical: 'S3' }

function bySensitivity(sensitivity: Sensitivity, name: string): Classified<SourceClass> {
  return { class: CLASS_OF[sensitivity], because: `${name} is of ${sensitivity} sensitivity` }
}

function sensitivityOf({ device, account }: Subject): Sensitivity {
  return device?.sensitivity ?? account?.sensitivity ?? 'normal'
}

/** By what the inventory says of the port itself and of the bundle it is in, or the ports that are in it; undefined for nothing. */
function classifyPort(source: MirrorSource, { device }: Subject): Classified<SourceClass> | undefined {
  if (source.interface === undefined) return undefined
  const key = interfaceKey(source.interface)
  const ports = device?.interfaces ?? []
  const own = ports.find(({ name }) => interfaceKey(name) === key)
  const related = ports.filter(
    (port) => port === own || hasMember(port, key) || (own !== undefined && hasMember(own, interfaceKey(port.name))),
  )
  const name = showSource(source)
  return worst(
    related.flatMap(({ sensitivity }) => (sensitivity === undefined ? [] : [bySensitivity(sensitivity, name)])),
  )
}

function hasMember({ members }: DeviceInterface, key: string): boolean {
  return members.some((member) => interfaceKey(member) === key)
}

/** Class names sort by what they mean. */
function worst<Class extends string>(found: readonly Classified<Class>[]): Classified<Class> | undefined {
  const [first, ...others] = found
  return first === undefined ? undefined : others.reduce((most, next) => (next.class > most.class ? next : most), first)
}
