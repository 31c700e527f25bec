/** One record → the row: addresses, protocol, ports, interfaces and counts. */
import { IPV4_WORD } from '../../_row/address-words.ts'
import type { FlowRow } from '../../contract.ts'
import type { DataSet } from '../data-set.ts'
import { readUnsigned } from './read-unsigned.ts'
import type { RecordLayout } from './record-layout.ts'
import { SLOT } from './wanted-fields.data.ts'

/** Fills what a record has; the rest of the row stays. */
export function fillRow(row: FlowRow, set: DataSet, layout: RecordLayout): void {
  const { view, at } = set
  const { offsets, lengths } = layout
  fillSource(row, set, offsets)
  fillDestination(row, set, offsets)
  const protocol = offsets[SLOT.protocol]!
  if (protocol >= 0) row.protocol = view.getUint8(at + protocol)
  const sourcePort = offsets[SLOT.sourcePort]!
  if (sourcePort >= 0) row.sourcePort = view.getUint16(at + sourcePort)
  const destinationPort = offsets[SLOT.destinationPort]!
  if (destinationPort >= 0) row.destinationPort = view.getUint16(at + destinationPort)
  const ingress = offsets[SLOT.ingress]!
  if (ingress >= 0) row.ingress = readUnsigned(view, at + ingress, lengths[SLOT.ingress]!)
  const egress = offsets[SLOT.egress]!
  if (egress >= 0) row.egress = readUnsigned(view, at + egress, lengths[SLOT.egress]!)
  const octets = offsets[SLOT.octets]!
  if (octets >= 0) row.bytes = readUnsigned(view, at + octets, lengths[SLOT.octets]!)
  const packets = offsets[SLOT.packets]!
  if (packets >= 0) row.packets = readUnsigned(view, at + packets, lengths[SLOT.packets]!)
}

/** Some templates have room for both families, and leave one empty. */
function fillSource(row: FlowRow, { view, at }: DataSet, offsets: Int32Array): void {
  const ipv4 = offsets[SLOT.sourceIpv4]!
  const ipv6 = offsets[SLOT.sourceIpv6]!
  const word = ipv4 < 0 ? 0 : view.getUint32(at + ipv4)
  if (ipv4 >= 0 && (word !== 0 || ipv6 < 0)) {
    row.sourceC = IPV4_WORD
    row.sourceD = word
  } else if (ipv6 >= 0) {
    row.sourceA = view.getUint32(at + ipv6)
    row.sourceB = view.getUint32(at + ipv6 + 4)
    row.sourceC = view.getUint32(at + ipv6 + 8)
    row.sourceD = view.getUint32(at + ipv6 + 12)
  }
}

function fillDestination(row: FlowRow, { view, at }: DataSet, offsets: Int32Array): void {
  const ipv4 = offsets[SLOT.destinationIpv4]!
  const ipv6 = offsets[SLOT.destinationIpv6]!
  const word = ipv4 < 0 ? 0 : view.getUint32(at + ipv4)
  if (ipv4 >= 0 && (word !== 0 || ipv6 < 0)) {
    row.destinationC = IPV4_WORD
    row.destinationD = word
  } else if (ipv6 >= 0) {
    row.destinationA = view.getUint32(at + ipv6)
    row.destinationB = view.getUint32(at + ipv6 + 4)
    row.destinationC = view.getUint32(at + ipv6 + 8)
    row.destinationD = view.getUint32(at + ipv6 + 12)
  }
}
