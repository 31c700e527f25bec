/**
 * The candidate configuration of a device, as far as typed commands show it: what was set waits until somebody commits it, and
 * what is committed under a condition may come back.
 */

import type { FoundMirror } from '../mirrors/draft.ts'
import { findMirrors } from '../mirrors/find-mirrors.ts'
import { editTree } from '../tree/edit-tree.ts'
import { type ConfigNode, cloneNode, countNodes, createNode, findPath, insertPath } from '../tree/node.ts'
import { viewConfig } from '../tree/view.ts'
import { type ComparedMirror, compareMirrors } from './compare.ts'
import type { Operation } from './operation.ts'

/** What the running configuration is known to hold, and the states before each commit, oldest first. */
export interface Candidate {
  running: ConfigNode
  readonly history: ConfigNode[]
}

/** What a commit did: sessions that changed, with what undoes them, and the state before it. */
export interface Committed {
  readonly changes: readonly ComparedMirror[]
  readonly undo: readonly ComparedMirror[]
  readonly before: ConfigNode
}

/** @source Junos CLI User Guide: rollback 0 to 49 */
const MAX_HISTORY = 49
/** Of typed commands only so much is kept in mind: a run of a hundred thousand commits costs no more than its length. */
const MAX_NODES = 1024

/** Nothing known yet. */
export function createCandidate(): Candidate {
  return { running: createNode(), history: [] }
}

/**
 * The state with operations made real. What they take away or switch and nobody saw before must have been there: it is put in
 * first, so that its going is a change.
 */
export function applyOperations(
  running: ConfigNode,
  operations: readonly Operation[],
): Committed & { readonly after: ConfigNode } {
  const before = countNodes(running) > MAX_NODES ? createNode() : cloneNode(running)
  for (const operation of operations) presuppose(before, operation)
  const after = cloneNode(before)
  for (const operation of operations) editTree(after, { ...operation, line: operation.number })
  return { ...compareStates(before, after), after }
}

/** Makes a state the running one, and keeps the one before for a roll-back. */
export function enterState(
  candidate: Candidate,
  { before, after }: { readonly before: ConfigNode; readonly after: ConfigNode },
): void {
  candidate.history.push(before)
  if (candidate.history.length > MAX_HISTORY) candidate.history.shift()
  candidate.running = after
}

/** The state before the `number`-th last commit; undefined where nobody saw that one. */
export function earlierState({ history }: Candidate, number: number): ConfigNode | undefined {
  return number < 1 ? undefined : history.at(-number)
}

/** Forgets everything: a configuration came in from elsewhere. */
export function forgetState(candidate: Candidate): void {
  candidate.running = createNode()
  candidate.history.length = 0
}

/** What going from one state to another changes. */
export function compareStates(before: ConfigNode, after: ConfigNode): Committed {
  const [was, is] = [mirrorsOf(before), mirrorsOf(after)]
  return { changes: compareMirrors(was, is), undo: compareMirrors(is, was), before }
}

function mirrorsOf(root: ConfigNode): readonly FoundMirror[] {
  return findMirrors(viewConfig(root), { snapshot: false })
}

/** A removal or a switch marks the place with its number, so that the change it makes is known to be its own. */
function presuppose(before: ConfigNode, { action, path, was, number }: Operation): void {
  if (action === 'set') {
    if (was !== undefined) insertPath(before, [...path.slice(0, -1), was], number)
    return
  }
  const known = findPath(before, path)
  const node = known ?? insertPath(before, path, number)
  if (known === undefined && action === 'activate') node.inactive = true
  if (action === 'delete' || action === 'rename') node.lines.push(number)
}
