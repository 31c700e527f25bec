/** What a run tells: changes with the commands that made them, and acts beside them. */
import type { InterpretedChange } from '../../contract.ts'
import { applyOperations } from './candidate.ts'
import type { ComparedMirror } from './compare.ts'
import { mayTouchMirrors, type Operation, writeOperation } from './operation.ts'
import { readCommittedAct } from './related-acts.ts'
import type { RunState } from './run-state.ts'
import { unseenEnds } from './unseen-ends.ts'

/** The change of one session: by which command it is told, which others made it, and how it is written in full. */
export function toChange(
  { address, name, edits }: ComparedMirror,
  {
    factId,
    typed,
    canonical,
  }: { readonly factId: string; readonly typed: readonly string[]; readonly canonical: string },
): InterpretedChange {
  const others = [...new Set(typed)].filter((id) => id !== factId)
  return { factId, address, name, edits, canonical, ...(others.length === 0 ? {} : { with: others }) }
}

/** Changes of one commit; of its operations each names those that made it. */
export function tellCommitted(
  state: RunState,
  factId: string,
  { changes, operations }: { readonly changes: readonly ComparedMirror[]; readonly operations: readonly Operation[] },
): void {
  for (const change of [...changes, ...unseenEnds(operations, changes)])
    state.changes.push(toChange(change, { factId, ...madeBy(change, operations) }))
}

/** What leaves the candidate without a commit was tried, and never real. */
export function tellUncommitted(state: RunState, gone: readonly Operation[]): void {
  const operations = gone.filter(({ path }) => mayTouchMirrors(path))
  if (operations.length === 0) return
  for (const change of applyOperations(state.candidate.running, operations).changes) {
    const made = madeBy(change, operations)
    const factId = made.typed.at(-1)
    if (factId !== undefined) state.changes.push({ ...toChange(change, { factId, ...made }), uncommitted: true })
  }
}

function madeBy(
  { lines }: ComparedMirror,
  operations: readonly Operation[],
): { readonly typed: readonly string[]; readonly canonical: string } {
  const numbers = new Set(lines)
  const own = operations.filter(({ number }) => numbers.has(number))
  const named = own.length > 0 ? own : operations
  const canonical = [...new Set(named.map(writeOperation))].sort().join('; ')
  return { typed: named.map(({ factId }) => factId), canonical }
}

/** A command that is part of a mirror is not told a second time. */
export function tellActs(state: RunState, operations: readonly Operation[], changes: readonly ComparedMirror[]): void {
  const told = new Set(changes.flatMap(({ lines }) => lines))
  for (const operation of operations) {
    const act = told.has(operation.number) ? undefined : readCommittedAct(operation)
    if (act !== undefined) state.signals.push({ factId: operation.factId, ...act })
  }
}
