/** Option data: what an exporter says of itself instead of a flow. */
import type { FlowSink } from '../../contract.ts'
import type { DataSet } from '../data-set.ts'
import type { Template } from '../domain.ts'
import { readUnsigned } from './read-unsigned.ts'
import { learnSampling } from './sampling.ts'
import { SLOT, type Slot } from './wanted-fields.data.ts'

/** No device has longer names of ports. */
const MAX_NAME_BYTES = 255

const utf8 = new TextDecoder()

/** Keeps sampling rates and the time of start, passes on the names of ports. */
export function readOptionRecord(set: DataSet, template: Template, sink: FlowSink): void {
  sink.count('option-record')
  const { layout, domain } = template
  learnSampling(set, template)
  const boot = layout.offsets[SLOT.systemInit]!
  if (boot >= 0) domain.bootMs = readUnsigned(set.view, set.at + boot, layout.lengths[SLOT.systemInit]!)
  const index = interfaceIndex(set, template)
  const name = textIn(SLOT.interfaceName, set, template) || textIn(SLOT.interfaceDescription, set, template)
  if (index > 0 && name !== '') sink.interfaceName(index, name)
}

/** As scope or as an option, whichever side it is called; -1 when the record is of no interface, and 0 is none. */
function interfaceIndex({ view, at }: DataSet, { layout: { offsets, lengths } }: Template): number {
  const slot = offsets[SLOT.ingress]! >= 0 ? SLOT.ingress : SLOT.egress
  const offset = offsets[slot]!
  return offset < 0 ? -1 : readUnsigned(view, at + offset, lengths[slot]!)
}

/** Up to the first NUL, without blanks around it; empty when there is none. */
function textIn(slot: Slot, { bytes, at }: DataSet, { layout: { offsets, lengths } }: Template): string {
  const offset = offsets[slot]!
  if (offset < 0) return ''
  const field = bytes.subarray(at + offset, at + offset + Math.min(lengths[slot]!, MAX_NAME_BYTES))
  const end = field.indexOf(0)
  return utf8.decode(end < 0 ? field : field.subarray(0, end)).trim()
}
