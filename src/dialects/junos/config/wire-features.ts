/** What a device puts on the wire that is no copy, however it looks there: its own fabric and the records of its flows. */
import { activeChildren, readValue } from '../tree/values.ts'
import { type ConfigView, findActive } from '../tree/view.ts'
import { ownAddresses } from './device-facts.ts'
import type { FoundFeature } from './found-feature.ts'

/** Far ends that one overlay may name. */
const MAX_PEERS = 512

/**
 * The VXLAN ends of the default switch and of routing instances, one for each address they send from; one for each far end
 * where all of them are written down.
 *
 * @source Junos `{switch-options | routing-instances R} vtep-source-interface lo0.0`, `remote-vtep-list`, `vlans V vxlan
 * static-remote-vtep-list`; `protocols evpn encapsulation vxlan` finds them by BGP, `vxlan multicast-group` by flooding
 */
export function readOverlays(view: ConfigView): readonly FoundFeature[] {
  const holders = [
    { name: 'switch-options', switching: findActive(view, 'switch-options'), around: view },
    ...activeChildren(view, 'routing-instances').map((at) => ({ name: at.word, switching: at, around: at })),
  ]
  return holders.flatMap(({ name, switching, around }) => {
    const port = readValue(switching, 'vtep-source-interface')
    if (switching === undefined || port === undefined) return []
    const ends = farEnds(switching, around)
    const at = findActive(switching, 'vtep-source-interface')
    return addressesOf(view, port).flatMap((source): readonly FoundFeature[] => {
      const overlay = { feature: 'overlay', name, at } as const
      const values = { source, encapsulation: 'vxlan' }
      return ends.length === 0
        ? [{ ...overlay, values }]
        : ends.map(({ peer, said }) => ({ ...overlay, values: { ...values, peer }, at: said }))
    })
  })
}

/** Empty where others are found without being written down. */
function farEnds(
  switching: ConfigView,
  around: ConfigView,
): readonly { readonly peer: string; readonly said: ConfigView }[] {
  const vlans = [...activeChildren(around, 'vlans'), ...activeChildren(around, 'bridge-domains')]
  const learns =
    findActive(around, 'protocols', 'evpn') !== undefined ||
    vlans.some((vlan) => findActive(vlan, 'vxlan', 'multicast-group') !== undefined)
  if (learns) return []
  const said = [
    ...activeChildren(switching, 'remote-vtep-list'),
    ...vlans.flatMap((vlan) => activeChildren(vlan, 'vxlan', 'static-remote-vtep-list')),
  ]
  const byPeer = new Map(said.map((end) => [end.word, end]))
  return [...byPeer].slice(0, MAX_PEERS).map(([peer, end]) => ({ peer, said: end }))
}

/** The addresses of a unit, which is 0 where left out; its name where it has none here. */
function addressesOf(view: ConfigView, port: string): readonly string[] {
  const unit = port.includes('.') ? port : `${port}.0`
  const own = ownAddresses(view).flatMap((each) => (each.port === unit ? each.address : []))
  return own.length === 0 ? [port] : own
}

/**
 * Where records of flows are sent: sampled ones, those of inline monitoring, and sFlow.
 *
 * @source Junos `forwarding-options sampling [instance I] [family F] output flow-server A port P`; `protocols sflow collector A
 * udp-port P`; `services inline-monitoring instance I collector C {destination-address A; destination-port P}`
 */
export function readFlowExporters(view: ConfigView): readonly FoundFeature[] {
  return [...readFlowServers(view), ...readSflow(view), ...readInlineMonitoring(view)]
}

function readFlowServers(view: ConfigView): readonly FoundFeature[] {
  const sampling = findActive(view, 'forwarding-options', 'sampling')
  const instances = [sampling, ...activeChildren(sampling, 'instance')]
  return instances.flatMap((instance) =>
    [instance, ...activeChildren(instance, 'family')].flatMap((holder) =>
      activeChildren(holder, 'output', 'flow-server').map((at): FoundFeature => {
        const name = instance === sampling ? 'sampling' : (instance?.word ?? 'sampling')
        return { feature: 'flow-exporter', name, values: { destination: at.word, port: readValue(at, 'port') }, at }
      }),
    ),
  )
}

function readSflow(view: ConfigView): readonly FoundFeature[] {
  return activeChildren(view, 'protocols', 'sflow', 'collector').map((at): FoundFeature => {
    return {
      feature: 'flow-exporter',
      name: 'sflow',
      values: { destination: at.word, port: readValue(at, 'udp-port') },
      at,
    }
  })
}

function readInlineMonitoring(view: ConfigView): readonly FoundFeature[] {
  return activeChildren(view, 'services', 'inline-monitoring', 'instance').flatMap((instance) =>
    activeChildren(instance, 'collector').flatMap((at): readonly FoundFeature[] => {
      const [destination, port] = [readValue(at, 'destination-address'), readValue(at, 'destination-port')]
      if (destination === undefined) return []
      return [{ feature: 'flow-exporter', name: instance.word, values: { destination, port }, at }]
    }),
  )
}
