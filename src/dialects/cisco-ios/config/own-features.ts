/** Features that only IOS writes so: pseudowires and overlays, dynamic translations, boot images of stacks, servers inside a group. */
import { canonicalInterfaceName } from '../../../kit/interface-name.ts'
import { interfaceOf } from '../../_cisco-configuration/document/device.ts'
import type { FeatureLine, SaidFeature } from '../../_cisco-configuration/related/features.ts'
import type { ConfigLine } from '../../_cisco-configuration/text/config-text.ts'

/** Reads what the shared rules do not know, or know otherwise. */
export function readOwnFeature(feature: FeatureLine): SaidFeature | undefined {
  const { line } = feature
  return (
    readBootImage(line.text) ??
    readTranslation(line.text) ??
    readPrivateServer(line) ??
    readLocalPolicy(feature) ??
    readServiceInstance(line) ??
    readMember(feature) ??
    readOverlayPort(feature)
  )
}

/** @source Cisco IOS command `boot system [switch {N | all}] [flash] URL`, `boot system tftp FILE A` */
function readBootImage(text: string): SaidFeature | undefined {
  const image = /^boot system (?:switch (?:all|\d{1,2}) )?(?:flash (?=\S))?(\S.{0,200})$/i.exec(text)?.[1]
  return image === undefined ? undefined : { feature: 'boot-image', name: 'system', values: { image } }
}

/** @source Cisco IOS command `ip nat inside source list 1 {interface X | pool P} [overload]` */
function readTranslation(text: string): SaidFeature | undefined {
  const [, side, from, to] =
    /^ip nat (inside|outside) (?:source|destination) ((?:list|route-map) \S{1,128}) ((?:interface|pool) \S{1,128})/i.exec(
      text,
    ) ?? []
  if (side === undefined || from === undefined || to === undefined) return undefined
  return { feature: 'translation', name: `${side} ${from}`, values: { from, to } }
}

/** A server that only one group knows. @source Cisco IOS command `server-private A … key K` in `aaa group server tacacs+ G` */
function readPrivateServer({ text, parent }: ConfigLine): SaidFeature | undefined {
  const protocol = /^aaa group server (tacacs|radius)/i.exec(parent?.text ?? '')?.[1]?.toLowerCase()
  const address = /^server-private ([\da-f.:]{2,45})/i.exec(text)?.[1]
  if (protocol === undefined || address === undefined) return undefined
  return { feature: 'aaa-server', name: address, values: { address, protocol } }
}

/** Packets of the device itself, its copies among them. @source Cisco IOS command `ip local policy route-map` */
function readLocalPolicy({ line, routeMaps }: FeatureLine): SaidFeature | undefined {
  const map = /^ip local policy route-map (\S{1,128})$/i.exec(line.text)?.[1]
  if (map === undefined) return undefined
  return { feature: 'policy-route', name: map, values: { interface: 'local', ...routeMaps.get(map.toLowerCase()) } }
}

/** @source Cisco IOS-XE Ethernet virtual circuits: `xconnect A ID encapsulation mpls` below `service instance N ethernet` */
function readServiceInstance({ text, parent }: ConfigLine): SaidFeature | undefined {
  if (parent === undefined || !/^service instance \d/i.test(parent.text)) return undefined
  const port = canonicalInterfaceName(interfaceOf(parent) ?? '')
  const by = /^xconnect \S.{0,120}$/i.exec(text)?.[0]
  return port === undefined || by === undefined ? undefined : carried(port, by)
}

/**
 * Ports that are members of a cross-connect or of a bridge domain with a VXLAN, by the member beside them.
 *
 * @source Cisco IOS-XE commands `l2vpn xconnect context`, `bridge-domain` with `member vni`
 */
function readMember({ line, blocks }: FeatureLine): SaidFeature | undefined {
  const head = /^(?:l2vpn xconnect context|bridge-domain) \S{1,64}$/i.exec(line.parent?.text ?? '')?.[0]
  const port = canonicalInterfaceName(/^member (\S{1,64})/i.exec(line.text)?.[1] ?? '')
  if (head === undefined || port === undefined || port.startsWith('pseudowire')) return undefined
  const others = startOf(blocks, head).flatMap(({ text }) => farMember(text))
  return others.length === 0 ? undefined : carried(port, `${head}: ${others.join(', ')}`)
}

/** `member 192.0.2.9 100 encapsulation mpls` → `192.0.2.9 100`, `member vni 10010` → `vxlan 10010`. */
function farMember(text: string): readonly string[] {
  const [, peer, vni, wire] =
    /^member (?:((?:\d{1,3}\.){3}\d{1,3} \d{1,10})|vni (\d{1,8})|(pseudowire\d{1,8}))/i.exec(text) ?? []
  const found = peer ?? wire ?? (vni === undefined ? undefined : `vxlan ${vni}`)
  return found === undefined ? [] : [found]
}

/** An access port of a VLAN that an overlay carries. @source Cisco IOS-XE EVPN VXLAN, `vlan configuration 10` / `member evpn-instance 1 vni 10010` */
function readOverlayPort({ line, port, blocks }: FeatureLine): SaidFeature | undefined {
  const vlan = port === undefined ? undefined : /^switchport access vlan (\d{1,4})$/i.exec(line.text)?.[1]
  if (port === undefined || vlan === undefined) return undefined
  const vni = startOf(blocks, `vlan configuration ${vlan}`)
    .map(({ text }) => /^member (?:evpn-instance \d{1,5} )?vni (\d{1,8})/i.exec(text)?.[1])
    .find(Boolean)
  return vni === undefined ? undefined : carried(port, `vxlan ${vni}`)
}

/** Far ends stand first in their block; more is looked at by nobody, as every member asks. */
const MAX_LINES = 64

function startOf(blocks: FeatureLine['blocks'], head: string): readonly ConfigLine[] {
  return (blocks.get(head.toLowerCase()) ?? []).slice(0, MAX_LINES)
}

function carried(port: string, by: string): SaidFeature {
  return { feature: 'carried-port', name: port, values: { by } }
}
