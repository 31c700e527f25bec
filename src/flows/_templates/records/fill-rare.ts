/** What few exporters send: keys, networks, and the first bytes of packets. */
import { PacketBytes } from '../../_packets/packet-bytes.ts'
import { readEthernet, readIp } from '../../_packets/read-packet.ts'
import type { FlowRow } from '../../contract.ts'
import type { DataSet } from '../data-set.ts'
import { type RecordLayout, readNumber } from './record-layout.ts'
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
function fillSession(row: FlowRow, set: DataSet, layout: RecordLayout): void {
  const { view, at } = set
  const segment = layout.offsets[SLOT.segment]!
  if (segment >= 0) {
    const id = view.getUint32(at + segment + 4) & 0xffffff
    if (id !== 0 || view.getUint8(at + segment) !== 0) row.sessionId = id
  }
  const key = readNumber(SLOT.greKey, set, layout)
  if (key > 0) row.sessionId = key
}

/** Points at the bytes of a section. False where they are none of the packet's first: without those before, nothing can be told. */
function pointAtSection(section: Slot, set: DataSet, layout: RecordLayout): boolean {
  if (readNumber(SLOT.sectionOffset, set, layout) > 0) return false
  const exported = readNumber(SLOT.sectionOctets, set, layout)
  const length = layout.lengths[section]!
  const from = set.at + layout.offsets[section]!
  packet.set(set.bytes, from, from + (exported < 0 ? length : Math.min(length, exported)))
  return true
}
