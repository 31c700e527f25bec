/** nfdump: flow records as `nfdump -o json`, `-o ndjson` and `-o csv` print them. */
import { holdsOnly, startsAsJson } from '../_records/sample-objects.ts'
import type { FlowFileSession, FlowFormat } from '../contract.ts'
import { CsvReader, isHeader } from './read-csv.ts'
import { isFlow, readObject } from './read-object.ts'

export const flowFormat: FlowFormat = {
  id: 'nfdump',
  version: 1,
  title: 'nfdump (JSON, CSV)',
  observer: 'exporter',
  limits: [
    'nfdump prints no header bytes: of a copy only IP protocol 47 or a UDP port is visible, never the type of GRE or a session.',
    'It prints times without their zone; they are read as UTC.',
    'Whether a record was sampled is printed, but not at which rate: bytes and packets are those of the samples.',
  ],
  file: { framing: 'either', recognise, open },
}

function recognise(sample: string): number {
  if (startsAsJson(sample)) return holdsOnly(sample, isFlow) ? 0.95 : 0
  const first = /^\uFEFF?\s*(\S.*)$/m.exec(sample.slice(0, 4096))?.[1]
  return first !== undefined && isHeader(first) ? 0.95 : 0
}

function open(): FlowFileSession {
  const csv = new CsvReader()
  return { read: (record, sink) => (typeof record === 'string' ? csv.read(record, sink) : readObject(record, sink)) }
}
