/** The records of one set, by its template. */
import type { FlowSink } from '../../contract.ts'
import type { DataSet } from '../data-set.ts'
import type { Template } from '../domain.ts'
import { readOptionRecords } from './option-record.ts'
import { readFlows } from './read-flows.ts'

/**
 * Reads all records from `set.at` on: of a fixed length all in one run, of a variable one by one. Less than a record at the end is
 * padding; where a record says to be longer than the set, the rest is counted.
 */
export function readRecords(set: DataSet, template: Template, sink: FlowSink): void {
  const { layout } = template
  while (layout.findRun(set)) {
    if (layout.isOption) readOptionRecords(set, template, sink)
    else readFlows(set, template, sink)
  }
  if (set.to - set.at >= layout.shortest && !set.isCut) sink.count('malformed')
}
