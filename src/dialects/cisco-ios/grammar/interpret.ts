/** A run of typed commands → what each of them meant. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { CommandGrammar, Interpretation, InterpretedChange, TypedCommand } from '../../contract.ts'
import { rankCommand } from './rank.ts'
import { createReader } from './reader.ts'

/** The grammar of commands typed on IOS and IOS-XE. */
export const commands: CommandGrammar = { rank: rankCommand, interpret }

/** Reads commands in order, keeping the block they are in; commands without a bearing on mirrors give nothing. */
function interpret(typed: readonly TypedCommand[]): Interpretation {
  const reader = createReader({ snapshot: false })
  const changes: InterpretedChange[] = []
  const signals: Interpretation['signals'][number][] = []
  const unjoined: string[] = []
  for (const { factId, text } of typed) {
    const step = reader.read(text)
    // What speaks of a mirror and is not understood is counted with the blocks whose head was not seen.
    if (step.unjoined === true || (step.problem !== undefined && step.changes === undefined)) unjoined.push(factId)
    if (step.signal !== undefined) signals.push({ factId, ...step.signal })
    for (const change of step.changes ?? []) if (change.edits.length > 0) changes.push({ factId, ...change })
  }
  return { changes: withoutUsedVlans(changes), signals, unjoined }
}

/** An RSPAN VLAN declared in the run that also uses it is part of the session that does. */
function withoutUsedVlans(changes: readonly InterpretedChange[]): readonly InterpretedChange[] {
  const used = new Set(changes.flatMap(({ edits }) => edits.flatMap(vlansOf)))
  return changes.filter(({ address }) => address.namespace !== 'rspan-vlan' || !used.has(Number(address.id)))
}

/** VLANs that an edit names as the way of a copy: a destination, or a source of a session that is a far end. */
function vlansOf(edit: MirrorEdit): readonly number[] {
  const ends = edit.do === 'add-destinations' ? edit.destinations : []
  return ends.flatMap(({ vlan }) => vlan ?? [])
}
