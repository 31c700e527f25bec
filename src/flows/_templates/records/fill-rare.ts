/** What few exporters send: keys, networks, and the first bytes of packets. */
import { PacketBytes } from '../../_packets/packet-bytes.ts'
import { readEthernet, readIp } from '../../_packets/read-packet.ts'
import type { FlowRow } from '../../contract.ts'
import type { DataSet } from '../data-set.ts'
import { readUnsigned } from './read-unsigned.ts'
import type { RecordLayout } from './record-layout.ts'
import { SLOT, type Slot } from './wanted-fields.data.ts'

/** The one view of header bytes. */
const packet = new PacketBytes()

/** Fills the session, and whatever header bytes show. */
export function fillRare(row: FlowRow, set: DataSet, layout: RecordLayout): void {
  fillSession(row, set, layout)
  const isFrame = layout.offsets[SLOT.frameSection]! >= 0
  const section = isFrame ? SLOT.frameSection : SLOT.ipSection
  if (layout.offsets[section]! < 0) return
  if (layout.offsets[SLOT.packets]! < 0) row.packets = 1
  if (!pointAtSection(section, set, layout)) return
  if (isFrame) readEthernet(row, packet)
  else readIp(row, packet)
}

/**
 * Key 0 and an empty network are what exporters write for none. A network stands in the low 24 bits; its kind is in the top byte.
 *
 * @source IANA IPFIX Information Elements 296 (greKey) and 351 (layer2SegmentId)
 */
function fillSession(row: FlowRow, { view, at }: DataSet, { offsets, lengths }: RecordLayout): void {
  const segment = offsets[SLOT.segment]!
  if (segment >= 0) {
    const id = view.getUint32(at + segment + 4) & 0xffffff
    if (id !== 0 || view.getUint8(at + segment) !== 0) row.sessionId = id
  }
  const key = offsets[SLOT.greKey]!
  if (key < 0) return
  const value = readUnsigned(view, at + key, lengths[SLOT.greKey]!)
  if (value !== 0) row.sessionId = value
}

/** Points at the bytes of a section. False where they are none of the packet's first: without those before, nothing can be told. */
function pointAtSection(section: Slot, { bytes, view, at }: DataSet, { offsets, lengths }: RecordLayout): boolean {
  const offset = offsets[SLOT.sectionOffset]!
  if (offset >= 0 && readUnsigned(view, at + offset, lengths[SLOT.sectionOffset]!) !== 0) return false
  const octets = offsets[SLOT.sectionOctets]!
  const exported = octets < 0 ? Number.POSITIVE_INFINITY : readUnsigned(view, at + octets, lengths[SLOT.sectionOctets]!)
  const from = at + offsets[section]!
  packet.set(bytes, from, from + Math.min(lengths[section]!, exported))
  return true
}
