/** Follows one line through the stages, for the person who asks what became of it. */
import type { Fact } from '../../facts/fact.ts'
import type { TraceStage } from './reading-summary.ts'

/** Stages kept: one line of a JSON file can hold thousands of records. */
const MAX_STAGES = 200

/** Collects what is said of one line. */
export class Tracer {
  readonly stages: TraceStage[] = []
  readonly #line: number

  constructor(line: number) {
    this.#line = line
  }

  /** Whether the traced line is among these, both ends included. */
  covers(firstLine: number, lastLine: number = firstLine): boolean {
    return firstLine <= this.#line && this.#line <= lastLine
  }

  /** The traced line, counted from 1 within a part that starts at `firstLine`. */
  lineWithin(firstLine: number): number {
    return this.#line - firstLine + 1
  }

  say(stage: TraceStage['stage'], says: string): void {
    if (this.stages.length < MAX_STAGES) this.stages.push({ stage, says })
  }

  sayFacts(facts: readonly Fact[]): void {
    if (facts.length === 0) this.say('facts', 'none')
    for (const fact of facts) this.say('facts', `${fact.kind} ${fact.id}`)
  }
}
