/** Features of interfaces: addresses, tunnels, policy routes, ports whose frames are carried elsewhere. */

import type { FeatureLine, FeatureRules, SaidFeature } from './feature-line.ts'
import { addressWithPrefix } from './prefix.ts'

/** Reads a line of an interface's block, or the head of a tunnel; undefined where it says nothing of these. */
export function readPortFeature(line: FeatureLine, portName: FeatureRules['portName']): SaidFeature | undefined {
  return readTunnel(line, portName) ?? (line.port === undefined ? undefined : readInBlock(line, line.port))
}

function readInBlock({ line: { text }, blocks, routeMaps }: FeatureLine, port: string): SaidFeature | undefined {
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

/** The head of a tunnel's block stands for all of it. */
function readTunnel({ line, body }: FeatureLine, portName: FeatureRules['portName']): SaidFeature | undefined {
  const written = /^interface (Tu\S{0,32} ?\d{1,10})$/i.exec(line.text)?.[1]
  const name = written === undefined ? undefined : portName(written)
  if (name === undefined) return undefined
  const values = ['source', 'destination', 'mode'].flatMap((member) => {
    const prefix = `tunnel ${member} `
    const said = body.find(({ text }) => text.toLowerCase().startsWith(prefix))
    return said === undefined ? [] : [[member, said.text.slice(prefix.length, 128)] as const]
  })
  return { feature: 'tunnel', name, values: Object.fromEntries(values) }
}
