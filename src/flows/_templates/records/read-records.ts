/** The records of one set, by its template. */
import type { FlowRow, FlowSink } from '../../contract.ts'
import type { DataSet } from '../data-set.ts'
import type { Template } from '../domain.ts'
import { fillRare } from './fill-rare.ts'
import { fillRow } from './fill-row.ts'
import { fillTimes } from './fill-times.ts'
import { readOptionRecord } from './option-record.ts'
import { samplingRateOf } from './sampling.ts'

/** Reads all records from `set.at` on. Less than a record at the end is padding; where a record says to be longer than the set, the rest is counted. */
export function readRecords(set: DataSet, template: Template, sink: FlowSink): void {
  const { layout } = template
  const { isOption } = layout
  const { row } = sink
  for (let length = layout.lengthAt(set); length <= set.to - set.at; length = layout.lengthAt(set)) {
    if (isOption) readOptionRecord(set, template, sink)
    else {
      row.reset()
      readFlow(row, set, template)
      sink.take('record')
    }
    set.at += length
  }
  if (set.to - set.at >= layout.shortest && !set.isCut) sink.count('malformed')
}

function readFlow(row: FlowRow, set: DataSet, template: Template): void {
  const { layout, domain } = template
  fillRow(row, set, layout)
  fillTimes(row, set, template)
  row.samplingRate = layout.hasSampling ? samplingRateOf(set, template) : domain.rateWithoutSampler
  if (layout.hasRare) fillRare(row, set, layout)
}
