/** Option data: what an exporter says of itself instead of a flow. */
import type { FlowSink } from '../../contract.ts'
import type { DataSet } from '../data-set.ts'
import type { Template } from '../domain.ts'
import { readNumber } from './record-layout.ts'
import { learnSampling } from './sampling.ts'
import { SLOT, type Slot } from './wanted-fields.data.ts'

/** No device has longer names of ports. */
const MAX_NAME_BYTES = 255

const utf8 = new TextDecoder()

/** Reads the records of `set.recordBytes` from `set.at` to `set.runTo`, and moves there. */
export function readOptionRecords(set: DataSet, template: Template, sink: FlowSink): void {
  for (; set.at < set.runTo; set.at += set.recordBytes) {
    sink.count('option-record')
    readOptionRecord(set, template, sink)
  }
}

/** Keeps sampling rates and the time of start, passes on the names of ports. */
function readOptionRecord(set: DataSet, template: Template, sink: FlowSink): void {
  const { layout, domain } = template
  learnSampling(set, template)
  const bootMs = readNumber(SLOT.systemInit, set, layout)
  if (bootMs >= 0) domain.bootMs = bootMs
  // As scope or as an option, whichever side it is called; 0 is none.
  const index = readNumber(layout.offsets[SLOT.ingress]! >= 0 ? SLOT.ingress : SLOT.egress, set, layout)
  const name = textIn(SLOT.interfaceName, set, template) || textIn(SLOT.interfaceDescription, set, template)
  if (index > 0 && name !== '') sink.interfaceName(index, name)
}

/** Up to the first NUL, without blanks around it; empty when there is none. */
function textIn(slot: Slot, { bytes, at }: DataSet, { layout: { offsets, lengths } }: Template): string {
  const offset = offsets[slot]!
  if (offset < 0) return ''
  const field = bytes.subarray(at + offset, at + offset + Math.min(lengths[slot]!, MAX_NAME_BYTES))
  const end = field.indexOf(0)
  return utf8.decode(end < 0 ? field : field.subarray(0, end)).trim()
}
