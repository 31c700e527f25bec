/**
 * Offers lines or JSON records to the dialects that read them, one by one and each in isolation: a dialect that fails
 * parks its record, and the rest goes on.
 */
import type { Dialect, Heard, ReadContext, Reading } from '../../dialects/contract.ts'
import type { Place } from '../../facts/schema-parts.ts'
import { createNeedleScanner, type NeedleScanner } from '../../kit/needles/needle-scanner.ts'
import type { InputReport } from './input-report.ts'
import { readingNote } from './reading-summary.ts'
import type { RecordTap, Speaker, WrittenRecord } from './records/record-tap.ts'
import type { SeenFacts } from './seen-facts.ts'
import type { Tracer } from './trace.ts'

/** What line readers and JSON readers have in common. */
export interface RecordReader<R> {
  readonly needles: readonly string[]
  read(record: R, context: ReadContext): Reading | undefined
  hear(record: R, context: ReadContext): Heard | undefined
}

/** A dialect with the reader for this kind of record and the scanner for its needles. */
export interface Reader<R> {
  readonly dialect: Dialect
  readonly reads: RecordReader<R>
  readonly scanner: NeedleScanner
}

/** The readers of one kind of record, in order of preference. */
export function toReaders<R>(
  dialects: readonly Dialect[],
  pick: (dialect: Dialect) => RecordReader<R> | undefined,
): readonly Reader<R>[] {
  return dialects.flatMap((dialect) => {
    const reads = pick(dialect)
    return reads === undefined ? [] : [{ dialect, reads, scanner: createNeedleScanner(reads.needles) }]
  })
}

/** What reading one input needs from the run it belongs to. */
export interface DeskContext {
  readonly report: InputReport
  readonly context: ReadContext
  readonly seen: SeenFacts
  readonly tracer?: Tracer | undefined
  /** Shows every record to who asked for them. */
  readonly tap?: RecordTap | undefined
}

/** The dialects that read one kind of record, at work on one input. */
export class RecordDesk<R extends WrittenRecord> {
  readonly readers: readonly Reader<R>[]
  readonly #desk: DeskContext

  constructor(readers: readonly Reader<R>[], desk: DeskContext) {
    this.readers = readers
    this.#desk = desk
  }

  /** The readers with a needle in these bytes. */
  selecting(bytes: Uint8Array, from: number, to: number): readonly Reader<R>[] {
    return this.readers.filter(({ scanner }) => scanner.find(bytes, from, to) !== -1)
  }

  /** Reads a selected record by the first reader that claims it (or fails at it), which it returns; counts its outcome. */
  offer(record: R, readers: readonly Reader<R>[], tracer?: Tracer): Dialect | undefined {
    const { report, context } = this.#desk
    for (const { dialect, reads } of readers) {
      const reading = this.#guard(dialect, record.place, () => reads.read(record, context))
      if (reading === 'failed') {
        report.count('unrecognised')
        tracer?.say('outcome', `unrecognised: dialect ${dialect.id} failed`)
        return dialect
      }
      if (reading === undefined) {
        tracer?.say('dialect', `${dialect.id}: not of this format`)
        continue
      }
      this.#accept(dialect, reading, tracer)
      return dialect
    }
    report.count('unrecognised')
    tracer?.say('outcome', 'unrecognised: no dialect reads it')
    return undefined
  }

  /** Reads a record that no needle selected, and only counts what the needles would have lost. */
  check(record: R): void {
    const { report, context } = this.#desk
    for (const { dialect, reads } of this.readers) {
      const reading = this.#guard(dialect, record.place, () => reads.read(record, context))
      if (reading === undefined || reading === 'failed') continue
      report.recognised = true
      if (reading.facts.every((fact) => fact.kind === 'seen')) return
      report.escapes += 1
      const message = `${dialect.id}: a fact that no needle of the dialect selects; lines like it are missed`
      report.note(readingNote('reading/escape', 'error', { message, place: record.place }))
      return
    }
  }

  /** Delivers that a channel was heard, when a dialect recognises the sender. */
  hear(record: R, claimedBy?: Dialect): void {
    const speaker = this.#listen(record)
    this.#desk.tap?.show(record, { claimedBy, ...speaker })
  }

  #listen(record: R): Speaker {
    const { report, context, seen } = this.#desk
    for (const { dialect, reads } of this.readers) {
      const heard = this.#guard(dialect, record.place, () => reads.hear(record, context))
      if (heard === undefined || heard === 'failed') continue
      report.recognised = true
      const fact = seen.first(heard, dialect, record.place)
      if (fact !== undefined) report.deliver([fact])
      return { heardBy: dialect, heard }
    }
    return {}
  }

  #accept(dialect: Dialect, reading: Reading, tracer: Tracer | undefined): void {
    const { report } = this.#desk
    report.claimed(dialect.id)
    report.count(reading.outcome)
    report.note(...reading.notes)
    report.deliver(reading.facts)
    tracer?.say('dialect', `${dialect.id}: reads it`)
    tracer?.say('outcome', `${reading.outcome}: ${reading.because}`)
    tracer?.sayFacts(reading.facts)
  }

  #guard<T>(dialect: Dialect, place: Place, act: () => T): T | 'failed' {
    try {
      return act()
    } catch (cause) {
      this.#desk.report.note(dialectFailed(dialect, place, cause))
      return 'failed'
    }
  }
}

/** Our bug, not the network's: the evidence is named, the run goes on. */
export function dialectFailed(dialect: Dialect, place: Place, cause: unknown): ReturnType<typeof readingNote> {
  const what = cause instanceof Error ? cause.name : typeof cause
  const message = `dialect ${dialect.id} failed (${what}); this evidence was not read, please report it`
  return readingNote('reading/dialect-failed', 'error', { message, place })
}
