/** Flow records → rows: the loop in which the time of decoding goes. */
import { IPV4_WORD } from '../../_row/address-words.ts'
import type { FlowRow, FlowSink } from '../../contract.ts'
import type { DataSet } from '../data-set.ts'
import type { Template } from '../domain.ts'
import { fillRare } from './fill-rare.ts'
import { bootOf, fillTimes, sinceBoot } from './fill-times.ts'
import { readUint16, readUint32, WORD } from './read-unsigned.ts'
import { type RecordLayout, readNumber } from './record-layout.ts'
import { samplingRateOf } from './sampling.ts'
import { SLOT } from './wanted-fields.data.ts'

/** Takes a row for each record of `set.recordBytes` from `set.at` to `set.runTo`, and moves there. */
export function readFlows(set: DataSet, template: Template, sink: FlowSink): void {
  const { view, recordBytes, runTo, exportMs } = set
  const { layout, domain } = template
  const { offsets, hasIpv6, hasSampling, hasShortNumbers, hasRare } = layout
  const { row } = sink
  const sourceIpv4 = offsets[SLOT.sourceIpv4]!
  const sourceC = sourceIpv4 < 0 ? 0 : IPV4_WORD
  const destinationIpv4 = offsets[SLOT.destinationIpv4]!
  const destinationC = destinationIpv4 < 0 ? 0 : IPV4_WORD
  const protocol = offsets[SLOT.protocol]!
  const sourcePort = offsets[SLOT.sourcePort]!
  const destinationPort = offsets[SLOT.destinationPort]!
  const ingress = layout.lowWord(SLOT.ingress)
  const egress = layout.lowWord(SLOT.egress)
  const octetsHigh = layout.highWord(SLOT.octets)
  const octetsLow = layout.lowWord(SLOT.octets)
  const packetsHigh = layout.highWord(SLOT.packets)
  const packetsLow = layout.lowWord(SLOT.packets)
  const start = offsets[SLOT.start]!
  const end = offsets[SLOT.end]!
  const bootMs = layout.timeForm === 'uptime' ? bootOf(set, template) : Number.NaN
  const hasBoot = !Number.isNaN(bootMs)
  for (let { at } = set; at < runTo; at += recordBytes) {
    set.at = at
    row.reset()
    row.sourceC = sourceC
    row.sourceD = readUint32(view, at, sourceIpv4)
    row.destinationC = destinationC
    row.destinationD = readUint32(view, at, destinationIpv4)
    if (hasIpv6) fillIpv6(row, set, offsets)
    if (protocol >= 0) row.protocol = view.getUint8(at + protocol)
    row.sourcePort = readUint16(view, at, sourcePort)
    row.destinationPort = readUint16(view, at, destinationPort)
    row.ingress = readUint32(view, at, ingress)
    row.egress = readUint32(view, at, egress)
    row.bytes = readUint32(view, at, octetsHigh) * WORD + readUint32(view, at, octetsLow)
    row.packets = readUint32(view, at, packetsHigh) * WORD + readUint32(view, at, packetsLow)
    if (hasShortNumbers) fillShortNumbers(row, set, layout)
    if (hasBoot) {
      row.startMs = sinceBoot(view.getUint32(at + start), exportMs, bootMs)
      row.endMs = sinceBoot(view.getUint32(at + end), exportMs, bootMs)
    } else fillTimes(row, set, template)
    row.samplingRate = hasSampling ? samplingRateOf(set, template) : domain.rateWithoutSampler
    if (hasRare) fillRare(row, set, layout)
    sink.take('record')
  }
  set.at = runTo
}

/** Some templates have room for both families, and leave one empty. */
function fillIpv6(row: FlowRow, { view, at }: DataSet, offsets: Int32Array): void {
  const source = offsets[SLOT.sourceIpv6]!
  if (source >= 0 && row.sourceD === 0) {
    row.sourceA = view.getUint32(at + source)
    row.sourceB = view.getUint32(at + source + 4)
    row.sourceC = view.getUint32(at + source + 8)
    row.sourceD = view.getUint32(at + source + 12)
  }
  const destination = offsets[SLOT.destinationIpv6]!
  if (destination >= 0 && row.destinationD === 0) {
    row.destinationA = view.getUint32(at + destination)
    row.destinationB = view.getUint32(at + destination + 4)
    row.destinationC = view.getUint32(at + destination + 8)
    row.destinationD = view.getUint32(at + destination + 12)
  }
}

/** Numbers of other lengths than one or two words. */
function fillShortNumbers(row: FlowRow, set: DataSet, layout: RecordLayout): void {
  row.ingress = Math.max(0, readNumber(SLOT.ingress, set, layout))
  row.egress = Math.max(0, readNumber(SLOT.egress, set, layout))
  row.bytes = Math.max(0, readNumber(SLOT.octets, set, layout))
  row.packets = Math.max(0, readNumber(SLOT.packets, set, layout))
}
