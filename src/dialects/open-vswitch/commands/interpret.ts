/** What a run of logged `ovs-vsctl` calls means: each is one transaction, so mirrors are compared before and after it. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { MirrorSession } from '../../../facts/mirror-session.ts'
import type { CommandGrammar, Interpretation, InterpretedChange, TypedCommand } from '../../contract.ts'
import { type FoundMirror, findMirrors } from '../mirrors/find-mirrors.ts'
import { applyCommand, readSymbols } from './apply-command.ts'
import { canonicalText, readInvocation } from './invocation.ts'
import { SwitchState } from './switch-state.ts'

/** Calls are whole transactions: only what takes away comes before what is put. */
export const commands: CommandGrammar = {
  rank: (command) => (/\s(?:clear|remove|destroy|del-br|emer-reset)\s/.test(command) ? -1 : 0),
  interpret,
}

/** Reads calls in order. Never throws. */
function interpret(typed: readonly TypedCommand[]): Interpretation {
  const state = new SwitchState()
  const changes: InterpretedChange[] = []
  const signals: Interpretation['signals'][number][] = []
  for (const { factId, text } of typed) {
    const called = readInvocation(text)
    if (called === undefined) continue
    state.trim()
    const before = mirrorsOf(state)
    const symbols = readSymbols(called, factId)
    const acts = called.flatMap((command) => applyCommand(command, symbols, state))
    state.dropUnnamedMirrors()
    const canonical = canonicalText(called)
    for (const change of compare(before, mirrorsOf(state))) changes.push({ factId, canonical, ...change })
    signals.push(...acts.map((act) => ({ factId, ...act })))
  }
  return { changes, signals, unjoined: [] }
}

/** A mirror, and all of it in one text to compare. */
interface KnownMirror extends FoundMirror {
  readonly text: string
}

function mirrorsOf(state: SwitchState): ReadonlyMap<string, KnownMirror> {
  const found = findMirrors(state.database())
  return new Map(found.map((mirror) => [mirror.address.id, { ...mirror, text: JSON.stringify(mirror.session) }]))
}

type Difference = Pick<InterpretedChange, 'address' | 'name' | 'edits'>

function compare(
  before: ReadonlyMap<string, KnownMirror>,
  after: ReadonlyMap<string, KnownMirror>,
): readonly Difference[] {
  const gone = [...before.values()].filter(({ address }) => !after.has(address.id))
  const changed = [...after.values()].filter(({ address, text }) => before.get(address.id)?.text !== text)
  return [
    ...gone.map(({ address, session }) => ({ address, name: session.name, edits: [{ do: 'remove' } as const] })),
    ...changed.map(({ address, session }) => ({ address, name: session.name, edits: editsTo(session) })),
  ]
}

/** A call says all of a mirror: it is exactly this from here. */
function editsTo({ name, sources, destinations, filter, details = {} }: MirrorSession): readonly MirrorEdit[] {
  const kept = Object.keys(details)
  const gone = ['filter', 'erspanId', 'virtualNetworkId', 'originIp', 'truncateBytes'].filter(
    (member) => !kept.includes(member) && !(member === 'filter' && filter !== undefined),
  )
  return [
    { do: 'define', name, enabled: true },
    { do: 'replace', sources: [...sources], destinations: [...destinations] },
    { do: 'clear', members: gone },
    ...(filter === undefined && kept.length === 0
      ? []
      : [
          {
            do: 'set',
            ...(filter === undefined ? {} : { filter }),
            ...(kept.length === 0 ? {} : { details }),
          } as const,
        ]),
  ]
}
