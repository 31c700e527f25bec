/** Tunnels of interfaces, with the far ends that a multipoint tunnel is told of. */
import type { ConfigLine } from '../text/config-text.ts'
import type { FeatureLine, FeatureRules, SaidFeature, TunnelEnds } from './feature-line.ts'

/** `tunnel source Loopback0`, `tunnel source interface Loopback0` (EOS), `tunnel mode gre multipoint` */
const END = /^tunnel (source|destination|mode) (?:interface )?(\S.{0,127})$/i
/** The physical address behind a tunnel's: `ip nhrp map 10.0.0.1 198.51.100.1`, `… map multicast A`, `ip nhrp nhs N nbma A` */
const BEHIND = /^ip(?:v6)? nhrp (?:map (?:multicast|\S{2,45})|nhs \S{2,45} nbma) ([\da-f.:]{2,45})(?: |$)/i

/** The ends that each block names, by its head; of a line said twice the first counts. */
export function readTunnelEnds(commands: readonly ConfigLine[]): ReadonlyMap<ConfigLine | undefined, TunnelEnds> {
  const tunnels = new Map<ConfigLine | undefined, TunnelEnds>()
  for (const { text, parent } of commands) {
    const [, member, value] = parent === undefined ? [] : (END.exec(text) ?? [])
    if (member !== undefined) tunnels.set(parent, { [member.toLowerCase()]: value, ...tunnels.get(parent) })
  }
  return tunnels
}

/**
 * The head of a tunnel's block stands for all of it; each peer that a multipoint tunnel is told of is a tunnel to it.
 *
 * @source Cisco IOS Interface and IP Addressing command references: `interface Tunnel`, `ip nhrp map`, `ip nhrp nhs`
 * @source Cisco NX-OS and IOS-XE OTV guides: `otv join-interface`; an overlay sends from that port
 */
export function readTunnel(
  { line, port, tunnels }: FeatureLine,
  portName: FeatureRules['portName'],
): SaidFeature | undefined {
  const written = /^interface (Tu\S{0,32} ?\d{1,10})$/i.exec(line.text)?.[1]
  if (written !== undefined) return tunnel(portName(written) ?? written, tunnels.get(line) ?? {})
  if (port === undefined) return undefined
  const joined = /^otv join-interface (\S{1,64})$/i.exec(line.text)?.[1]
  if (joined !== undefined) return tunnel(port, { source: portName(joined) ?? joined, mode: 'otv' })
  const destination = BEHIND.exec(line.text)?.[1]
  return destination === undefined ? undefined : tunnel(port, { ...tunnels.get(line.parent), destination })
}

function tunnel(name: string, { source, destination, mode }: TunnelEnds): SaidFeature {
  const values = {
    ...(source === undefined ? {} : { source }),
    ...(destination === undefined ? {} : { destination }),
    ...(mode === undefined ? {} : { mode }),
  }
  return { feature: 'tunnel', name, values }
}
