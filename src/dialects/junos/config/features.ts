/** What stands beside mirrors and decides what they mean or where a copy travels: addresses, tunnels, routes, translations, carriers. */
import type { ObservedFeature } from '../../../facts/fact.ts'
import { filtersOf } from '../mirrors/filters.ts'
import { tunnelOf } from '../mirrors/tunnels.ts'
import { redact } from '../redact.ts'
import { activeChildren, linesOf, namesOf, readValue } from '../tree/values.ts'
import { type ConfigView, findActive } from '../tree/view.ts'
import { ownAddresses } from './device-facts.ts'
import type { FoundFeature as Found } from './found-feature.ts'
import { readFlowExporters, readOverlays } from './wire-features.ts'

/** More than a large device has; bounds what a hostile file can make us say. */
const MAX_FEATURES = 4096
const MAX_TEXT_LENGTH = 400

/** Reads the features of a configuration, at most 4096, each with the first line that says it. */
export function readFeatures(view: ConfigView, lines: readonly string[]): readonly ObservedFeature[] {
  const addresses = ownAddresses(view).map(({ port, written, lines: [line] }) =>
    toFeature({ feature: 'address', name: port, values: { ip: written } }, line),
  )
  const found = [
    ...readTunnels(view),
    ...readOverlays(view),
    ...readFlowExporters(view),
    ...readPolicyRoutes(view),
    ...readStaticRoutes(view),
    ...readTranslations(view),
    ...readCarriedPorts(view),
    ...readServers(view),
    ...readRelease(view),
  ].map((found) => toFeature(found, linesOf(found.at)[0]))
  return [...addresses, ...found].slice(0, MAX_FEATURES).flatMap((feature) => withText(feature, lines))
}

function toFeature(
  { feature, name, values }: Omit<Found, 'at'>,
  line: number | undefined,
): Omit<ObservedFeature, 'text' | 'line'> & { readonly line: number | undefined } {
  const known = Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]))
  return { feature, name, values: Object.fromEntries(known), line }
}

function withText(feature: ReturnType<typeof toFeature>, lines: readonly string[]): readonly ObservedFeature[] {
  const { line } = feature
  if (line === undefined) return []
  return [
    {
      ...feature,
      line,
      text: redact(lines[line - 1] ?? '')
        .trim()
        .slice(0, MAX_TEXT_LENGTH),
    },
  ]
}

function readTunnels(view: ConfigView): readonly Found[] {
  return activeChildren(view, 'interfaces').flatMap((port) =>
    activeChildren(port, 'unit').flatMap((unit): readonly Found[] => {
      const name = `${port.word}.${unit.word}`
      const tunnel = tunnelOf(view, name)
      if (tunnel === undefined) return []
      const { source, destination, mode } = tunnel
      return [
        { feature: 'tunnel', name, values: { source, destination, mode }, at: findActive(unit, 'tunnel') ?? unit },
      ]
    }),
  )
}

/** Filter-based forwarding. @source Junos firewall filter `then {routing-instance R | next-interface I | next-ip A}` */
function readPolicyRoutes(view: ConfigView): readonly Found[] {
  const leading = filtersOf(view).flatMap(({ filter }) =>
    activeChildren(filter, 'term').flatMap((term) => {
      const then = findActive(term, 'then')
      const instance = readValue(then, 'routing-instance')
      const through = readValue(then, 'next-interface') ?? readValue(then, 'routing-instance', 'next-interface')
      const nextHop = readValue(then, 'next-ip') ?? (instance === undefined ? undefined : defaultHop(view, instance))
      return through === undefined && nextHop === undefined
        ? []
        : [{ filter: filter.word, then, values: { nextHop, through } }]
    }),
  )
  if (leading.length === 0) return []
  return activeChildren(view, 'interfaces').flatMap((port) =>
    activeChildren(port, 'unit').flatMap((unit) =>
      activeChildren(unit, 'family').flatMap((family) => {
        const bound = ['input', 'input-list'].flatMap((word) => namesOf(family, 'filter', word))
        return leading
          .filter(({ filter }) => bound.includes(filter))
          .map(({ filter, then, values }): Found => {
            const name = `${port.word}.${unit.word}`
            return { feature: 'policy-route', name: filter, values: { interface: name, ...values }, at: then }
          })
      }),
    ),
  )
}

function defaultHop(view: ConfigView, instance: string): string | undefined {
  const options = findActive(view, 'routing-instances', instance, 'routing-options', 'static', 'route')
  return readValue(options, '0.0.0.0/0', 'next-hop') ?? readValue(options, '::/0', 'next-hop')
}

/** @source Junos `routing-options [rib R] static route P {next-hop A | qualified-next-hop A | next-table T}` */
function readStaticRoutes(view: ConfigView): readonly Found[] {
  const tables = [
    { vrf: undefined, at: view },
    ...activeChildren(view, 'routing-instances').map((instance) => ({ vrf: instance.word, at: instance })),
  ]
  return tables.flatMap(({ vrf, at }) => {
    const options = findActive(at, 'routing-options')
    const holders = [
      findActive(options, 'static'),
      ...activeChildren(options, 'rib').map((rib) => findActive(rib, 'static')),
    ]
    return holders.flatMap((holder) =>
      activeChildren(holder, 'route').flatMap((route) => routeHops(route).map((hop) => staticRoute(route, hop, vrf))),
    )
  })
}

function routeHops(route: ConfigView): readonly string[] {
  return ['next-hop', 'qualified-next-hop'].flatMap((word) => namesOf(route, word))
}

/** A next hop that is an interface is what the route goes through. */
function staticRoute(route: ConfigView, hop: string, vrf: string | undefined): Found {
  const isAddress = /^[\d.]+$|:/.test(hop)
  const values = { nextHop: isAddress ? hop : undefined, through: isAddress ? undefined : hop, vrf }
  return { feature: 'static-route', name: route.word, values, at: route }
}

/** @source Junos `security nat {static|destination|source} rule-set S rule R`, `pool P address A`; `services nat rule R term T` */
function readTranslations(view: ConfigView): readonly Found[] {
  const nat = findActive(view, 'security', 'nat')
  return ['static', 'destination', 'source'].flatMap((kind) =>
    activeChildren(nat, kind, 'rule-set').flatMap((set) =>
      activeChildren(set, 'rule').flatMap((rule): readonly Found[] => {
        const matched = kind === 'source' ? 'source-address' : 'destination-address'
        const from = readValue(rule, 'match', matched)
        const to = translatedTo(findActive(nat, kind), rule, kind)
        if (from === undefined || to === undefined) return []
        return [{ feature: 'translation', name: `${set.word} ${rule.word}`, values: { from, to }, at: rule }]
      }),
    ),
  )
}

function translatedTo(nat: ConfigView | undefined, rule: ConfigView, kind: string): string | undefined {
  const then = findActive(rule, 'then', `${kind}-nat`)
  const pool = readValue(then, 'pool')
  if (pool === undefined) return readValue(then, 'prefix')
  return readValue(nat, 'pool', pool, 'address') ?? `pool ${pool}`
}

/** @source Junos `protocols l2circuit neighbor A interface I virtual-circuit-id N`; `routing-instances R instance-type {vpls|evpn|…} interface I` */
function readCarriedPorts(view: ConfigView): readonly Found[] {
  const circuits = activeChildren(view, 'protocols', 'l2circuit', 'neighbor').flatMap((neighbor) =>
    activeChildren(neighbor, 'interface').map((port): Found => {
      const circuit = readValue(port, 'virtual-circuit-id')
      const by = ['l2circuit', neighbor.word, circuit].filter(Boolean).join(' ')
      return { feature: 'carried-port', name: port.word, values: { by }, at: port }
    }),
  )
  const overlays = activeChildren(view, 'routing-instances').flatMap((instance) => {
    const type = readValue(instance, 'instance-type') ?? ''
    if (!/^(?:vpls|evpn|l2vpn|evpn-vpws|mac-vrf|virtual-switch)$/.test(type)) return []
    return activeChildren(instance, 'interface').map((port): Found => {
      return { feature: 'carried-port', name: port.word, values: { by: `${type} ${instance.word}` }, at: port }
    })
  })
  return [...circuits, ...overlays]
}

/** @source Junos `system {tacplus-server|radius-server} A`, `access radius-server A` */
function readServers(view: ConfigView): readonly Found[] {
  return [
    { protocol: 'tacacs', servers: activeChildren(view, 'system', 'tacplus-server') },
    { protocol: 'radius', servers: activeChildren(view, 'system', 'radius-server') },
    { protocol: 'radius', servers: activeChildren(view, 'access', 'radius-server') },
  ].flatMap(({ protocol, servers }) =>
    servers.map((at): Found => ({ feature: 'aaa-server', name: at.word, values: { address: at.word, protocol }, at })),
  )
}

/** The release that wrote the configuration is the image that runs. */
function readRelease(view: ConfigView): readonly Found[] {
  const image = readValue(view, 'version')
  return image === undefined
    ? []
    : [{ feature: 'boot-image', name: 'version', values: { image }, at: findActive(view, 'version') }]
}
