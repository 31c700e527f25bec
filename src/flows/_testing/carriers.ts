/** Encapsulations of copies, as their senders write them. */
import { concat, u8, u16, u32 } from './bytes.ts'
import { type Ends, ethernet, ip, tcp, udp } from './packets.ts'

export interface GreOptions {
  readonly type: number
  readonly key?: number
  readonly sequence?: number
}

/** @source RFC 2784, RFC 2890: bits K 0x2000, S 0x1000 */
export function gre(payload: Uint8Array, { type, key, sequence }: GreOptions): Uint8Array {
  const flags = (key === undefined ? 0 : 0x2000) | (sequence === undefined ? 0 : 0x1000)
  const optional = [key, sequence].flatMap((word) => (word === undefined ? [] : [u32(word)]))
  return concat(u16(flags, type), ...optional, payload)
}

/** Type I: no header of its own, no sequence number. @source draft-foschiano-erspan-03 section 4.1 */
export function erspan1(frame: Uint8Array): Uint8Array {
  return gre(frame, { type: 0x88be })
}

export interface ErspanOptions {
  readonly session: number
  readonly vlan?: number
  readonly sequence?: number
}

/** @source draft-foschiano-erspan-03 section 4.2: version 1, VLAN, session id, index */
export function erspan2(frame: Uint8Array, { session, vlan = 0, sequence = 1 }: ErspanOptions): Uint8Array {
  return gre(concat(u16(0x1000 | vlan, session), u32(0), frame), { type: 0x88be, sequence })
}

/** @source draft-foschiano-erspan-03 section 4.3: version 2, VLAN, session id, timestamp, flags */
export function erspan3(frame: Uint8Array, { session, vlan = 0, sequence = 1 }: ErspanOptions): Uint8Array {
  return gre(concat(u16(0x2000 | vlan, session), u32(0), u16(0, 0), frame), { type: 0x22eb, sequence })
}

/** @source RFC 7348 section 5 */
export function vxlan(frame: Uint8Array, network: number, destinationPort = 4789): Uint8Array {
  return udp(concat(u32(0x08000000, network << 8), frame), { destinationPort })
}

/** @source RFC 8926 section 3.4 */
export function geneve(frame: Uint8Array, network: number, destinationPort = 6081): Uint8Array {
  return udp(concat(u16(0, 0x6558), u32(network << 8), frame), { destinationPort })
}

/** @source tcpdump print-tzsp.c: version 1, type 0, protocol 1 (Ethernet), end tag 1 */
export function tzsp(frame: Uint8Array, destinationPort = 37008): Uint8Array {
  return udp(concat(u8(1, 0), u16(1), u8(1), frame), { destinationPort })
}

/** A frame of somebody's Telnet session: what a copy may hold. */
export function copiedFrame(vlans: readonly number[] = []): Uint8Array {
  const ends = { source: '192.0.2.101', destination: '192.0.2.102' }
  const segment = tcp(new Uint8Array(40), { destinationPort: 23 })
  return ethernet(ip(segment, { ...ends, protocol: 6 }), { vlans })
}

/** An ERSPAN packet in Ethernet, ready for a capture. */
export function erspanFrame(version: 1 | 2 | 3, options: Ends & ErspanOptions): Uint8Array {
  const frame = copiedFrame()
  const carried = { 1: erspan1, 2: erspan2, 3: erspan3 }[version](frame, options)
  return ethernet(ip(carried, { ...options, protocol: 47 }))
}
