/**
 * Shows the records of logs to who asks for them: the very lines, blocks and JSON objects that dialects are shown, each with the log it
 * belongs to. What no dialect with content claims or hears is only counted.
 */
import type { Dialect, Heard } from '../../../dialects/contract.ts'
import type { LogRecord } from '../../../facts/log-content/log-record.ts'
import type { Place } from '../../../facts/schema-parts.ts'
import { SourceChooser } from './source-chooser.ts'

/** A record as its reader holds it: `value` where it is JSON. */
export interface WrittenRecord {
  readonly text: string
  readonly value?: Readonly<Record<string, unknown>>
  readonly place: Place
}

/** Whose record it is, as far as dialects said: the one that claimed it, and what was heard in it. */
export interface Speaker {
  readonly claimedBy?: Dialect | undefined
  readonly heardBy?: Dialect | undefined
  readonly heard?: Heard | undefined
}

/** A dialect that fails at it, against its contract, leaves the record as it is. */
function asWritten({ json }: Dialect, value: NonNullable<WrittenRecord['value']>): NonNullable<WrittenRecord['value']> {
  try {
    return json?.asWritten?.(value) ?? value
  } catch {
    return value
  }
}

/** At work for one run. Holds nothing of the records it was shown. */
export class RecordTap {
  readonly #onRecord: (record: LogRecord) => void
  readonly #sources = new SourceChooser()

  constructor(onRecord: (record: LogRecord) => void) {
    this.#onRecord = onRecord
  }

  /** Passes a record on, if a dialect with content about such records knows it. */
  show({ text, value, place }: WrittenRecord, { claimedBy, heardBy, heard }: Speaker): void {
    const dialect = claimedBy ?? heardBy
    if (dialect === undefined) return
    const source = this.#sources.choose(dialect, { text, isJson: value !== undefined })
    if (source === undefined) return
    const written = value === undefined ? undefined : asWritten(dialect, value)
    this.#onRecord({ source, text, value: written, at: heard?.at, sender: heard?.ref.names[0]?.value, place })
  }
}
