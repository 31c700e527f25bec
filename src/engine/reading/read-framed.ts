/** Reads one input by what its first bytes show it to be. */
import { readBlocks } from './blocks/read-blocks.ts'
import { readDocuments } from './documents/read-documents.ts'
import { readFlows } from './flows/read-flows.ts'
import type { InputReading } from './input-reading.ts'
import { readJson } from './json/read-json.ts'
import { readLines } from './lines/read-lines.ts'
import { readingNote } from './reading-summary.ts'
import { type Sniffed, sniff } from './sniff.ts'

/** Reads to the input's end; the window holds its head. What is no text, or known to nobody, is noted. */
export async function readFramed(reading: InputReading): Promise<void> {
  const { report, tools, window } = reading
  const sniffed = sniff(window.bytes.subarray(0, window.filled), tools, reading)
  report.framing = sniffed.framing
  traceFraming(reading, sniffed)
  if (sniffed.framing === 'documents') await readDocuments(reading, sniffed.best)
  else if (sniffed.framing === 'blocks') await readBlocks(reading, sniffed.best)
  else if (sniffed.framing === 'flows') await readFlows(reading, sniffed.kind)
  else if (sniffed.framing === 'json') await readJson(reading)
  else if (sniffed.framing === 'lines') await readLines(reading)
  else if (sniffed.framing === 'not-text') noteNotText(reading, sniffed.because)
  if (!report.recognised && report.counted > 0) noteUnknown(reading)
}

function noteNotText({ report }: InputReading, because: string): void {
  const message = `${because}; nothing of it was read`
  report.note(readingNote('reading/not-text', 'warning', { message, place: { path: report.path } }))
}

function noteUnknown({ report }: InputReading): void {
  const message = 'no dialect recognises this input; whether it holds a mirror is not known'
  report.note(readingNote('reading/unknown-format', 'warning', { message, place: { path: report.path } }))
}

function traceFraming({ tracer, report, feed }: InputReading, sniffed: Sniffed): void {
  tracer?.say('input', `${report.path}, ${feed.bytesRead} bytes looked at first`)
  tracer?.say('framing', 'because' in sniffed ? `${sniffed.framing}: ${sniffed.because}` : sniffed.framing)
  if ('kind' in sniffed) tracer?.say('dialect', `${sniffed.kind.id} recognises it as flows: ${sniffed.kind.score}`)
  if (!('scores' in sniffed)) return
  for (const scored of sniffed.scores) {
    const what = 'block' in scored ? 'records' : 'document'
    tracer?.say('dialect', `${scored.dialect.id} recognises it as its ${what}: ${scored.score}`)
  }
}
