/** Which log of its dialect a record belongs to. */
import type { Dialect } from '../../../dialects/contract.ts'
import type { LogSource } from '../../../facts/log-content/log-source.ts'

/** Commands stand near a line's beginning; what is further in is not looked at. */
const MAX_LOOKED_AT = 8192

interface Candidate {
  readonly source: LogSource
  /** What stands before a command in records of this log. */
  readonly before: RegExp | undefined
}

/** Remembers the logs of the dialects it was asked about. */
export class SourceChooser {
  readonly #candidates = new Map<Dialect, readonly Candidate[]>()

  /**
   * Of the logs in the record's form the first in which commands are written as they are in the record, else the first; undefined when the
   * dialect has no log of that form.
   */
  choose(dialect: Dialect, { text, isJson }: { text: string; isJson: boolean }): LogSource | undefined {
    const form = isJson ? 'json' : 'text'
    const candidates = this.#of(dialect).filter(({ source }) => source.form === form)
    const [first, ...others] = candidates
    if (first === undefined || others.length === 0) return first?.source
    const start = text.slice(0, MAX_LOOKED_AT)
    return (candidates.find(({ before }) => before?.test(start) === true) ?? first).source
  }

  #of(dialect: Dialect): readonly Candidate[] {
    const known = this.#candidates.get(dialect)
    if (known !== undefined) return known
    const candidates = (dialect.content?.sources ?? []).map((source) => ({
      source,
      before: source.commands === undefined ? undefined : new RegExp(source.commands.before, 'i'),
    }))
    this.#candidates.set(dialect, candidates)
    return candidates
  }
}
