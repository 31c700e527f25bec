/** What is kept in mind while a run of commands is read. */
import type { Instant } from '../../../kit/instant.ts'
import type { Interpretation, InterpretedChange, TypedCommand } from '../../contract.ts'
import { type Candidate, createCandidate, type KnownState } from './candidate.ts'
import type { Terminal } from './levels.ts'
import type { Operation } from './operation.ts'

/** A commit that goes back unless somebody confirms it. */
export interface Unconfirmed {
  readonly factId: string
  readonly deadline: Instant | undefined
  /** What it goes back to. */
  readonly before: KnownState
}

/** The last commit, for when the device says that it failed. */
export interface LastCommit {
  readonly operations: readonly Operation[]
  readonly running: KnownState
  readonly history: readonly KnownState[]
  readonly changes: number
  readonly signals: number
}

/** A run being read. */
export interface RunState {
  readonly candidate: Candidate
  readonly terminals: Map<string, Terminal>
  /** All of the run, in order; the number of each is its place from 1. */
  readonly operations: Operation[]
  pending: Operation[]
  /** What a `load` or `rollback` brought into the candidate, by the command that did. */
  loaded: { readonly factId: string; readonly what: string; readonly number?: number } | undefined
  unconfirmed: Unconfirmed | undefined
  last: LastCommit | undefined
  /** A commit was asked for whose end the device has not told yet. */
  isCommitting: boolean
  /** The device told that a commit was complete, and when. */
  completed: { readonly at: Instant | undefined } | undefined
  readonly changes: InterpretedChange[]
  readonly signals: Interpretation['signals'][number][]
  /** Commands whose level of the hierarchy was not seen, with the words after the verb. */
  readonly unjoined: { readonly factId: string; readonly words: string }[]
}

/** Nothing known. */
export function createRunState(): RunState {
  return {
    candidate: createCandidate(),
    terminals: new Map(),
    operations: [],
    pending: [],
    loaded: undefined,
    unconfirmed: undefined,
    last: undefined,
    isCommitting: false,
    completed: undefined,
    changes: [],
    signals: [],
    unjoined: [],
  }
}

/** Where the account of a command is; without one all are at the same place. */
export function terminalOf({ terminals }: RunState, { by = '' }: Pick<TypedCommand, 'by'>): Terminal {
  const known = terminals.get(by)
  if (known !== undefined) return known
  const terminal: Terminal = { stack: [], mode: 'shared' }
  terminals.set(by, terminal)
  return terminal
}
