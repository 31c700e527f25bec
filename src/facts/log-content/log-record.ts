/** One record of a log as rules of other people's languages see it: what Sigma events and rows of tables are made of. */
import type { Instant } from '../../kit/instant.ts'
import type { Place } from '../schema-parts.ts'
import type { LogSource } from './log-source.ts'

/** A record with the log it belongs to. */
export interface LogRecord {
  readonly source: LogSource
  /** The line as written, or the JSON text of the record. */
  readonly text: string
  /** The parsed record, where it is JSON, under its platform's names whatever it came in; long numbers as text. */
  readonly value?: Readonly<Record<string, unknown>> | undefined
  /** When it was, as its dialect reads it; absent where it says no time. */
  readonly at?: Instant | undefined
  /** Host name, address or account of whoever wrote it, where the record says. */
  readonly sender?: string | undefined
  readonly place: Place
}
