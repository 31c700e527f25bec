/** `output { … }` of analyzers and port mirroring: where the copy goes. */
import type { MirrorDestination, MirrorDetails } from '../../../facts/mirror-session.ts'
import { canonicalAddress } from '../../../kit/ip-network.ts'
import { activeChildren, namesOf, readValue } from '../tree/values.ts'
import { type ConfigView, findActive } from '../tree/view.ts'
import { type Names, vlanEnd } from './names.ts'
import { tunnelOf } from './tunnels.ts'

/** Destinations, what is said beside them, what the names among them stand for, and the lines that resolve them. */
export interface MirrorOutput {
  readonly destinations: readonly MirrorDestination[]
  readonly details: MirrorDetails
  readonly references: Readonly<Record<string, readonly string[]>>
}

/** What outputs are resolved with: the context around the session. */
export interface OutputContext {
  readonly view: ConfigView
  readonly names: Names
}

const ADDRESS_WORDS = ['ip-address', 'ipv6-address'] as const
const VLAN_WORDS = ['vlan', 'rspan-egress', 'rspan-egress-vlan-id'] as const

/**
 * Reads an `output` statement: `interface X [next-hop A]`, `ip-address A`, `next-hop-group G`, `vlan V`, `bridge-domain B`,
 * `file F`, and the same inside `routing-instance R`. Of an analyzer's outputs Junos takes one; all that stand there are given.
 *
 * @source Junos YANG 24.4R1, forwarding-options/analyzer/output and forwarding-options/port-mirroring/family/output
 */
export function readOutput(output: ConfigView | undefined, context: OutputContext): MirrorOutput {
  if (output === undefined || output.inactiveHere) return { destinations: [], details: {}, references: {} }
  const groups = namesOf(output, 'next-hop-group').map((name) => readNextHopGroup(name, context))
  const [instance] = activeChildren(output, 'routing-instance')
  const inside = instance && readOutput(instance, context)
  const file = readValue(output, 'file', 'filename') ?? readValue(output, 'file')
  return {
    destinations: [
      ...activeChildren(output, 'interface').flatMap((port) => interfaceEnds(port, context)),
      ...ADDRESS_WORDS.flatMap((word) => namesOf(output, word)).map(addressEnd),
      ...groups.flatMap(({ destinations }) => destinations),
      ...VLAN_WORDS.flatMap((word) => namesOf(output, word)).map((name) => vlanEnd(name, context.names)),
      ...namesOf(output, 'bridge-domain').map((name) => ({ resource: `bridge-domain ${name}` })),
      ...(file === undefined ? [] : [{ file }]),
      ...(inside?.destinations ?? []),
    ],
    details: { ...inside?.details, ...(instance === undefined ? {} : { vrf: instance.word }) },
    references: Object.assign({}, inside?.references, ...groups.map(({ references }) => references)),
  }
}

function addressEnd(address: string): MirrorDestination {
  return { ip: canonicalAddress(address) ?? address, encapsulation: 'gre' }
}

/** A tunnel's far end is where the copy goes; a `next-hop` beside a plain port is only whom the frames are addressed to. */
function interfaceEnds(port: ConfigView, { view }: OutputContext): readonly MirrorDestination[] {
  const tunnel = tunnelOf(view, port.word)
  if (tunnel !== undefined) return [{ interface: port.word, ip: tunnel.destination, encapsulation: tunnel.mode }]
  const hops = namesOf(port, 'next-hop')
  return hops.length === 0 ? [{ interface: port.word }] : hops.map((ip) => ({ interface: port.word, ip }))
}

/** @source Junos YANG, forwarding-options/next-hop-group: `interface X next-hop A`, `next-hop-subgroup S interface X` */
function readNextHopGroup(name: string, context: OutputContext): MirrorOutput {
  const group = findActive(context.view, 'forwarding-options', 'next-hop-group', name)
  if (group === undefined)
    return { destinations: [{ resource: `next-hop-group ${name}` }], details: {}, references: {} }
  const holders = [group, ...activeChildren(group, 'next-hop-subgroup')]
  const destinations = holders.flatMap((holder) =>
    activeChildren(holder, 'interface').flatMap((port) => interfaceEnds(port, context)),
  )
  const said = destinations.map((end) => [end.interface, end.ip].filter(Boolean).join(' '))
  return { destinations, details: {}, references: { [`next-hop-group ${name}`]: said } }
}
