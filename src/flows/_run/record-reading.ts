/** One file of lines or JSON objects that another flow tool wrote. */
import type { FlowObserver } from '../_roll-up/origin.ts'
import type { FlowFileSession, FlowFormat, RecordEnding, RecordOutcome } from '../contract.ts'
import { hashOfText } from './record-hash.ts'
import type { CurrentRecord, RunSink } from './run-sink.ts'

type FlowRecord = string | Readonly<Record<string, unknown>>

/** Where a record stands. */
interface RecordPlace {
  readonly line?: number
  readonly offset?: number
}

/** What a file is read with. */
export interface RecordParts {
  readonly format: FlowFormat
  readonly session: FlowFileSession
  readonly sink: RunSink
}

/** Reads one file; counts what held no row. */
export class RecordReading {
  irrelevant = 0
  unrecognised = 0
  readonly #parts: RecordParts
  #record: FlowRecord = ''
  readonly #hash: CurrentRecord['hash'] = ({ ordinal }) => hashOfText(textOf(this.#record), ordinal)
  /** Nobody, for the first record; later ones keep the observer that the format told last. */
  #observer: FlowObserver | undefined

  constructor(parts: RecordParts) {
    const { id, version, title, observer } = parts.format
    this.#parts = parts
    this.#observer = { by: '', value: '', kind: observer, channel: id, channelVersion: version, title }
  }

  read(record: FlowRecord, { line, offset }: RecordPlace): RecordOutcome {
    this.#record = record
    this.#parts.sink.begin({ observer: this.#observer, line, offset, receivedMs: 0, hash: this.#hash })
    this.#observer = undefined
    const { sink } = this.#parts
    const keptBefore = sink.kept
    const ending = this.#guarded(record)
    if (ending === 'rows') return sink.kept > keptBefore ? 'kept' : 'dropped'
    if (ending === 'irrelevant') this.irrelevant += 1
    else this.unrecognised += 1
    return ending
  }

  #guarded(record: FlowRecord): RecordEnding {
    const { format, session, sink } = this.#parts
    try {
      return session.read(record, sink)
    } catch (cause) {
      const what = cause instanceof Error ? cause.name : typeof cause
      sink.note(
        'flows/decoder-failed',
        `${format.id} failed (${what}); a record was not read, please report it`,
        'error',
      )
      return 'unrecognised'
    }
  }
}

function textOf(record: FlowRecord): string {
  return typeof record === 'string' ? record : JSON.stringify(record)
}
