/** Tells exports from logs, configurations and audit trails, by their first 64 KiB. */
import { JsonSplitter } from '../../kit/json-splitter.ts'
import { type CsvLayout, recogniseCsv } from './csv/recognise-csv.ts'
import { asObject, parseObject } from './records.ts'
import { isWrapped } from './unwrap.ts'

/** What an export is written in. */
export type ExportLayout = { readonly form: 'json' } | ({ readonly form: 'csv' } & CsvLayout)

/** Records looked at; an export of mixed sources may start with rows of any of them. */
const MAX_RECORDS = 50

/** Names that stand in front of a record too large for the head. */
const LARGE_WRAPPER = /"(?:_raw|_source|SyslogMessage)"\s*:/

/** Undefined for everything else, audit trails included: their records are read as they are. */
export function recogniseExport(head: Uint8Array): ExportLayout | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length)
  if (/^\uFEFF?\s*[[{]/.test(bytes.toString('utf8', 0, 64))) return isJsonExport(bytes) ? { form: 'json' } : undefined
  const csv = recogniseCsv(bytes)
  return csv === undefined ? undefined : { form: 'csv', ...csv }
}

function isJsonExport(bytes: Buffer): boolean {
  const texts: string[] = []
  const splitter = new JsonSplitter({
    onRecord: ({ from, to }) => {
      if (texts.length < MAX_RECORDS) texts.push(bytes.toString('utf8', from, to))
    },
    onFault: () => undefined,
  })
  splitter.split(bytes, bytes.length)
  if (texts.length === 0) return LARGE_WRAPPER.test(bytes.toString('latin1'))
  return texts.some((text) => isWrapped(asObject(parseObject(text))))
}
