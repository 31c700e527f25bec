/** A run of typed commands → what each of them meant. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import { interpretCommands } from '../../_cisco-configuration/commands/interpret.ts'
import type { CommandGrammar, Interpretation, InterpretedChange, TypedCommand } from '../../contract.ts'
import { rankCommand } from './rank.ts'
import { createReader } from './reader.ts'

/** The grammar of commands typed on IOS and IOS-XE. */
export const commands: CommandGrammar = { rank: rankCommand, interpret }

function interpret(typed: readonly TypedCommand[]): Interpretation {
  const { changes, ...rest } = interpretCommands(typed, createReader({ snapshot: false }))
  return { changes: withoutParts(changes), ...rest }
}

/**
 * An RSPAN VLAN declared in the run that also uses it is part of the session that does, and a port that receives captures part
 * of the access map that makes them.
 */
function withoutParts(changes: readonly InterpretedChange[]): readonly InterpretedChange[] {
  const used = new Set(changes.flatMap(({ edits }) => edits.flatMap(vlansOf)))
  const mapped = changes.some(({ address }) => address.namespace === 'vlan-access-map')
  return changes.filter(({ address: { namespace, id } }) => {
    if (namespace === 'capture-port') return !mapped
    return namespace !== 'rspan-vlan' || !used.has(Number(id))
  })
}

/** VLANs that an edit names as the way of a copy: a destination, or a source of a session that is a far end. */
function vlansOf(edit: MirrorEdit): readonly number[] {
  const ends = edit.do === 'add-destinations' ? edit.destinations : []
  return ends.flatMap(({ vlan }) => vlan ?? [])
}
