/** Counts what names a mirror and is read by nobody, so that an unknown vendor is never mistaken for a safe one. */
import type { InputReading } from './input-reading.ts'
import { readingNote } from './reading-summary.ts'

/** The count for one input. */
export class UnreadMirrorWords {
  readonly #reading: InputReading
  #count = 0
  #firstLine = 0

  constructor(reading: InputReading) {
    this.#reading = reading
  }

  /** Looks at a line or record that no dialect read. */
  look(bytes: Uint8Array, at: { readonly from: number; readonly to: number; readonly line: number }): void {
    if (this.#reading.tools.mirrorWordScanner.find(bytes, at.from, at.to) === -1) return
    if (this.#count === 0) this.#firstLine = at.line
    this.#count += 1
  }

  /** Notes the count, if any: `37 lines name a mirror, …`. */
  note(unit: 'lines' | 'records'): void {
    if (this.#count === 0) return
    const { report } = this.#reading
    const message =
      this.#count === 1
        ? `1 ${unit.slice(0, -1)} names a mirror, capture or tap and no dialect reads it`
        : `${this.#count} ${unit} name a mirror, capture or tap and no dialect reads them; the first is at line ${this.#firstLine}`
    const place = { path: report.path, line: this.#firstLine }
    report.note(readingNote('reading/mirror-words-unread', 'warning', { message, place }))
  }
}
