/** Features outside interfaces: static routes, translations, AAA servers, boot images. */
import type { FeatureLine, SaidFeature } from './feature-line.ts'
import { prefixLength } from './prefix.ts'

/** Reads one line that is not in an interface's block; undefined where it says nothing of these. */
export function readGlobalFeature(line: FeatureLine): SaidFeature | undefined {
  const { text } = line.line
  return readRoute(line) ?? readTranslation(text) ?? readServer(line) ?? readImage(text)
}

/**
 * `ip route 0.0.0.0/0 192.0.2.1`, `ip route vrf MGMT 198.51.100.0 255.255.255.0 Tunnel1 192.0.2.9`, or without its VRF in the
 * block of `vrf context MGMT`. What follows the next hop (distance, tag, name) is left out.
 */
function readRoute({ line }: FeatureLine): SaidFeature | undefined {
  const block = /^vrf (?:context|definition|instance) (\S{1,64})$/i.exec(line.parent?.text ?? '')?.[1]
  if (line.parent !== undefined && block === undefined) return undefined
  const [, named, rest] = /^ip(?:v6)? route (?:vrf (\S{1,64}) )?(\S.{0,400})$/i.exec(line.text) ?? []
  if (rest === undefined) return undefined
  const [network = '', mask = '', ...others] = rest.split(/\s+/)
  const isMasked = !network.includes('/') && /^\d[\d.]*$/.test(mask)
  const way = readWay(isMasked ? others : [mask, ...others])
  if (Object.keys(way).length === 0) return undefined
  const name = isMasked ? `${network}/${prefixLength(mask)}` : network
  return { feature: 'static-route', name, values: { ...way, ...vrfMember(named ?? block) } }
}

const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}$|^[\da-f]*:[\da-f:]+$/i
const PORT = /^[A-Za-z].*\d/

/** The first two words: `Tunnel1 192.0.2.9`, one of them, or neither. */
function readWay([first = '', second = '']: readonly string[]): Readonly<Record<string, string>> {
  const words = [first, second]
  const nextHop = words.find((word) => ADDRESS.test(word))
  const through = words.find((word) => word !== nextHop && PORT.test(word))
  return { ...(nextHop === undefined ? {} : { nextHop }), ...(through === undefined ? {} : { through }) }
}

function vrfMember(vrf: string | undefined): Readonly<Record<string, string>> {
  return vrf === undefined ? {} : { vrf }
}

/** `ip nat inside source static 192.0.2.9 203.0.113.9`: what is sent to the one arrives at the other. */
function readTranslation(text: string): SaidFeature | undefined {
  const [, side, from, to] =
    /^ip nat (inside|outside) source static (?:(?:tcp|udp) )?([\d.]{7,15})(?: \d{1,5})? ([\d.]{7,15})/i.exec(text) ?? []
  if (side === undefined || from === undefined || to === undefined) return undefined
  return { feature: 'translation', name: `${side} ${from}`, values: { from, to } }
}

/** `tacacs-server host 192.0.2.9 key …`, and in the block of `tacacs server ISE-1` its address. */
function readServer({ line: { text, parent } }: FeatureLine): SaidFeature | undefined {
  const [, protocol, host] = /^(tacacs|radius)-server host (\S{1,253})/i.exec(text) ?? []
  if (protocol !== undefined && host !== undefined) return server(host, protocol, host)
  const [, kind, name] = /^(tacacs|radius) server (\S{1,64})$/i.exec(parent?.text ?? '') ?? []
  const address = /^address (?:ipv4|ipv6) ([\da-f.:]{2,45})/i.exec(text)?.[1]
  return kind === undefined || name === undefined || address === undefined ? undefined : server(name, kind, address)
}

function server(name: string, protocol: string, address: string): SaidFeature {
  return { feature: 'aaa-server', name, values: { address, protocol: protocol.toLowerCase() } }
}

/** @source `boot nxos`, `boot kickstart` and `boot system` of NX-OS and IOS: what starts next time */
function readImage(text: string): SaidFeature | undefined {
  const [, name, image] = /^boot (nxos|kickstart|system)(?: flash)? (\S{1,200})/i.exec(text) ?? []
  if (name === undefined || image === undefined) return undefined
  return { feature: 'boot-image', name: name.toLowerCase(), values: { image } }
}
