/** What an EOS configuration shows beside mirrors: addresses, tunnels, routes, translations, carried ports, AAA servers, image. */
import type { ObservedFeature } from '../../../facts/fact.ts'
import { parseIntegerRanges } from '../../../kit/integer-ranges.ts'
import { interfaceOf } from '../../_cisco-configuration/document/device.ts'
import type { ConfigLine, ConfigText } from '../../_cisco-configuration/text/config-text.ts'
import { expandInterfaces } from '../grammar/interfaces.ts'
import { redact } from '../redact.ts'

/** More would make a snapshot larger than its configuration is worth. */
const MAX_FEATURES = 5000
/** A patch joins two. */
const MAX_CONNECTORS = 8

type Found = Pick<ObservedFeature, 'feature' | 'name' | 'values'>

/** Reads the features of one configuration, in the order of their lines. Never throws. */
export function readFeatures(config: ConfigText): readonly ObservedFeature[] {
  const { commands } = config
  const carried = carriedVlans(commands)
  const found = [
    ...readBootImage(config),
    ...commands.flatMap((line) =>
      [...readLine(line), ...readCarriedPort(line, carried)].map((feature) => at(line, feature)),
    ),
    ...readTunnels(commands),
    ...readPolicyRoutes(commands),
    ...readPatches(commands),
  ]
  return found.sort((a, b) => a.line - b.line).slice(0, MAX_FEATURES)
}

function at({ number, text }: Pick<ConfigLine, 'number' | 'text'>, feature: Found): ObservedFeature {
  return { ...feature, line: number, text: redact(text) }
}

/** `! boot system flash:/EOS-4.31.2F.swi`: EOS prints the image it starts as a comment. */
function readBootImage({ lines }: ConfigText): readonly ObservedFeature[] {
  return lines.flatMap((text, index) => {
    const image = /^(?:! )?boot system (\S{1,255})/.exec(text)?.[1]
    if (image === undefined) return []
    return [at({ number: index + 1, text }, { feature: 'boot-image', name: 'boot system', values: { image } })]
  })
}

/** Features that one line says by itself. */
function readLine(line: ConfigLine): readonly Found[] {
  return line.parent === undefined ? readTopLine(line.text) : readInterfaceLine(line)
}

/** @source EOS commands `ip route [vrf V] PREFIX {A | interface [A]}`, `tacacs-server host`, `radius-server host` */
function readTopLine(text: string): readonly Found[] {
  const [, vrf, prefix, way = '', beyond] =
    /^(?:ip|ipv6) route (?:vrf (\S{1,64}) )?([\da-f.:]{1,45}(?:\/\d{1,3}| \d{1,3}(?:\.\d{1,3}){3})) (\S{1,64})(?: ([\d.:a-f]{2,45}))?/i.exec(
      text,
    ) ?? []
  if (prefix !== undefined) return [staticRoute({ vrf, prefix, way, beyond })]
  const [, protocol, address] = /^(tacacs|radius)-server host (\S{1,253})/.exec(text) ?? []
  if (protocol === undefined || address === undefined) return []
  return [{ feature: 'aaa-server', name: address, values: { address, protocol } }]
}

function staticRoute(route: {
  readonly vrf: string | undefined
  readonly prefix: string
  readonly way: string
  readonly beyond: string | undefined
}): Found {
  const { vrf, prefix, way, beyond } = route
  const isAddress = /^[\da-f]{0,4}[.:]/i.test(way)
  const through = isAddress ? undefined : portOf(way)
  const nextHop = isAddress ? way : beyond
  const values = {
    ...(nextHop === undefined ? {} : { nextHop }),
    ...(through === undefined ? {} : { through }),
    ...(vrf === undefined ? {} : { vrf }),
  }
  return { feature: 'static-route', name: prefix, values }
}

/** @source EOS commands `ip address`, `ipv6 address`, `ip nat source | destination static A B` */
function readInterfaceLine(line: ConfigLine): readonly Found[] {
  const port = interfaceOf(line)
  if (port === undefined) return []
  const name = portOf(port)
  const ip = /^ip(?:v6)? address (?:virtual )?([\da-f.:]{2,45}\/\d{1,3})/i.exec(line.text)?.[1]
  if (ip !== undefined) return [{ feature: 'address', name, values: { ip: ip.toLowerCase() } }]
  const [, from, to] =
    /^ip nat (?:source|destination) static (\S{1,64}(?: \d{1,5})?) (\S{1,64}(?: \d{1,5})?)/i.exec(line.text) ?? []
  return from === undefined || to === undefined ? [] : [{ feature: 'translation', name, values: { from, to } }]
}

function portOf(written: string): string {
  return expandInterfaces(written).names[0] ?? written
}

/** `interface Tunnel7` with its source, destination and mode, at the line that says where it ends. */
function readTunnels(commands: readonly ConfigLine[]): readonly ObservedFeature[] {
  const blocks = blocksOf(commands, /^interface Tunnel ?\d/i)
  return blocks.flatMap(([head, lines]) => {
    const say = (word: string) =>
      lines.map(({ text }) => new RegExp(`^tunnel ${word} (\\S{1,128})`).exec(text)?.[1]).find(Boolean)
    const end = lines.find(({ text }) => text.startsWith('tunnel destination '))
    const said = (['source', 'destination', 'mode'] as const).map((word) => [word, say(word)] as const)
    const values = Object.fromEntries(said.flatMap(([word, value]) => (value === undefined ? [] : [[word, value]])))
    const name = portOf(head.text.replace(/^interface\s+/i, ''))
    return Object.keys(values).length === 0 ? [] : [at(end ?? head, { feature: 'tunnel', name, values })]
  })
}

/** Lines of each block whose head fits. */
function blocksOf(
  commands: readonly ConfigLine[],
  head: RegExp,
): readonly (readonly [head: ConfigLine, lines: readonly ConfigLine[]])[] {
  const lines = Map.groupBy(commands, ({ parent }) => parent)
  return commands.flatMap((line) => (head.test(line.text) ? [[line, lines.get(line) ?? []] as const] : []))
}

/** `service-policy type pbr input DIVERT` on a port, with the next hops that the policy sets. @source EOS policy-based routing */
function readPolicyRoutes(commands: readonly ConfigLine[]): readonly ObservedFeature[] {
  const hops = new Map<string, string[]>()
  for (const { text, parent } of commands) {
    const hop = /^set nexthop (?:recursive )?(\S{1,64})/.exec(text)?.[1]
    const policy = /^policy-map type pbr (\S{1,64})/.exec(parent?.parent?.text ?? parent?.text ?? '')?.[1]
    if (hop !== undefined && policy !== undefined) hops.set(policy, [...(hops.get(policy) ?? []), hop])
  }
  return commands.flatMap((line) => {
    const policy = /^service-policy type pbr input (\S{1,64})/.exec(line.text)?.[1]
    const port = interfaceOf(line)
    if (policy === undefined || port === undefined) return []
    return (hops.get(policy) ?? []).map((nextHop) =>
      at(line, { feature: 'policy-route', name: policy, values: { interface: portOf(port), nextHop } }),
    )
  })
}

/** VLANs that an overlay carries, with the line that says so. `vxlan vlan 150 vni 10150` */
function carriedVlans(commands: readonly ConfigLine[]): ReadonlyMap<number, string> {
  return new Map(
    commands.flatMap(({ text }) => {
      const list = /^vxlan vlan (?:add )?([\d,-]{1,255}) vni /.exec(text)?.[1]
      return list === undefined ? [] : parseIntegerRanges(list).values.map((vlan) => [vlan, text] as const)
    }),
  )
}

/** An access port of a VLAN that an overlay carries. */
function readCarriedPort(line: ConfigLine, carried: ReadonlyMap<number, string>): readonly Found[] {
  const port = interfaceOf(line)
  const vlan = /^switchport access vlan (\d{1,4})$/.exec(line.text)?.[1]
  const by = carried.get(Number(vlan))
  if (port === undefined || vlan === undefined || by === undefined) return []
  return [{ feature: 'carried-port', name: portOf(port), values: { by } }]
}

/** `patch panel`, `patch TAP`, `connector 1 interface Ethernet5`, `connector 2 pseudowire …`: the port is carried by the others. */
function readPatches(commands: readonly ConfigLine[]): readonly ObservedFeature[] {
  return blocksOf(commands, /^patch (?!panel)\S/).flatMap(([, lines]) => {
    const connectors = lines.filter(({ text }) => /^connector \S/.test(text)).slice(0, MAX_CONNECTORS)
    return connectors.flatMap((line) => {
      const port = /^connector \S{1,64} interface (\S{1,64})/.exec(line.text)?.[1]
      const others = connectors.filter((other) => other !== line)
      if (port === undefined || others.length === 0) return []
      const by = others.map(({ text }) => text.replace(/^connector \S{1,64} /, '')).join(', ')
      return [at(line, { feature: 'carried-port', name: portOf(port), values: { by } })]
    })
  })
}
