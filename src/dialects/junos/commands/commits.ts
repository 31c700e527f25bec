/** Commits, and what becomes of them: confirmed or not, failed, rolled back. */
import { gapMs, type Instant, shiftInstant } from '../../../kit/instant.ts'
import type { TypedCommand } from '../../contract.ts'
import { applyOperations, earlierState, enterState, forgetState, type KnownState } from './candidate.ts'
import { compareMirrors } from './compare.ts'
import { tellActs, tellCommitted, tellUncommitted, toChange } from './emissions.ts'
import { mayTouchMirrors, type Operation } from './operation.ts'
import { type RunState, terminalOf } from './run-state.ts'
import type { TypedLine } from './typed-line.ts'

/** @source measured on vSRX: the roll-back comes half a minute to a minute after its time */
const ROLLBACK_DELAY_MS = 60_000
const MINUTE_MS = 60_000
/** Several messages tell the end of one commit. */
const SAME_COMMIT_MS = 10_000

/** Reads one word on a commit, typed or told by the device. */
export function readCommit(
  state: RunState,
  command: TypedCommand,
  { how, minutes = 0 }: Extract<TypedLine, { kind: 'commit' }>,
): void {
  if (how === 'at') return
  if (how === 'not-confirmed') return rollBackUnconfirmed(state, command.factId)
  if (how === 'failed') return undoFailed(state)
  if (how === 'complete') return readComplete(state, command)
  const earlier = state.unconfirmed
  state.unconfirmed = undefined
  if (how === 'check') return
  state.isCommitting = true
  const before = makeReal(state, command)
  if (how === 'now') return
  const deadline = command.at === undefined ? undefined : shiftInstant(command.at, minutes * MINUTE_MS)
  // Another `commit confirmed` moves the deadline of the first; what goes back is both.
  state.unconfirmed = { factId: command.factId, before, ...earlier, deadline }
}

/** A commit that nobody was heard to ask for is real with the message that it is complete. */
function readComplete(state: RunState, command: TypedCommand): void {
  const { completed, isCommitting } = state
  state.isCommitting = false
  state.completed = { at: command.at }
  const isToldAgain = completed !== undefined && isSameCommit(completed.at, command.at)
  if (!isCommitting && !(isToldAgain && state.pending.length === 0)) makeReal(state, command)
}

function isSameCommit(before: Instant | undefined, at: Instant | undefined): boolean {
  return before === undefined || at === undefined || gapMs(before, at) < SAME_COMMIT_MS
}

/** Those who edit in private commit what is theirs; everybody else, what all of them share. Returns what was before. */
function makeReal(state: RunState, command: TypedCommand): KnownState {
  const { candidate, loaded } = state
  const { running } = candidate
  const taken = takePending(state, command)
  const { length: changes } = state.changes
  const { length: signals } = state.signals
  state.last = { operations: taken, running, history: [...candidate.history], changes, signals }
  restoreLoaded(state, command)
  const operations = taken.filter(({ path }) => mayTouchMirrors(path))
  const committed = applyOperations(candidate.running, operations)
  const before = loaded === undefined ? committed.before : running
  enterState(candidate, { ...committed, before })
  tellCommitted(state, command.factId, { changes: committed.changes, operations })
  tellActs(state, taken, committed.changes)
  if (taken.length === 0 && loaded === undefined)
    state.signals.push({ factId: command.factId, signal: 'configuration-edited', detail: 'configuration committed' })
  return before
}

function takePending(state: RunState, command: TypedCommand): readonly Operation[] {
  const { by = '' } = command
  const isPrivate = terminalOf(state, command).mode === 'private'
  const isTaken = (operation: Operation): boolean =>
    isPrivate ? operation.by === by : terminalOf(state, operation).mode !== 'private'
  const taken = state.pending.filter(isTaken)
  state.pending = state.pending.filter((operation) => !isTaken(operation))
  return taken
}

/** What a `rollback` or `load` brought in: an earlier state that was seen is compared; anything else is only known to have come. */
function restoreLoaded(state: RunState, { factId }: TypedCommand): void {
  const { loaded, candidate } = state
  state.loaded = undefined
  if (loaded === undefined) return
  const earlier = loaded.number === undefined ? undefined : earlierState(candidate, loaded.number)
  const canonical = `${loaded.what}, committed`
  if (earlier === undefined) {
    forgetState(candidate)
    state.signals.push({ factId: loaded.factId, signal: 'configuration-copied-in', detail: canonical })
    return
  }
  const changes = compareMirrors(candidate.running.mirrors, earlier.mirrors)
  candidate.running = earlier
  for (const change of changes) state.changes.push(toChange(change, { factId, typed: [loaded.factId], canonical }))
}

/** `rollback` empties the candidate; `rollback 3` fills it with an earlier configuration. @source Junos CLI User Guide, "rollback" */
export function readRollback(state: RunState, { factId }: TypedCommand, number: number | undefined): void {
  dropPending(state, () => true)
  const what = number === undefined ? 'rollback' : `rollback ${number}`
  state.loaded = number === 0 ? undefined : { factId, what, ...(number === undefined ? {} : { number }) }
}

/** Takes operations out of the candidate that nobody committed. */
export function dropPending(state: RunState, isGone: (operation: Operation) => boolean): void {
  const gone = state.pending.filter(isGone)
  state.pending = state.pending.filter((operation) => !isGone(operation))
  tellUncommitted(state, gone)
}

/** Once its time is over and nobody confirmed it, a commit goes back. */
export function expireUnconfirmed(state: RunState, at: Instant | undefined): void {
  const deadline = state.unconfirmed?.deadline
  if (deadline === undefined || at === undefined) return
  if (at > shiftInstant(deadline, ROLLBACK_DELAY_MS)) rollBackUnconfirmed(state, undefined)
}

/** The message that says so proves it; without one, the commit itself does, with the time that it set. */
export function rollBackUnconfirmed(state: RunState, witness: string | undefined): void {
  const { unconfirmed, candidate } = state
  state.unconfirmed = undefined
  if (unconfirmed === undefined) {
    if (witness === undefined) return
    forgetState(candidate)
    const detail = 'a commit that nobody confirmed was rolled back'
    state.signals.push({ factId: witness, signal: 'configuration-edited', detail })
    return
  }
  const { factId, deadline, before } = unconfirmed
  const undo = compareMirrors(candidate.running.mirrors, before.mirrors)
  enterState(candidate, { before: candidate.running, after: before })
  for (const change of undo) {
    const canonical = 'commit confirmed, rolled back'
    const made = toChange(change, { factId: witness ?? factId, typed: [factId], canonical })
    state.changes.push(witness === undefined && deadline !== undefined ? { ...made, at: deadline } : made)
  }
}

/** A commit that failed changed nothing: what it held waits again. */
function undoFailed(state: RunState): void {
  const { last, candidate } = state
  state.isCommitting = false
  state.last = undefined
  state.unconfirmed = undefined
  if (last === undefined) return
  state.changes.length = last.changes
  state.signals.length = last.signals
  candidate.running = last.running
  candidate.history.splice(0, candidate.history.length, ...last.history)
  state.pending = [...last.operations, ...state.pending]
}
