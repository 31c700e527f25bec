/** Features of interfaces: addresses, policy routes, ports whose frames are carried elsewhere. */
import type { FeatureLine, SaidFeature } from './feature-line.ts'
import { addressWithPrefix } from './prefix.ts'

/** Reads a line of an interface's block; undefined where it says nothing of these. */
export function readPortFeature({ line: { text }, port, blocks, routeMaps }: FeatureLine): SaidFeature | undefined {
  if (port === undefined) return undefined
  const ip = addressWithPrefix(text)
  if (ip !== undefined) return { feature: 'address', name: port, values: { ip } }
  const map = /^ip(?:v6)? policy route-map (\S{1,128})$/i.exec(text)?.[1]
  if (map !== undefined)
    return { feature: 'policy-route', name: map, values: { interface: port, ...routeMaps.get(map.toLowerCase()) } }
  const by = /^(?:xconnect|l2transport|mpls l2transport route) \S.{0,120}$/i.exec(text)?.[0]
  if (by !== undefined) return { feature: 'carried-port', name: port, values: { by } }
  return readOverlayPort(text, port, blocks)
}

/** An access port of a VLAN that a VXLAN carries. @source NX-OS and EOS: `vn-segment`, `vxlan vlan … vni` */
function readOverlayPort(text: string, port: string, blocks: FeatureLine['blocks']): SaidFeature | undefined {
  const vlan = /^switchport access vlan (\d{1,4})$/i.exec(text)?.[1]
  if (vlan === undefined) return undefined
  const segment = (blocks.get(`vlan ${vlan}`) ?? [])
    .map((line) => /^vn-segment (\d{1,8})$/i.exec(line.text)?.[1])
    .find(Boolean)
  return segment === undefined ? undefined : { feature: 'carried-port', name: port, values: { by: `vxlan ${segment}` } }
}
