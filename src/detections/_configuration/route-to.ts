/** By which way a configuration sends what goes to an address: the longest static route, else a connected network. */
import type { ObservedFeature } from '../../facts/fact.ts'
import { networkContains, parseNetwork } from '../../kit/ip-network.ts'
import type { ObservedConfiguration } from '../../timeline/subject-timeline.ts'
import { featuresIn } from './features-of-life.ts'

/** A way out: the next hop and, where the configuration shows it, the interface. */
export interface Route {
  readonly nextHop?: string | undefined
  readonly through?: string | undefined
}

/** The static route of a VRF (`''` for the global table) to an address; undefined where only a routing protocol knows. */
export function routeTo(
  address: string,
  configuration: Pick<ObservedConfiguration, 'features'>,
  vrf: string,
): Route | undefined {
  const routes = featuresIn(configuration, 'static-route')
    .filter(({ values }) => (values['vrf'] ?? '') === vrf)
    .flatMap((feature) => {
      const network = parseNetwork(feature.name)
      return network !== undefined && networkContains(network, address)
        ? [{ feature, length: network.prefixLength }]
        : []
    })
    .sort((a, b) => b.length - a.length)
  const [best] = routes
  if (best === undefined) return connectedTo(address, configuration)
  const { nextHop, through } = best.feature.values
  const out = through ?? (nextHop === undefined ? undefined : connectedTo(nextHop, configuration)?.through)
  return { ...(nextHop === undefined ? {} : { nextHop }), ...(out === undefined ? {} : { through: out }) }
}

/** The interface in whose network an address is, the narrowest of several. */
function connectedTo(address: string, configuration: Pick<ObservedConfiguration, 'features'>): Route | undefined {
  const found = featuresIn(configuration, 'address')
    .flatMap((feature: ObservedFeature) => {
      const network = parseNetwork(feature.values['ip'] ?? '')
      return network !== undefined && networkContains(network, address)
        ? [{ name: feature.name, length: network.prefixLength }]
        : []
    })
    .sort((a, b) => b.length - a.length)
  return found[0] === undefined ? undefined : { through: found[0].name }
}

/** `via 192.0.2.1 (Tunnel9)`, `Tunnel9`, `no static route`. */
export function sayRoute(route: Route | undefined): string {
  if (route === undefined) return 'no static route'
  const { nextHop, through } = route
  if (nextHop === undefined) return through ?? 'no static route'
  return through === undefined ? `via ${nextHop}` : `via ${nextHop} (${through})`
}
