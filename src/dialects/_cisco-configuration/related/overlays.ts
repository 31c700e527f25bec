/** The VXLAN ends of a device's own fabric: what leaves them is the fabric's traffic, not a copy. */
import type { ObservedFeature } from '../../../facts/fact.ts'
import { interfaceOf } from '../document/device.ts'
import type { ConfigLine } from '../text/config-text.ts'
import type { FeatureRules } from './feature-line.ts'
import { addressWithPrefix } from './prefix.ts'

/** What one line of an overlay's block names: ports it sends from, or far ends. */
interface NamedEnds {
  readonly line: ConfigLine
  readonly names: readonly string[]
}

/** One overlay interface. */
interface Overlay {
  readonly sources: NamedEnds[]
  readonly peers: NamedEnds[]
  /** It finds further ends by itself: by EVPN, a multicast group or a controller. */
  learns: boolean
}

/** Far ends × own addresses that one configuration may name. */
const MAX_ENDS = 4096

/** @source Cisco NX-OS and IOS-XE: `interface nve1`; EOS: `interface Vxlan1` */
const HEAD = /^interface ((?:nve|vxlan) ?\d{1,3})$/i
/** @source NX-OS: `source-interface L [anycast L]`, `multisite border-gateway interface L`; EOS: `vxlan [mlag] source-interface L` */
const SOURCE =
  /^(?:vxlan (?:mlag )?)?source-interface (\S{1,64})(?: anycast (\S{1,64}))?|^multisite border-gateway interface (\S{1,64})/i
/** @source NX-OS: `peer-ip A`; IOS-XE: `[member vni N] ingress-replication A …`; EOS: `vxlan [vlan V] flood vtep [add] A …` */
const PEERS =
  /^(?:peer-ip|(?:member vni \S{1,32} )?ingress-replication|vxlan (?:vlan \S{1,255} )?flood vtep(?: add)?) (.{2,2000})$/i
/** @source NX-OS and IOS-XE: `host-reachability protocol bgp`, `mcast-group`; EOS: `vxlan multicast-group`, `vxlan controller-client` */
const LEARNS = /host-reachability protocol|mcast-group|multicast-group|replication protocol bgp|controller-client/i
const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}$|^[\da-f]{0,4}:[\da-f:]{1,40}$/i

/**
 * Overlay features: one for each address that an overlay sends from, and one for each far end that is written down. Where all far ends
 * are, there is none without `peer`.
 *
 * `source-interface loopback1` in `interface nve1` → overlay `nve1` `{ source: '192.0.2.11', encapsulation: 'vxlan' }`; the port's name where
 * it has no address in the same configuration.
 */
export function readOverlays(
  commands: readonly ConfigLine[],
  { portName, redact }: Pick<FeatureRules, 'portName' | 'redact'>,
): readonly ObservedFeature[] {
  const overlays = collectOverlays(commands)
  if (overlays.size === 0) return []
  const addresses = collectAddresses(commands, portName)
  const found: ObservedFeature[] = []
  for (const [name, { sources, peers, learns }] of overlays) {
    const own = sources.flatMap(({ line, names }) =>
      names.flatMap((port) => (addresses.get(portName(port) ?? port) ?? [port]).map((source) => ({ line, source }))),
    )
    const add = ({ line, source, peer }: { line: ConfigLine; source: string; peer?: string }): void => {
      if (found.length >= MAX_ENDS) return
      const values = { source, encapsulation: 'vxlan', ...(peer === undefined ? {} : { peer }) }
      found.push({ feature: 'overlay', name, values, line: line.number, text: redact(line.written) })
    }
    if (learns || peers.length === 0) own.forEach(add)
    for (const { line, names } of peers)
      for (const peer of names) for (const { source } of own) add({ line, source, peer })
  }
  return found
}

function collectOverlays(commands: readonly ConfigLine[]): ReadonlyMap<string, Overlay> {
  const overlays = new Map<string, Overlay>()
  // EOS says beside its overlay that BGP finds the far ends.
  const learns = commands.some(({ text }) => text === 'address-family evpn')
  for (const line of commands) {
    const name = overlayOf(line)
    if (name === undefined) continue
    const overlay = overlays.get(name) ?? { sources: [], peers: [], learns }
    overlays.set(name, overlay)
    const ports = (SOURCE.exec(line.text) ?? []).slice(1).filter((port) => port !== undefined)
    if (ports.length > 0) overlay.sources.push({ line, names: ports })
    const ends = (PEERS.exec(line.text)?.[1] ?? '').split(/\s+/).filter((word) => ADDRESS.test(word))
    if (ends.length > 0) overlay.peers.push({ line, names: ends })
    overlay.learns ||= LEARNS.test(line.text)
  }
  return overlays
}

/** The overlay in whose block a line stands, at most two blocks deep. */
function overlayOf({ parent }: ConfigLine): string | undefined {
  const heads = [parent, parent?.parent, parent?.parent?.parent]
  return heads.map((head) => HEAD.exec(head?.text ?? '')?.[1]).find((name) => name !== undefined)
}

/** Every address of each port, as a configuration prints the port. */
function collectAddresses(
  commands: readonly ConfigLine[],
  portName: FeatureRules['portName'],
): ReadonlyMap<string, readonly string[]> {
  const addresses = new Map<string, string[]>()
  for (const line of commands) {
    const written = interfaceOf(line)
    const ip = written === undefined ? undefined : addressWithPrefix(line.text)?.split('/')[0]
    if (written === undefined || ip === undefined) continue
    const port = portName(written) ?? written
    const known = addresses.get(port)
    if (known === undefined) addresses.set(port, [ip])
    else known.push(ip)
  }
  return addresses
}
