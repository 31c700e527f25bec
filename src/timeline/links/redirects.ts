/**
 * Traffic that is led away instead of copied: a policy route into a tunnel. Read from the features of a snapshot, so that a
 * redirect has a life like any mirror: a set-up whose source is the port, whose destination is the tunnel's far end.
 */
import type { ObservedFeature, ObservedSession, SnapshotFact } from '../../facts/fact.ts'
import { networkContains, parseNetwork } from '../../kit/ip-network.ts'
import { featuresOf } from '../configurations.ts'

/** The namespace of redirects among session addresses. */
export const REDIRECT_NAMESPACE = 'policy-redirect'

/** The snapshot with its redirects among its sessions; the same object where there are none and could be none. */
export function withRedirects(snapshot: SnapshotFact): SnapshotFact {
  if (snapshot.features === undefined) return snapshot
  const tunnels = featuresOf({ features: snapshot.features }, 'tunnel')
  const redirects = featuresOf({ features: snapshot.features }, 'policy-route').flatMap((route) =>
    redirectOf(route, tunnels, snapshot),
  )
  const namespaces = [...snapshot.scope.namespaces, REDIRECT_NAMESPACE]
  return { ...snapshot, scope: { ...snapshot.scope, namespaces }, sessions: [...snapshot.sessions, ...redirects] }
}

function redirectOf(
  route: ObservedFeature,
  tunnels: readonly ObservedFeature[],
  { scope, features = [] }: SnapshotFact,
): readonly ObservedSession[] {
  const through = route.values['through'] ?? interfaceTowards(route.values['nextHop'], features)
  const tunnel = tunnels.find(({ name }) => name === through)
  const destination = tunnel?.values['destination']
  const port = route.values['interface']
  if (tunnel === undefined || destination === undefined || port === undefined) return []
  const encapsulation = tunnel.values['mode'] ?? 'gre'
  return [
    {
      address: { scope: scope.scope, namespace: REDIRECT_NAMESPACE, id: port },
      session: {
        name: port,
        kind: 'encapsulated',
        sources: [{ interface: port, direction: 'rx' }],
        destinations: [{ ip: destination, encapsulation }],
        enabled: true,
        ...(route.name === port ? {} : { filter: route.name }),
      },
      lines: [route, tunnel].map(({ line, text }) => ({ line, text })),
    },
  ]
}

/** The interface in whose network a next hop is. */
function interfaceTowards(nextHop: string | undefined, features: readonly ObservedFeature[]): string | undefined {
  if (nextHop === undefined) return undefined
  return featuresOf({ features }, 'address').find(({ values }) => {
    const network = parseNetwork(values['ip'] ?? '')
    return network !== undefined && networkContains(network, nextHop)
  })?.name
}
