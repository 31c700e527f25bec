/** Which collector of the inventory a destination is. */
import type { MirrorDestination, MirrorSession } from '../../facts/mirror-session.ts'
import { interfaceKey } from '../../kit/interface-name.ts'
import { networkContains, parseNetwork } from '../../kit/ip-network.ts'
import type { Inventory } from '../inventory.ts'
import type { Collector } from '../schema.ts'
import type { Subject } from '../subject.ts'
import { isDeviceName } from './scope.ts'

/** For each destination of a session the names of the collectors that it is: several where their networks overlap. */
export function collectorsOf(
  session: MirrorSession,
  subject: Subject,
  { collectors }: Inventory,
): readonly (readonly string[])[] {
  const near = collectors.filter(({ realm }) => realm === subject.realm)
  return session.destinations.map((end) =>
    near.filter((collector) => isCollector(collector, { end, session, subject })).map(({ name }) => name),
  )
}

interface Ending {
  readonly end: MirrorDestination
  readonly session: MirrorSession
  readonly subject: Subject
}

/** Whether a destination is this very collector: by address, port, RSPAN VLAN in its layer-2 domain, or cloud resource. */
function isCollector({ addresses, ports, vlans, resources }: Collector, { end, session, subject }: Ending): boolean {
  const { ip, vlan, interface: port } = end
  if (ip !== undefined) return addresses.some((text) => isWithin(text, ip))
  if (port !== undefined)
    return ports.some(
      (known) => isDeviceName(subject, known.device) && interfaceKey(known.interface) === interfaceKey(port),
    )
  if (vlan !== undefined)
    return vlans.some(
      (known) =>
        known.vlan === vlan && (known.layer2Domain === undefined || known.layer2Domain === layer2DomainOf(subject)),
    )
  const listed = new Set(resources.map((resource) => resource.toLowerCase()))
  return resourcesBehind(end, session).some((resource) => listed.has(resource.toLowerCase()))
}

/** Whether an address lies in a network written as text. */
export function isWithin(networkText: string, address: string): boolean {
  const network = parseNetwork(networkText)
  return network !== undefined && networkContains(network, address)
}

/** The target of a cloud mirror, and the interface or load balancer behind it. */
export function resourcesBehind({ resource }: MirrorDestination, { details }: MirrorSession): readonly string[] {
  return resource === undefined ? [] : [resource, details?.targetResource].filter((known) => known !== undefined)
}

function layer2DomainOf({ device }: Subject): string | undefined {
  return device?.layer2Domain ?? device?.site
}
