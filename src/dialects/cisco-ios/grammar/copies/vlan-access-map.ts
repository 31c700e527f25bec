/**
 * VACL capture: an access map copies packets of the VLANs it is applied to into every port with `switchport capture`. Map,
 * filter and ports stand in different places, in any order.
 */
import type { MirrorEdit } from '../../../../facts/mirror-edit.ts'
import type { MirrorSource } from '../../../../facts/mirror-session.ts'
import { formatIntegerRanges, parseIntegerRanges } from '../../../../kit/integer-ranges.ts'
import { expandInterfaceList } from '../../../../kit/interface-name.ts'
import { matchKeyword } from '../../../../kit/keyword.ts'
import { type Verb, write } from '../../../_cisco-configuration/commands/command-line.ts'
import type { SessionChange, Step } from '../../../_cisco-configuration/commands/step.ts'
import type { AccessMap, MapEntry, RunLine, RunMemory } from '../memory.ts'
import { type Mode, TOP } from '../mode.ts'
import { changeOf } from '../session-change.ts'
import type { Stepped } from '../step.ts'

/** Every map reaches every port: these bound what a hostile run can make of it. */
const MAX_ENTRIES = 256
const MAX_MATCHES = 64
const MAX_CAPTURE_PORTS = 256

/** An entry without a number is the first. @source Cisco IOS command `vlan access-map name [seq#]`, steps of 10 */
const FIRST_ENTRY = '10'

/**
 * Reads `vlan access-map TAP 10`, which opens an entry, and `vlan filter TAP vlan-list 10,20`; undefined for other commands.
 *
 * @source Cisco Catalyst 6500 IOS, "Configuring VLAN ACLs", capture
 */
export function readVlanMapLine(line: RunLine): Stepped | undefined {
  const [first = '', second, ...rest] = line.words
  if (first.length < 2 || matchKeyword(first, ['vlan']) === undefined) return undefined
  const kind = matchKeyword(second, ['access-map', 'filter'])
  if (kind === 'filter') return { step: readVlanFilter({ ...line, words: rest }), mode: TOP }
  return kind === 'access-map' ? readMapHead({ ...line, words: rest }) : undefined
}

function readMapHead({ verb, words, run }: RunLine): Stepped {
  const [map = '', entry] = words
  if (verb === 'set') return { step: {}, mode: { in: 'access-map', map, entry: entry ?? FIRST_ENTRY } }
  const canonical = write(verb, `vlan access-map ${map}`, entry ?? '')
  const known = run.accessMaps.get(map)
  if (entry === undefined) {
    run.accessMaps.delete(map)
    return { step: { changes: [changeOf(['vlan-access-map', map], [{ do: 'remove' }], canonical)] }, mode: TOP }
  }
  if (known?.entries.delete(entry) !== true) return { step: {}, mode: TOP }
  return { step: { changes: [mapChange(map, afterLoss(known), canonical)] }, mode: TOP }
}

/** Reads a line of an entry: `match ip address TAP`, `action forward capture`. Undefined where it is none of the entry's. */
export function readMapEntryLine(
  { verb, words, run }: RunLine,
  mode: Extract<Mode, { in: 'access-map' }>,
): Stepped | undefined {
  const [first = '', ...rest] = words
  const command = first.length > 1 ? matchKeyword(first, ['action', 'end', 'exit', 'match']) : undefined
  if (command === undefined) return undefined
  if (command === 'exit' || command === 'end') return { step: {}, mode: TOP }
  const map = mapOf(run, mode.map)
  const before = isCapturing(map)
  const entry = entryOf(map, mode.entry)
  if (entry === undefined) return { step: { problem: `access map ${mode.map} has too many entries` }, mode }
  const text = command === 'match' ? readMatch(entry, verb, rest) : readAction(entry, verb, rest)
  const canonical = `vlan access-map ${mode.map} ${mode.entry} ${write(verb, command, text)}`
  return { step: { changes: [mapChange(mode.map, editsAfter(before, map, { name: mode.map, run }), canonical)] }, mode }
}

function entryOf({ entries }: AccessMap, number: string): MapEntry | undefined {
  const entry = entries.get(number) ?? (entries.size < MAX_ENTRIES ? { matches: [], captures: false } : undefined)
  if (entry !== undefined) entries.set(number, entry)
  return entry
}

/** A map that copies nothing has no bearing on a copy: its lines are read, and change nothing. */
function editsAfter(
  before: boolean,
  map: AccessMap,
  { name, run }: { readonly name: string; readonly run: RunMemory },
): readonly MirrorEdit[] {
  if (!isCapturing(map)) return before ? [{ do: 'remove' }] : []
  return before ? [filterEdit(map)] : capturing(name, map, run)
}

function readMatch(entry: MapEntry, verb: Verb, [family, address, ...names]: readonly string[]): string {
  const full = [matchKeyword(family, ['ip', 'ipv6', 'mac']) ?? family, matchKeyword(address, ['address']) ?? address]
  const text = [...full, ...names].filter((word) => word !== undefined).join(' ')
  const others = entry.matches.filter((match) => match !== text)
  const now = verb === 'set' ? [...others, text] : others
  entry.matches.splice(0, entry.matches.length, ...now.slice(0, MAX_MATCHES))
  return text
}

/** `forward capture` copies; `redirect` sends elsewhere, `drop` and `forward` alone copy nothing. */
function readAction(entry: MapEntry, verb: Verb, [action, option, ...more]: readonly string[]): string {
  const full = matchKeyword(action, ['drop', 'forward', 'redirect'])
  const copies = full === 'forward' && matchKeyword(option, ['capture']) !== undefined
  entry.captures = verb === 'set' && copies
  return [full ?? action, copies ? 'capture' : option, ...more].filter((word) => word !== undefined).join(' ')
}

function mapOf({ accessMaps }: RunMemory, name: string): AccessMap {
  const known = accessMaps.get(name) ?? { sources: new Map(), entries: new Map() }
  accessMaps.set(name, known)
  return known
}

function isCapturing({ entries }: AccessMap): boolean {
  return [...entries.values()].some(({ captures }) => captures)
}

/** All that is known of a map from the moment it copies. */
function capturing(name: string, map: AccessMap, { capturePorts }: RunMemory): readonly MirrorEdit[] {
  const destinations = [...capturePorts].map((port) => ({ interface: port }))
  return [
    { do: 'define', name, kind: 'local', enabled: true },
    ...(map.sources.size === 0 ? [] : [addSources([...map.sources.values()])]),
    ...(destinations.length === 0 ? [] : [{ do: 'add-destinations', destinations } as const]),
    filterEdit(map),
  ]
}

function addSources(sources: MirrorSource[]): MirrorEdit {
  return { do: 'add-sources', sources }
}

/** A map that lost an entry copies less, or nothing any more. */
function afterLoss(map: AccessMap): readonly MirrorEdit[] {
  return isCapturing(map) ? [filterEdit(map)] : [{ do: 'remove' }]
}

/** What the copying entries match; an entry without a match copies everything. */
function filterEdit({ entries }: AccessMap): MirrorEdit {
  const copying = [...entries.values()].filter(({ captures }) => captures)
  if (copying.some(({ matches }) => matches.length === 0)) return { do: 'clear', members: ['filter'] }
  return { do: 'set', filter: [...new Set(copying.flatMap(({ matches }) => matches))].join('; ') }
}

function mapChange(name: string, edits: readonly MirrorEdit[], canonical: string): SessionChange {
  return changeOf(['vlan-access-map', name], edits, canonical)
}

/** `vlan filter TAP vlan-list 10,20`, `… vlan-list all`, `… interface GigabitEthernet3/1`. Most maps copy nothing: only a known one counts. */
function readVlanFilter({ verb, words, run, rules }: RunLine): Step {
  const [name = '', kind, ...rest] = words
  const where = matchKeyword(kind, ['interface', 'vlan-list'])
  const found = readFilteredSources(where, rest.join(' '))
  if (found.problem !== undefined) return { problem: `vlan filter: ${found.problem}` }
  const map = mapOf(run, name)
  for (const source of found.sources) {
    const key = `${source.vlan ?? source.interface}`
    if (verb === 'set') map.sources.set(key, source)
    else map.sources.delete(key)
  }
  if (!isCapturing(map)) return map.entries.size === 0 && !rules.snapshot ? { unjoined: true } : {}
  const edit: MirrorEdit = { do: verb === 'set' ? 'add-sources' : 'drop-sources', sources: [...found.sources] }
  return { changes: [mapChange(name, [edit], write(verb, `vlan filter ${name}`, where ?? '', found.shown))] }
}

interface FilteredSources {
  readonly sources: readonly MirrorSource[]
  readonly shown: string
  readonly problem?: string | undefined
}

function readFilteredSources(where: 'interface' | 'vlan-list' | undefined, list: string): FilteredSources {
  if (where === undefined) return { sources: [], shown: '', problem: 'no VLANs' }
  if (where === 'interface') {
    const { names, problem } = expandInterfaceList(list)
    return { sources: names.map((name) => ({ interface: name, direction: 'both' })), shown: names.join(','), problem }
  }
  // All VLANs are one source, not four thousand.
  if (matchKeyword(list, ['all'])) return { sources: [{ interface: 'vlan all', direction: 'both' }], shown: 'all' }
  const { values, problem } = parseIntegerRanges(list)
  return {
    sources: values.map((vlan) => ({ vlan, direction: 'both' })),
    shown: formatIntegerRanges(values),
    problem: problem && `no VLAN list: "${list.slice(0, 40)}"`,
  }
}

/**
 * `switchport capture` makes a port receive what access maps copy; `switchport capture allowed vlan 10,20` says of which
 * VLANs. Undefined for other commands. Without a map the port waits for one: a session of its own.
 */
export function readCapturePort({ verb, words, run }: RunLine, ports: readonly string[]): Step | undefined {
  const [first = '', second, third, , ...list] = words
  if (first.length < 2 || matchKeyword(first, ['switchport']) === undefined) return undefined
  if ((second ?? '').length < 3 || matchKeyword(second, ['capture']) === undefined) return undefined
  const allowed = matchKeyword(third, ['allowed']) !== undefined
  if (allowed) return { changes: ports.map((port) => limitPort(port, verb === 'set', list.join(' '))) }
  const canonical = write(verb, 'switchport capture')
  for (const port of ports) {
    if (verb !== 'set') run.capturePorts.delete(port)
    else if (run.capturePorts.size < MAX_CAPTURE_PORTS) run.capturePorts.add(port)
  }
  return { changes: [...ports.map((port) => portChange(port, verb === 'set')), ...mapChanges(run, ports, canonical)] }
}

function portChange(port: string, on: boolean): SessionChange {
  const edits: readonly MirrorEdit[] = on
    ? [
        { do: 'define', name: port, kind: 'local', enabled: true },
        { do: 'add-destinations', destinations: [{ interface: port }] },
      ]
    : [{ do: 'remove' }]
  return changeOf(['capture-port', port], edits, `interface ${port} ${write(on ? 'set' : 'no', 'switchport capture')}`)
}

function limitPort(port: string, on: boolean, list: string): SessionChange {
  const edit: MirrorEdit = on ? { do: 'set', filter: `vlan ${list}` } : { do: 'clear', members: ['filter'] }
  const canonical = `interface ${port} ${write(on ? 'set' : 'no', 'switchport capture allowed vlan', list)}`
  return changeOf(['capture-port', port], [edit], canonical)
}

/** Every map that copies reaches the port, or no longer does. */
function mapChanges(run: RunMemory, ports: readonly string[], canonical: string): readonly SessionChange[] {
  const destinations = ports.map((port) => ({ interface: port }))
  const on = !canonical.startsWith('no ')
  const edit: MirrorEdit = { do: on ? 'add-destinations' : 'drop-destinations', destinations }
  return [...run.accessMaps]
    .filter(([, map]) => isCapturing(map))
    .map(([name]) => mapChange(name, [edit], `interface ${ports.join(',')} ${canonical}`))
}
