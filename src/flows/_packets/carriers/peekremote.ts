/** PEEKREMOTE: what access points in sniffer mode send. Inside is IEEE 802.11, mostly encrypted, and not read. */
import { carrierCode } from '../../../facts/carriers.data.ts'
import type { FlowRow } from '../../_row/flow-row.ts'
import { type PacketBytes, u16, u32 } from '../packet-bytes.ts'
import { udpEnd } from './udp-end.ts'

const PEEKREMOTE = carrierCode('peekremote')
const MAGIC = 0x00ffabcd
const OLD_HEADER_LENGTH = 20
const RADIO_CHECKSUM_LENGTH = 4

/** Whether it is PEEKREMOTE with its newer header, on any port. @source Wireshark packet-peekremote.c: magic, version 2, length 55 */
export function readPeekremote(row: FlowRow, { bytes, to }: PacketBytes, at: number): boolean {
  if (u32(bytes, at) !== MAGIC || at + 9 > to || bytes[at + 4] !== 2 || u32(bytes, at + 5) !== 55) return false
  row.carrier = PEEKREMOTE
  return true
}

/** Whether it may be the older header, which has no mark: to be asked on port 5555 alone. */
export function readOlderPeekremote(row: FlowRow, packet: PacketBytes, at: number): boolean {
  if (!isOlder(packet, at)) return false
  row.carrier = PEEKREMOTE
  return true
}

/**
 * Signal and noise in dBm are below zero, reserved bits empty, and lengths those of the datagram.
 *
 * @source Wireshark packet-peekremote.c: signal (1), noise (1), packet length (2), slice length (2), flags (1), status (1)
 */
function isOlder(packet: PacketBytes, at: number): boolean {
  const { bytes, to } = packet
  if (at + OLD_HEADER_LENGTH > to || bytes[at]! < 0x80 || bytes[at + 1]! < 0x80) return false
  if ((bytes[at + 6]! & 0xf8) !== 0 || (bytes[at + 7]! & 0xb3) !== 0) return false
  const kept = u16(bytes, at + 4)
  const rest = udpEnd(packet, at) - at - OLD_HEADER_LENGTH
  return kept <= u16(bytes, at + 2) && Math.abs(rest - kept) <= RADIO_CHECKSUM_LENGTH
}
