/** What one command of a call does to the switch, and what it means beside mirrors. */
import type { SignalKind } from '../../../facts/fact.ts'
import { entryOf, wordsOf } from '../database/cells.ts'
import { type Row, type Table, tableNamed } from '../database/tables.ts'
import { isEntries, type Value } from '../database/values.ts'
import { tunnelOf } from '../mirrors/tunnels.ts'
import { type Assignment, columnNamed, combine, readAssignment } from './columns.ts'
import type { Command } from './invocation.ts'
import type { SwitchState } from './switch-state.ts'

/** A related act, in words. */
export interface RelatedAct {
  readonly signal: SignalKind
  readonly detail: string
}

/** The rows that a call names by `@id`. */
export type Symbols = ReadonlyMap<string, string>

const WITNESSES: ReadonlySet<string> = new Set(['netflow', 'sflow', 'ipfix'])

/** The rows that `--id=@m` stands for in one call: a new one for `create`, the record itself for `get`. */
export function readSymbols(commands: readonly Command[], callId: string): Symbols {
  return new Map(
    commands.flatMap(({ options, verb, words: [, record = ''] }) => {
      const id = options.get('id')
      if (id === undefined || !id.startsWith('@')) return []
      return [[id, verb === 'create' ? `${callId} ${id}` : record] as const]
    }),
  )
}

/** Applies one command; returns what cannot be told as a change of a mirror that is known. Never throws. */
export function applyCommand(command: Command, symbols: Symbols, state: SwitchState): readonly RelatedAct[] {
  const { verb, words } = command
  const [first = '', second = ''] = words
  if (verb === 'add-port') return addPort(state, second)
  if (verb === 'del-br') return deleteBridge(state, first)
  if (verb === 'emer-reset') return reset(state)
  const table = tableNamed(first)
  if (table === undefined) return []
  if (verb === 'create') return create(state, { table, command, symbols })
  if (verb === 'get') return name(state, table, second)
  if (verb === 'destroy') return destroy(state, table, command)
  if (!['set', 'add', 'remove', 'clear'].includes(verb)) return []
  return change(state, { table, record: symbols.get(second) ?? second, verb, changes: changesOf(command, symbols) })
}

/** A port has one interface of its own name. */
function name(state: SwitchState, table: Table, record: string): readonly RelatedAct[] {
  if (table === 'Port' || table === 'Interface' || table === 'Bridge') state.put(table, record, named(record))
  return []
}

function named(text: string): ReadonlyMap<string, Value> {
  return new Map([['name', [text]]])
}

function addPort(state: SwitchState, port: string): readonly RelatedAct[] {
  state.put('Port', port, named(port))
  state.put('Interface', port, named(port))
  return []
}

function deleteBridge(state: SwitchState, bridge: string): readonly RelatedAct[] {
  state.delete('Bridge', bridge)
  return []
}

/** @source ovs-vsctl(8), emer-reset: clears mirrors and all that is exported, of every bridge */
function reset(state: SwitchState): readonly RelatedAct[] {
  for (const { id } of state.rows('Bridge')) state.put('Bridge', id, new Map([['mirrors', []]]))
  return [
    { signal: 'flow-logs-cut', detail: 'configuration reset: all flow export ended' },
    { signal: 'configuration-edited', detail: 'configuration reset: all mirrors removed' },
  ]
}

function create(
  state: SwitchState,
  { table, command, symbols }: { readonly table: Table; readonly command: Command; readonly symbols: Symbols },
): readonly RelatedAct[] {
  const id = symbols.get(command.options.get('id') ?? '')
  const columns = new Map(
    command.words.slice(1).flatMap((word) => {
      const assigned = readAssignment(word)
      return assigned === undefined ? [] : [[assigned.column, resolve(assigned.value, symbols)] as const]
    }),
  )
  if (id !== undefined) state.put(table, id, columns)
  return []
}

/** `--all destroy mirror` goes with the bridges' letting go of them. */
function destroy(state: SwitchState, table: Table, { options, words }: Command): readonly RelatedAct[] {
  if (!['Mirror', 'NetFlow', 'sFlow', 'IPFIX'].includes(table)) return []
  const records = options.has('all') ? state.rows(table).map(({ id }) => id) : words.slice(1)
  const found = records.flatMap((record) => state.find(table, record) ?? [])
  for (const { id } of found) state.delete(table, id)
  if (table !== 'Mirror') return [{ signal: 'flow-logs-cut', detail: `${table} removed` }]
  if (found.length > 0) return []
  const which = options.has('all') ? 'all mirrors' : `mirror ${words.slice(1).join(' ')}`
  return [{ signal: 'configuration-edited', detail: `${which} removed` }]
}

interface Change {
  readonly table: Table
  readonly record: string
  readonly verb: string
  readonly changes: readonly Assignment[]
}

/** `set` and `add` and `remove` of columns with values, `clear` of columns. */
function changesOf({ verb, words }: Command, symbols: Symbols): readonly Assignment[] {
  const rest = words.slice(2)
  if (verb === 'clear') return rest.map((word) => ({ column: columnNamed(word), value: [], isEntry: false }))
  if (verb === 'set')
    return rest.flatMap((word) => {
      const assigned = readAssignment(word)
      return assigned === undefined ? [] : [{ ...assigned, value: resolve(assigned.value, symbols) }]
    })
  const [column, ...values] = rest
  if (column === undefined) return []
  return values.map((word) => {
    const entry = /^([\w-]{1,64})=(.*)$/s.exec(word)
    const value: Value = entry === null ? resolve([word], symbols) : new Map([[entry[1] ?? '', entry[2] ?? '']])
    return { column: columnNamed(column), value, isEntry: true }
  })
}

function resolve(value: Value, symbols: Symbols): Value {
  return isEntries(value) ? value : value.map((word) => symbols.get(word) ?? word)
}

/** Other tables say nothing of mirrors. */
const CHANGED: ReadonlySet<Table> = new Set(['Bridge', 'Interface', 'Mirror'])

function change(state: SwitchState, { table, record, verb, changes }: Change): readonly RelatedAct[] {
  const known = state.find(table, record)
  if (table === 'Mirror' && known === undefined) {
    const columns = changes.map(({ column }) => column).join(', ')
    return [{ signal: 'configuration-edited', detail: `mirror ${record} changed: ${columns}` }]
  }
  if (!CHANGED.has(table)) return []
  const id = known?.id ?? record
  state.put(table, id, changedColumns(known?.columns ?? named(record), verb, changes))
  const knewMirrors = known !== undefined && wordsOf(known, 'mirrors').length > 0
  if (table === 'Bridge') return readBridgeActs(record, verb, { changes, knewMirrors })
  return table === 'Interface' ? readTunnelActs(state, id, changes) : []
}

function changedColumns(before: Row['columns'], verb: string, changes: readonly Assignment[]): Row['columns'] {
  const columns = new Map(before)
  for (const { column, value, isEntry } of changes)
    columns.set(column, isEntry ? combine(columns.get(column), value, verb === 'remove' ? 'remove' : 'add') : value)
  return columns
}

/** Mirrors that nobody saw made, and exporters that are let go of. */
function readBridgeActs(
  bridge: string,
  verb: string,
  { changes, knewMirrors }: { readonly changes: readonly Assignment[]; readonly knewMirrors: boolean },
): readonly RelatedAct[] {
  return changes.flatMap(({ column, value }): readonly RelatedAct[] => {
    const takes = verb === 'clear' || verb === 'remove' || (verb === 'set' && [...value].length === 0)
    if (WITNESSES.has(column) && takes)
      return [{ signal: 'flow-logs-cut', detail: `${column} of bridge ${bridge} ended` }]
    if (column !== 'mirrors' || !takes || knewMirrors) return []
    return [{ signal: 'configuration-edited', detail: `mirrors of bridge ${bridge} removed` }]
  })
}

function readTunnelActs(state: SwitchState, id: string, changes: readonly Assignment[]): readonly RelatedAct[] {
  const row = state.find('Interface', id)
  if (row === undefined || !changes.some(({ column }) => column === 'type' || column === 'options')) return []
  const remote = entryOf(row, 'options', 'remote_ip')
  const tunnel = tunnelOf(row)
  if (tunnel === undefined && remote === undefined) return []
  const to = remote === undefined ? '' : ` to ${remote}`
  return [{ signal: 'tunnel-changed', detail: `tunnel ${id} (${tunnel?.type ?? 'type not seen'})${to}` }]
}
