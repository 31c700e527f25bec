/** Records of a flow sample that say which packet it was. Each gives false when it is damaged. */
import { readEthernet, readIp } from '../_packets/read-packet.ts'
import { IPV4_WORD } from '../_row/address-words.ts'
import type { FlowRow } from '../_row/flow-row.ts'
import type { Reading } from './reading.ts'

/** What a sampled header is of. @source sFlow version 5 section 5, enum header_protocol */
const ETHERNET = 1
const IPV4 = 11
const IPV6 = 12

/**
 * The packet's first bytes. The row's bytes are the length of the whole frame.
 *
 * @source sFlow version 5 section 5, struct sampled_header: protocol, length of the frame, bytes stripped, header
 */
export function readSampledHeader(row: FlowRow, { bytes, view, packet, records }: Reading): boolean {
  const { from, to } = records
  if (to - from < 16 || view.getUint32(from + 12) > to - from - 16) return false
  row.bytes = view.getUint32(from + 4)
  packet.set(bytes, from + 16, from + 16 + view.getUint32(from + 12))
  const protocol = view.getUint32(from)
  if (protocol === ETHERNET) readEthernet(row, packet)
  else if (protocol === IPV4 || protocol === IPV6) readIp(row, packet)
  return true
}

/**
 * What the agent read out of an IPv4 packet: its length, protocol, addresses and ports. A header that was read before says more.
 *
 * @source sFlow version 5 section 5, struct sampled_ipv4
 */
export function readSampledIpv4(row: FlowRow, { view, records: { from, to } }: Reading): boolean {
  if (to - from < 32) return false
  if (row.protocol >= 0) return true
  row.sourceC = row.destinationC = IPV4_WORD
  row.sourceD = view.getUint32(from + 8)
  row.destinationD = view.getUint32(from + 12)
  readSummary(row, view, from)
  readPorts(row, view, from + 16)
  return true
}

/** The same of an IPv6 packet. @source sFlow version 5 section 5, struct sampled_ipv6 */
export function readSampledIpv6(row: FlowRow, { view, records: { from, to } }: Reading): boolean {
  if (to - from < 56) return false
  if (row.protocol >= 0) return true
  row.sourceA = view.getUint32(from + 8)
  row.sourceB = view.getUint32(from + 12)
  row.sourceC = view.getUint32(from + 16)
  row.sourceD = view.getUint32(from + 20)
  row.destinationA = view.getUint32(from + 24)
  row.destinationB = view.getUint32(from + 28)
  row.destinationC = view.getUint32(from + 32)
  row.destinationD = view.getUint32(from + 36)
  readSummary(row, view, from)
  readPorts(row, view, from + 40)
  return true
}

/** The length is that of the IP packet alone: a frame's, where its header is beside it, stays. */
function readSummary(row: FlowRow, view: DataView, at: number): void {
  if (row.bytes === 0) row.bytes = view.getUint32(at)
  row.protocol = view.getUint32(at + 4) & 0xff
}

function readPorts(row: FlowRow, view: DataView, at: number): void {
  row.sourcePort = view.getUint32(at) & 0xffff
  row.destinationPort = view.getUint32(at + 4) & 0xffff
}
