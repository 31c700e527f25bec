/** Notes about one input, each said once. */
import type { Note } from '../../facts/note.ts'

/** Notes kept: a broken input must not fill the memory with its complaints. */
const MAX_NOTES = 100

/** The notes of one input. */
export class RunNotes {
  readonly #path: string
  readonly #notes = new Map<string, Note>()
  #leftOut = 0

  constructor(path: string) {
    this.#path = path
  }

  add(
    note: Pick<Note, 'code' | 'message'> & { readonly severity?: Note['severity'] },
    at: Partial<Note['place']>,
  ): void {
    const { code, message, severity = 'warning' } = note
    const key = `${code} ${message}`
    if (this.#notes.has(key)) return
    if (this.#notes.size >= MAX_NOTES) {
      this.#leftOut += 1
      return
    }
    const { line, offset } = at
    const place = {
      path: this.#path,
      ...(line === undefined ? {} : { line }),
      ...(offset === undefined ? {} : { offset }),
    }
    this.#notes.set(key, { code, severity, message, place })
  }

  /** All notes, and how many more there were. */
  list(): readonly Note[] {
    if (this.#leftOut > 0) this.#tellLeftOut()
    return [...this.#notes.values()]
  }

  #tellLeftOut(): void {
    const message = `${this.#leftOut} more notes about this input were left out`
    this.#notes.set('', { code: 'flows/notes-left-out', severity: 'info', message, place: { path: this.#path } })
  }
}
