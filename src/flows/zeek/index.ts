/** Zeek: `conn.log` and `tunnel.log`, as its own tables or as JSON. */
import { sampleObjects, startsAsJson } from '../_records/sample-objects.ts'
import type { FlowFileSession, FlowFormat } from '../contract.ts'
import { LogTable, recogniseTable } from './log-table.ts'
import { isZeekRecord, pathOf, readRecord } from './read-record.ts'

export const flowFormat: FlowFormat = {
  id: 'zeek',
  version: 1,
  title: 'Zeek (conn.log, tunnel.log)',
  observer: 'sensor',
  limits: [
    'tunnel.log says that Zeek saw a GRE, VXLAN or GENEVE header, but not the type of GRE: ERSPAN and an ordinary GRE tunnel look the same.',
    'tunnel.log has no bytes and no session or network numbers: how much a GRE tunnel carried, Zeek does not say.',
    'A sensor sees only what reaches its port.',
  ],
  file: { framing: 'either', recognise, open },
}

function recognise(sample: string): number {
  if (!startsAsJson(sample)) return recogniseTable(sample)
  const objects = sampleObjects(sample)
  return objects.every(isZeekRecord) && objects.some((object) => pathOf(object) !== undefined) ? 0.9 : 0
}

function open(): FlowFileSession {
  const table = new LogTable()
  return { read: (record, sink) => (typeof record === 'string' ? table.read(record, sink) : readRecord(record, sink)) }
}
