/** Keeps the account of one input while it is read. */
import type { Fact } from '../../facts/fact.ts'
import { NO_COUNTS, type Note, type Outcome } from '../../facts/note.ts'
import type { InputFailure } from '../../sources/contract.ts'
import type { FlowSummary } from './flows/flow-summary.ts'
import type { Framing, InputSummary } from './reading-summary.ts'

/** Notes kept of one input: a broken file must not fill the memory with its complaints. */
const MAX_NOTES = 100

/** The account of one input: counts, notes, facts not yet handed over. */
export class InputReport {
  readonly path: string
  bytes = 0
  framing: Framing = 'empty'
  escapes = 0
  recognised = false
  failure: InputFailure | undefined
  flows: FlowSummary | undefined
  readonly #counts: Record<Outcome, number> = { ...NO_COUNTS }
  readonly #dialects = new Map<string, number>()
  readonly #notes: Note[] = []
  #notesLeftOut = 0
  #facts: Fact[] = []
  #factsTaken = 0

  constructor(path: string) {
    this.path = path
  }

  count(outcome: Outcome, units = 1): void {
    this.#counts[outcome] += units
  }

  /** Lines or records accounted for so far. */
  get counted(): number {
    return Object.values(this.#counts).reduce((sum, units) => sum + units, 0)
  }

  claimed(dialect: string, units = 1): void {
    this.recognised = true
    this.#dialects.set(dialect, (this.#dialects.get(dialect) ?? 0) + units)
  }

  note(...notes: readonly Note[]): void {
    for (const note of notes) {
      if (this.#notes.length < MAX_NOTES) this.#notes.push(note)
      else this.#notesLeftOut += 1
    }
  }

  deliver(facts: readonly Fact[]): void {
    for (const fact of facts) this.#facts.push(fact)
  }

  /** The facts since the last call; emptied often, so that no more than a window's worth is ever held. */
  takeFacts(): readonly Fact[] {
    const facts = this.#facts
    this.#facts = []
    this.#factsTaken += facts.length
    return facts
  }

  /** The first failure is the cause of the others. */
  fail(failure: InputFailure): void {
    this.failure ??= failure
  }

  seal(): InputSummary {
    return {
      path: this.path,
      bytes: this.bytes,
      framing: this.framing,
      dialects: Object.fromEntries([...this.#dialects].sort(([a], [b]) => (a < b ? -1 : 1))),
      recognised: this.recognised,
      units: this.counted,
      counts: { ...this.#counts },
      facts: this.#factsTaken,
      escapes: this.escapes,
      notes: this.#notes,
      notesLeftOut: this.#notesLeftOut,
      ...(this.flows === undefined ? {} : { flows: this.flows }),
      ...(this.failure === undefined ? {} : { failure: this.failure }),
    }
  }
}
