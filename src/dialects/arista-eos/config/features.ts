/** What an EOS configuration shows beside mirrors that decides where a copy travels, and what the names in sessions stand for. */
import type { ObservedFeature, ObservedSession } from '../../../facts/fact.ts'
import { parseIntegerRanges } from '../../../kit/integer-ranges.ts'
import { interfaceOf } from '../../_cisco-configuration/document/device.ts'
import { type FeatureLine, readFeatures, type SaidFeature } from '../../_cisco-configuration/related/features.ts'
import { withReferences } from '../../_cisco-configuration/related/references.ts'
import type { ConfigLine, ConfigText } from '../../_cisco-configuration/text/config-text.ts'
import { expandInterfaces } from '../grammar/interfaces.ts'
import { redact } from '../redact.ts'

/** A patch joins two. */
const MAX_CONNECTORS = 8

/** What lines elsewhere in a configuration say of a port. */
interface Wiring {
  /** VLANs that an overlay carries, with the line that says so. */
  readonly overlays: ReadonlyMap<number, string>
  /** The first next hop of each policy. */
  readonly hops: ReadonlyMap<string, string>
  /** The connectors of each patch. */
  readonly patches: ReadonlyMap<ConfigLine | undefined, readonly ConfigLine[]>
}

/** Addresses, tunnels, routes, translations, carried ports, AAA servers and the image, in the order of their lines. Never throws. */
export function readEosFeatures({ commands, lines }: ConfigText): readonly ObservedFeature[] {
  const wiring: Wiring = {
    overlays: readOverlays(commands),
    hops: readNextHops(commands),
    patches: Map.groupBy(
      commands.filter(({ text }) => /^connector \S/.test(text)),
      ({ parent }) => parent,
    ),
  }
  const features = readFeatures(commands, { portName, redact, readOwn: (line) => readOwn(line, wiring) })
  return [...readBootImage(lines), ...features]
}

/** Sessions with what their access lists, bundles and VLANs stand for. */
export function withEosReferences(
  sessions: readonly ObservedSession[],
  commands: readonly ConfigLine[],
  bundles: Readonly<Record<string, readonly string[]>>,
): readonly ObservedSession[] {
  return withReferences(sessions, { commands, bundles, portName, filterNames })
}

function portName(written: string): string | undefined {
  return expandInterfaces(written).names[0]
}

/** `ip WEB; Ethernet18 mac TAP` → both lists. */
function filterNames(filter: string): readonly string[] {
  return filter.split('; ').flatMap((clause) => clause.split(' ').at(-1) ?? [])
}

/** `! boot system flash:/EOS-4.31.2F.swi`: EOS prints the image it starts as a comment. */
function readBootImage(lines: readonly string[]): readonly ObservedFeature[] {
  return lines.flatMap((text, index) => {
    const image = /^! boot system (\S{1,255})/.exec(text)?.[1]
    return image === undefined
      ? []
      : [{ feature: 'boot-image', name: 'system', values: { image }, line: index + 1, text } as const]
  })
}

/** Lines that only EOS writes so. */
function readOwn(line: FeatureLine, wiring: Wiring): SaidFeature | undefined {
  return line.port === undefined ? readConnector(line.line, wiring) : readPortLine(line.line.text, line.port, wiring)
}

/** @source EOS commands `ip address virtual`, `ip nat source static`, `service-policy type pbr`, `switchport access vlan` */
function readPortLine(text: string, port: string, { overlays, hops }: Wiring): SaidFeature | undefined {
  const ip = /^ip address virtual ([\d.]{7,15}\/\d{1,2})/.exec(text)?.[1]
  if (ip !== undefined) return { feature: 'address', name: port, values: { ip } }
  const [, from, to] = /^ip nat (?:source|destination) static ([\d.]{7,15})(?: \d{1,5})? ([\d.]{7,15})/.exec(text) ?? []
  if (from !== undefined && to !== undefined) return { feature: 'translation', name: port, values: { from, to } }
  const policy = /^service-policy type pbr input (\S{1,128})$/.exec(text)?.[1]
  const nextHop = policy === undefined ? undefined : hops.get(policy)
  if (policy !== undefined && nextHop !== undefined)
    return { feature: 'policy-route', name: policy, values: { interface: port, nextHop } }
  const by = overlays.get(Number(/^switchport access vlan (\d{1,4})$/.exec(text)?.[1]))
  return by === undefined ? undefined : { feature: 'carried-port', name: port, values: { by } }
}

/** `connector 1 interface Ethernet5` of a patch: the port is carried by what the other connector is. */
function readConnector(line: ConfigLine, { patches }: Wiring): SaidFeature | undefined {
  const written = /^connector \S{1,64} interface (\S{1,64})/.exec(line.text)?.[1]
  if (written === undefined) return undefined
  const others = (patches.get(line.parent) ?? []).slice(0, MAX_CONNECTORS).filter((other) => other !== line)
  if (others.length === 0) return undefined
  const by = others.map(({ text }) => text.replace(/^connector \S{1,64} /, '')).join(', ')
  return { feature: 'carried-port', name: portName(written) ?? written, values: { by } }
}

/** `vxlan vlan 150 vni 10150`, `vxlan vlan 10-12 vni 10010-10012` */
function readOverlays(commands: readonly ConfigLine[]): ReadonlyMap<number, string> {
  return new Map(
    commands.flatMap((line) => {
      const list = /^vxlan vlan (?:add )?([\d,-]{1,255}) vni /.exec(line.text)?.[1]
      if (list === undefined || interfaceOf(line) === undefined) return []
      return parseIntegerRanges(list).values.map((vlan) => [vlan, line.text] as const)
    }),
  )
}

/** `set nexthop 198.51.100.7` in a class of `policy-map type pbr DIVERT`. @source EOS policy-based routing */
function readNextHops(commands: readonly ConfigLine[]): ReadonlyMap<string, string> {
  const hops = new Map<string, string>()
  for (const { text, parent } of commands) {
    const hop = /^set nexthop (?:recursive )?([\da-f.:]{2,45})/.exec(text)?.[1]
    const head = parent?.parent?.text ?? parent?.text ?? ''
    const policy = /^policy-map type pbr (\S{1,128})$/.exec(head)?.[1]
    if (hop !== undefined && policy !== undefined && !hops.has(policy)) hops.set(policy, hop)
  }
  return hops
}
