/** Reads whole configurations: one device or several in one input. */
import type { DocumentRecord, Reading } from '../../../dialects/contract.ts'
import type { Fact } from '../../../facts/fact.ts'
import type { InputReading } from '../input-reading.ts'
import { readingNote } from '../reading-summary.ts'
import { dialectFailed } from '../record-desk.ts'
import type { Score } from '../sniff.ts'
import { timeInPath } from './file-time.ts'
import { type Filing, fileFacts } from './filed-facts.ts'
import { nameInPath } from './name-in-path.ts'

/** A configuration is held in memory whole; the largest known ones have a tenth of this. */
const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024

/** One device's part of an input. */
interface Part {
  readonly text: string
  /** Line in the input where the part starts, from 1. */
  readonly firstLine: number
  readonly lines: number
}

/** Reads the input by the dialect that recognised it, device by device. Facts are delivered after each device. */
export async function readDocuments(reading: InputReading, by: Score): Promise<void> {
  const { text, leftOut } = await readText(reading)
  const cutOff = leftOut > 0 || reading.feed.failure !== undefined
  const firstLines = split(text, by, reading)
  const filing = filingOf(reading, by, firstLines.length)
  for (const part of toParts(text, firstLines)) {
    readPart(reading, { by, part, filing, cutOff })
    await reading.deliver()
  }
  if (leftOut === 0) return
  reading.report.count('unsupported', leftOut)
  const message = `a configuration larger than ${MAX_DOCUMENT_BYTES} bytes was read up to there only`
  reading.report.note(
    readingNote('reading/document-too-large', 'error', { message, place: { path: reading.report.path } }),
  )
}

/** The text with LF line ends and without byte order mark, and the lines behind the size limit. */
async function readText({ feed, window }: InputReading): Promise<{ readonly text: string; readonly leftOut: number }> {
  const chunks = [Buffer.from(window.bytes.subarray(0, window.filled))]
  let kept = window.filled
  const rest = new LineCount()
  for (;;) {
    const bytes = await feed.read(window.bytes)
    if (bytes === 0) break
    const room = Math.min(bytes, MAX_DOCUMENT_BYTES - kept)
    if (room > 0) chunks.push(Buffer.from(window.bytes.subarray(0, room)))
    if (room < bytes) rest.add(window.bytes.subarray(room, bytes))
    kept += room
  }
  const text = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
  // The line that the limit cuts is counted with the text.
  return { text, leftOut: Math.max(0, rest.lines - (text.endsWith('\n') ? 0 : 1)) }
}

/** Counts lines of bytes that come in pieces; an unfinished last line is one. */
class LineCount {
  #newlines = 0
  #unfinished = false

  add(bytes: Uint8Array): void {
    for (const byte of bytes) if (byte === 10) this.#newlines += 1
    this.#unfinished = bytes.at(-1) !== 10
  }

  get lines(): number {
    return this.#newlines + (this.#unfinished ? 1 : 0)
  }
}

/** The first lines of the devices; one device when the dialect cannot split or fails to. */
function split(text: string, { dialect, document }: Score, { report }: InputReading): readonly number[] {
  try {
    return document.split?.(text) ?? [1]
  } catch (cause) {
    report.note(dialectFailed(dialect, { path: report.path }, cause))
    return [1]
  }
}

/** Cuts the text at the given first lines, in whatever order they come; the first part always starts at line 1. */
function* toParts(text: string, firstLines: readonly number[]): Generator<Part> {
  const starts = new Set(firstLines)
  let part = { from: 0, firstLine: 1 }
  let line = 1
  for (let at = 0; at < text.length; line += 1) {
    if (starts.has(line) && line > part.firstLine) {
      yield { text: text.slice(part.from, at), firstLine: part.firstLine, lines: line - part.firstLine }
      part = { from: at, firstLine: line }
    }
    const end = text.indexOf('\n', at)
    at = end === -1 ? text.length : end + 1
  }
  yield { text: text.slice(part.from), firstLine: part.firstLine, lines: line - part.firstLine }
}

function readPart(reading: InputReading, of: { by: Score; part: Part; filing: Filing; cutOff: boolean }): void {
  const { report, context } = reading
  const { part, filing, cutOff } = of
  const { dialect, document } = of.by
  const place = { path: report.path, line: part.firstLine }
  try {
    const result = document.read(
      { text: part.text, place, time: timeOf(reading), filedBy: filing.filedBy, cutOff },
      context,
    )
    report.claimed(dialect.id)
    countLines(reading, part, result)
    report.note(...result.notes)
    report.deliver(fileFacts(result.facts, filing))
    tellTrace(reading, part, result)
  } catch (cause) {
    report.count('unrecognised', part.lines)
    report.note(dialectFailed(dialect, place, cause))
  }
}

/** What the repository says, without secrets. A file of several devices has the carrier's name of none. */
function filingOf({ filing, report }: InputReading, { dialect }: Score, devices: number): Filing {
  const { comment } = filing.filedBy ?? {}
  const named = {
    ...filing,
    deviceName: devices > 1 ? undefined : filing.deviceName,
    fileName: nameInPath(report.path),
  }
  if (comment === undefined) return named
  try {
    return { ...named, filedBy: { ...filing.filedBy, comment: dialect.redact(comment) } }
  } catch (cause) {
    report.note(dialectFailed(dialect, { path: report.path }, cause))
    return { ...named, filedBy: { ...filing.filedBy, comment: undefined } }
  }
}

/** When the configuration was filed; else what its path says. */
function timeOf({ report, filing }: InputReading): DocumentRecord['time'] {
  if (filing.filedAt !== undefined) return { at: filing.filedAt, basis: 'commit' }
  const at = timeInPath(report.path)
  return at === undefined ? undefined : { at, basis: 'file-name' }
}

/** Each line of the part ends as the dialect says, once; those it does not name are irrelevant. */
function countLines({ report }: InputReading, part: Part, result: Reading): void {
  const named = new Set<number>()
  for (const { line, outcome } of result.lines ?? []) {
    if (line < 1 || line > part.lines || named.has(line)) continue
    named.add(line)
    report.count(outcome)
  }
  report.count('irrelevant', part.lines - named.size)
}

function tellTrace({ tracer }: InputReading, part: Part, result: Reading): void {
  if (tracer?.covers(part.firstLine, part.firstLine + part.lines - 1) !== true) return
  const line = tracer.lineWithin(part.firstLine)
  const outcome = result.lines?.find((candidate) => candidate.line === line)
  tracer.say('dialect', `line ${line} of the device that starts at line ${part.firstLine}`)
  tracer.say(
    'outcome',
    outcome === undefined ? 'irrelevant: not part of a mirror' : `${outcome.outcome}: ${outcome.because}`,
  )
  tracer.sayFacts(result.facts.filter((fact) => proves(fact, line, part.firstLine)))
}

/** Whether a fact rests on a line, counted from 1 in its device's part. */
function proves(fact: Fact, line: number, firstLine: number): boolean {
  if (fact.kind === 'snapshot')
    return fact.sessions.some((session) => session.lines.some((shown) => shown.line === line))
  return fact.places.some((place) => place.line === firstLine + line - 1)
}
