/** Facts → acts: what the dialect that read a record says somebody did there, in the words in which rules are judged. */
import type { ChangeFact, Fact, FragmentFact, SignalKind } from '../fact.ts'
import type { MirrorEdit } from '../mirror-edit.ts'
import type { SessionAddress } from '../mirror-session.ts'
import { RECORD_ACTS, type RecordAct } from './record-act.ts'

/** What one typed command means by the grammar of its platform, read alone: its block is in other records. */
export interface CommandMeaning {
  readonly changes: readonly { readonly address: SessionAddress; readonly edits: readonly MirrorEdit[] }[]
  readonly signals: readonly { readonly signal: SignalKind }[]
}

/** `(text) => grammar.interpret([{ factId: '', text }])` */
export type ReadCommand = (command: string) => CommandMeaning

/** These tell of a refusal in any outcome; every other signal that was refused did nothing. */
const REFUSALS: readonly SignalKind[] = ['login-refused', 'privilege-refused']

/** Verbs with which interfaces of clouds write to what is already there. */
const WRITES_TO_EXISTING = /(?:^|\.)(?:modify|patch|update)/i

/**
 * Acts of one fact, each once, in the order of {@link RECORD_ACTS}. Snapshots, states and streams are nobody's act.
 *
 * A command typed into a candidate is an act whether or not a commit is known. `session-repointed` is every write to a session that was
 * there and names a destination: whether that is a new one is a question for the timeline. Without `readCommand` fragments have no acts.
 */
export function actsOf(fact: Fact, readCommand?: ReadCommand): readonly RecordAct[] {
  const acts = new Set(actsFound(fact, readCommand))
  return RECORD_ACTS.filter((act) => acts.has(act))
}

function actsFound(fact: Fact, readCommand: ReadCommand | undefined): readonly RecordAct[] {
  if (fact.kind === 'change') return actsOfChange(fact)
  if (fact.kind === 'fragment') return readCommand === undefined ? [] : actsOfCommand(fact, readCommand(fact.command))
  if (fact.kind === 'signal') return actsOfSignal(fact)
  return []
}

function actsOfChange(change: ChangeFact): readonly RecordAct[] {
  if (change.outcome !== 'accepted') return ['session-refused']
  if (change.of === 'object') return [isRemoval(change.edits) ? 'part-removed' : 'part-set']
  const acts = actsOfEdits(change.address, change.edits)
  const isRepoint = WRITES_TO_EXISTING.test(change.operation) && change.edits.some(hasDestination)
  return isRepoint && acts.includes('session-set') ? [...acts, 'session-repointed'] : acts
}

function actsOfCommand({ outcome }: FragmentFact, { changes, signals }: CommandMeaning): readonly RecordAct[] {
  if (outcome !== 'accepted') return changes.length === 0 ? [] : ['session-refused']
  return [
    ...changes.flatMap(({ address, edits }) => actsOfEdits(address, edits)),
    ...signals.map(({ signal }) => signal),
  ]
}

function actsOfSignal({ signal, outcome }: Pick<Extract<Fact, { kind: 'signal' }>, 'signal' | 'outcome'>) {
  return outcome === 'accepted' || REFUSALS.includes(signal) ? [signal] : []
}

function actsOfEdits(address: SessionAddress, edits: readonly MirrorEdit[]): readonly RecordAct[] {
  if (isCapture(address, edits)) return [isRemoval(edits) ? 'capture-removed' : 'capture-set']
  return [isRemoval(edits) ? 'session-removed' : 'session-set']
}

function isCapture({ namespace }: SessionAddress, edits: readonly MirrorEdit[]): boolean {
  const kinds = edits.flatMap((edit) => ('kind' in edit && edit.kind !== undefined ? [edit.kind] : []))
  if (kinds.length > 0) return kinds.includes('capture')
  return /capture/.test(namespace) || edits.some(hasFile)
}

function hasFile(edit: MirrorEdit): boolean {
  return 'destinations' in edit && edit.destinations.some(({ file }) => file !== undefined)
}

function hasDestination(edit: MirrorEdit): boolean {
  return (edit.do === 'replace' || edit.do === 'add-destinations') && edit.destinations.length > 0
}

/** Less is copied afterwards than before; a filter that goes away is the contrary. */
function isRemoval(edits: readonly MirrorEdit[]): boolean {
  const telling = edits.filter((edit) => edit.do !== 'define')
  return telling.length > 0 && telling.every(takesAway)
}

function takesAway(edit: MirrorEdit): boolean {
  if (edit.do === 'set') return edit.enabled === false && edit.filter === undefined && edit.direction === undefined
  return edit.do === 'remove' || edit.do === 'drop-sources' || edit.do === 'drop-destinations'
}
