/** Data that came before its template: over UDP it may, and so it does in captures that begin at any moment. */
import type { FlowSink } from '../contract.ts'
import type { DataSet } from './data-set.ts'
import type { RunBudget } from './run-budget.ts'

/** Data that one exporter may have waiting, so that one who never sends a template costs little: about a second of a busy router. */
const MAX_BYTES = 1_048_576
const MAX_SETS = 512

/** The sets of one exporter that wait, in the order in which they came. */
export class WaitingSets {
  readonly #sets = new Map<string, DataSet[]>()
  readonly #budget: RunBudget
  #count = 0
  #bytes = 0

  constructor(budget: RunBudget) {
    this.#budget = budget
  }

  /** Keeps a copy. False when there is no room. */
  keep(set: DataSet): boolean {
    const size = set.to - set.at
    if (this.#count >= MAX_SETS || this.#bytes + size > MAX_BYTES || size > this.#budget.waitingBytes) return false
    this.#count += 1
    this.#hold(size)
    const key = keyOf(set.domainId, set.id)
    const waiting = this.#sets.get(key)
    if (waiting === undefined) this.#sets.set(key, [set.copy()])
    else waiting.push(set.copy())
    return true
  }

  /** The sets that waited for this template; they no longer wait. */
  take(domainId: number, templateId: number): readonly DataSet[] {
    if (this.#count === 0) return []
    const key = keyOf(domainId, templateId)
    const taken = this.#sets.get(key) ?? []
    this.#sets.delete(key)
    this.#count -= taken.length
    for (const { to } of taken) this.#hold(-to)
    return taken
  }

  /** No template will come: what waits is counted, and forgotten. */
  finish(sink: FlowSink): void {
    if (this.#count > 0) sink.count('set-without-template', this.#count)
    this.#sets.clear()
    this.#count = 0
    this.#hold(-this.#bytes)
  }

  #hold(bytes: number): void {
    this.#bytes += bytes
    this.#budget.waitingBytes -= bytes
  }
}

function keyOf(domainId: number, templateId: number): string {
  return `${domainId} ${templateId}`
}
