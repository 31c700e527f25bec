/** What reading is asked for, and what it says afterwards: every byte, line and record of every input is accounted for. */
import type { Dialect } from '../../dialects/contract.ts'
import type { Fact } from '../../facts/fact.ts'
import type { LogRecord } from '../../facts/log-content/log-record.ts'
import type { Note, OutcomeCounts } from '../../facts/note.ts'
import type { Place, Trust } from '../../facts/schema-parts.ts'
import type { FlowRun } from '../../flows/contract.ts'
import type { Instant } from '../../kit/instant.ts'
import type { Input, InputFailure } from '../../sources/contract.ts'
import type { FlowSummary } from './flows/flow-summary.ts'

/**
 * `documents`: whole configurations; `lines`: logs; `blocks`: records of several lines; `json`: audit trails; `flows`: captures, export
 * datagrams, files of flow tools; `not-text`: not read, and a note says why.
 */
export type Framing = 'documents' | 'lines' | 'blocks' | 'json' | 'flows' | 'not-text' | 'empty'

/** How far reading is within one input. `bytesTotal` is absent for streams and compressed files. */
export interface Progress {
  readonly path: string
  readonly bytesDone: number
  readonly bytesTotal?: number | undefined
}

/** Where marks of inputs that were read are kept between runs. */
export interface ReadMarkStore {
  readMarks(marks: readonly string[]): Promise<ReadonlySet<string>>
  putReadMarks(marks: readonly string[]): Promise<void>
}

/** What to read, how, and who is told. */
export interface ReadOptions {
  readonly inputs: AsyncIterable<Input>
  /** In order of preference: of two that claim one line, the first is asked. */
  readonly dialects: readonly Dialect[]
  /** Reads captures and flow records; without it they are no evidence. */
  readonly flows?: FlowRun | undefined
  readonly realm: string
  /** How hard it is to forge what these inputs say; `network-path` unless given. */
  readonly trust?: Trust | undefined
  /** Stands in for a missing year. */
  readonly reference: Instant
  /** Is handed facts in batches of at most 500; reading waits for the promise. */
  readonly onFacts: (facts: readonly Fact[]) => void | Promise<void>
  /** Is told at most ten times a second. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** `exact` hears every line and record, `sampled` those on a fixed grid of each input. */
  readonly coverage: 'sampled' | 'exact'
  /** Inputs with a fingerprint that is marked here are not opened; those read are marked. */
  readonly marks?: ReadMarkStore | undefined
  /**
   * Is shown every record of a log that a dialect has content about, read or not. Everything is then heard (`exact`) and every input
   * opened, marked or not; flow records are none.
   */
  readonly onRecord?: ((record: LogRecord) => void) | undefined
  /** The line whose way through the stages is to be told. */
  readonly traceLine?: { readonly path: string; readonly line: number } | undefined
}

/** What became of one input. `counts` add up to `units`: its lines (documents, logs) or records (JSON, blocks, flows). */
export interface InputSummary {
  readonly path: string
  /** Bytes read, after decompression. */
  readonly bytes: number
  readonly framing: Framing
  /** Dialect id → documents, lines or records that it claimed. */
  readonly dialects: Readonly<Record<string, number>>
  /** Whether any dialect claimed or heard anything of it, selected or sampled. */
  readonly recognised: boolean
  readonly units: number
  readonly counts: OutcomeCounts
  readonly facts: number
  /** Sampled lines or records that would have given a fact although no needle selected them. */
  readonly escapes: number
  /** The first 100; `notesLeftOut` says how many more there were. */
  readonly notes: readonly Note[]
  readonly notesLeftOut: number
  readonly flows?: FlowSummary | undefined
  readonly failure?: InputFailure | undefined
}

/** One stage of the way of a traced line, in words: `{ stage: 'needles', says: 'cisco-ios: hit' }`. */
export interface TraceStage {
  readonly stage: 'input' | 'framing' | 'dialect' | 'needles' | 'outcome' | 'facts'
  readonly says: string
}

/** What became of all inputs, in reading order. */
export interface ReadingSummary {
  readonly inputs: readonly InputSummary[]
  readonly bytes: number
  readonly counts: OutcomeCounts
  readonly facts: number
  readonly escapes: number
  /** Inputs that an earlier run had read and that never change; they were not opened, and are not among `inputs`. */
  readonly unchanged: number
  /** Inputs that failed or were cut off, in reading order. */
  readonly failures: readonly InputFailure[]
  /** Present when a line was to be traced; empty when no input has that path. */
  readonly trace?: readonly TraceStage[] | undefined
}

/** A note about reading itself; no excerpt, because nobody has redacted the text yet. */
export function readingNote(
  code: `reading/${string}`,
  severity: Note['severity'],
  at: { message: string; place: Place },
): Note {
  return { code, severity, message: at.message, place: at.place }
}
