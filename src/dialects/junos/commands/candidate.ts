/**
 * The candidate configuration of a device, as far as typed commands show it: what was set waits until somebody commits it, and
 * what is committed under a condition may come back.
 */
import type { FoundMirror } from '../mirrors/draft.ts'
import { findMirrors } from '../mirrors/find-mirrors.ts'
import { editTree, matchingPaths } from '../tree/edit-tree.ts'
import { type ConfigNode, cloneNode, countNodes, createNode, findPath, insertPath } from '../tree/node.ts'
import { viewConfig } from '../tree/view.ts'
import { type ComparedMirror, compareMirrors } from './compare.ts'
import type { Operation } from './operation.ts'

/** A configuration as far as it is known, with its mirrors. Never changed once it is made. */
export interface KnownState {
  readonly root: ConfigNode
  readonly mirrors: readonly FoundMirror[]
}

/** The running configuration, and those before each commit, oldest first. */
export interface Candidate {
  running: KnownState
  readonly history: KnownState[]
}

/** What a commit did: the states before and after it, and the sessions that differ. */
export interface Committed {
  readonly before: KnownState
  readonly after: KnownState
  readonly changes: readonly ComparedMirror[]
}

/** @source Junos CLI User Guide: rollback 0 to 49 */
const MAX_HISTORY = 49
/** Of typed commands only so many words are kept in mind: a run of many thousand commits costs no more than its length. */
const MAX_NODES = 512
const NOTHING_KNOWN: KnownState = { root: createNode(), mirrors: [] }

/** Nothing known yet. */
export function createCandidate(): Candidate {
  return { running: NOTHING_KNOWN, history: [] }
}

/**
 * The state with operations made real. What they take away or switch and nobody saw before must have been there: it is put in
 * first, so that its going is a change.
 */
export function applyOperations(running: KnownState, operations: readonly Operation[]): Committed {
  const known = countNodes(running.root) > MAX_NODES ? NOTHING_KNOWN : running
  if (operations.length === 0) return { before: known, after: known, changes: [] }
  const before = presupposed(known, operations)
  const root = cloneNode(before.root)
  for (const operation of operations) editTree(root, { ...operation, line: operation.number })
  const after = knownState(root)
  return { before, after, changes: compareMirrors(before.mirrors, after.mirrors) }
}

/** Makes the state after a commit the running one, and keeps the one before for a roll-back. */
export function enterState(candidate: Candidate, { before, after }: Pick<Committed, 'before' | 'after'>): void {
  candidate.history.push(before)
  if (candidate.history.length > MAX_HISTORY) candidate.history.shift()
  candidate.running = after
}

/** The state before the `number`-th last commit; undefined where nobody saw that one. */
export function earlierState({ history }: Candidate, number: number): KnownState | undefined {
  return number < 1 ? undefined : history.at(-number)
}

/** Forgets everything: a configuration came in from elsewhere. */
export function forgetState(candidate: Candidate): void {
  candidate.running = NOTHING_KNOWN
  candidate.history.length = 0
}

function knownState(root: ConfigNode): KnownState {
  return { root, mirrors: findMirrors(viewConfig(root), { snapshot: false }) }
}

function presupposed(known: KnownState, operations: readonly Operation[]): KnownState {
  if (operations.every(({ action, was }) => action === 'set' && was === undefined)) return known
  const root = cloneNode(known.root)
  for (const operation of operations) presuppose(root, operation)
  return knownState(root)
}

/** A removal or a switch marks the place with its number, so that the change it makes is known to be its own. */
function presuppose(before: ConfigNode, { action, path, was, number }: Operation): void {
  if (action === 'set') {
    if (was !== undefined) insertPath(before, [...path.slice(0, -1), was], number)
    return
  }
  if (action === 'wildcard-delete') {
    for (const node of matchingPaths(before, path)) node.lines.push(number)
    return
  }
  const known = findPath(before, path)
  const node = known ?? insertPath(before, path, number)
  if (known === undefined && action === 'activate') node.inactive = true
  if (action === 'delete' || action === 'rename') node.lines.push(number)
}
