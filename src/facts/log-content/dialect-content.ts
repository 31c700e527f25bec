/** Everything a dialect gives to detection content. A new vendor extends all rules, tests and pages by this alone. */
import type { Exercise } from './exercise.ts'
import type { CommandSignature, LogSource, RecordExample, RecordSignature } from './log-source.ts'

/** What a dialect offers; see the members' types. */
export interface DialectContent {
  readonly sources: readonly LogSource[]
  readonly signatures: readonly RecordSignature[]
  readonly commandSignatures: readonly CommandSignature[]
  /** For each act of a signature one that shows it; and benign neighbours. */
  readonly examples: readonly RecordExample[]
  readonly exercises: readonly Exercise[]
}
