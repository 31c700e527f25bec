/** What the names in a session stand for in the same configuration: the same words may mean more later. */
import type { ObservedSession } from '../../../facts/fact.ts'
import type { MirrorSession } from '../../../facts/mirror-session.ts'
import { parseIntegerRanges } from '../../../kit/integer-ranges.ts'
import { interfaceOf } from '../document/device.ts'
import type { ConfigLine } from '../text/config-text.ts'

/** What the names of sessions are looked up in. */
export interface Meanings {
  readonly commands: readonly ConfigLine[]
  /** Port-channel → members. */
  readonly bundles: Readonly<Record<string, readonly string[]>>
  /** How the platform prints a port; undefined for what is none. */
  readonly portName: (text: string) => string | undefined
  /** The names of access lists and maps in a session's filter: `acl ONLY-DB` → `ONLY-DB`. */
  readonly filterNames: (filter: string) => readonly string[]
}

/** Bounds what one name stands for. */
const MAX_MEANINGS = 512

type Named = readonly [name: string, meaning: readonly string[]]

/**
 * The sessions with what their access lists, access maps, port-channels and VLANs stand for:
 * `{ 'access-list ONLY-DB': ['10 permit tcp any any eq 443'], 'port-channel10': ['Ethernet1/1'], 'vlan 10': ['Ethernet1/7'] }`.
 */
export function withReferences(sessions: readonly ObservedSession[], meanings: Meanings): readonly ObservedSession[] {
  if (sessions.length === 0) return sessions
  const vlanPorts = readVlanPorts(sessions, meanings)
  const bodies = readBodies(meanings.commands)
  return sessions.map((observed) => {
    const { session } = observed
    const named = [
      ...readFilter(session, meanings, bodies),
      ...readSources(session, meanings.bundles, vlanPorts),
      ...readCaptureRules(session, bodies),
    ]
    const known = named.filter(([, meaning]) => meaning.length > 0)
    if (known.length === 0) return observed
    const references = Object.fromEntries(known)
    return { ...observed, session: { ...session, references } }
  })
}

/** An access map stands for its clauses, and those for the lists that they match. */
function readFilter({ filter }: MirrorSession, { filterNames }: Meanings, bodies: Bodies): readonly Named[] {
  if (filter === undefined) return []
  const listed = (name: string): Named => [`access-list ${name}`, bodies.lists.get(name) ?? []]
  return filterNames(filter).flatMap((name): readonly Named[] => {
    const map = bodies.maps.get(name) ?? []
    const matched = map.flatMap((text) => /^match (?:ip|ipv6|mac) address (\S{1,128})/i.exec(text)?.[1] ?? [])
    return [listed(name), [`access-map ${name}`, map], ...matched.map(listed)]
  })
}

/** What a session copies that has no source of its own: the rules of access lists that name it, `… capture session 3`. */
function readCaptureRules({ name, details }: MirrorSession, { lists }: Bodies): readonly Named[] {
  if (details?.impliedSource === undefined) return []
  const names = (rule: string) => rule.endsWith(` capture session ${name}`)
  return [...lists].map(([list, rules]): Named => [`access-list ${list}`, rules.filter(names)])
}

/** The lines of access lists and of access maps, by name. */
interface Bodies {
  readonly lists: ReadonlyMap<string, readonly string[]>
  readonly maps: ReadonlyMap<string, readonly string[]>
}

const ACCESS_LIST = /^(?:ip|ipv6|mac) access-list (?:extended |standard )?(\S{1,128})$/i
const ACCESS_MAP = /^vlan access-map (\S{1,128})(?: \d{1,6})?$/i

/** Remarks and counters say nothing. */
function readBodies(commands: readonly ConfigLine[]): Bodies {
  const [lists, maps] = [new Map<string, string[]>(), new Map<string, string[]>()]
  for (const { text, parent } of commands) {
    if (parent === undefined || /^(?:\d{1,10} )?remark\b|^statistics\b/i.test(text)) continue
    add(lists, ACCESS_LIST.exec(parent.text)?.[1], text)
    add(maps, ACCESS_MAP.exec(parent.text)?.[1], text)
  }
  return { lists, maps }
}

function add<K>(meanings: Map<K, string[]>, name: K | undefined, meaning: string): void {
  if (name === undefined) return
  const known = meanings.get(name)
  if (known === undefined) meanings.set(name, [meaning])
  else if (known.length < MAX_MEANINGS) known.push(meaning)
}

function readSources(
  { sources }: MirrorSession,
  bundles: Meanings['bundles'],
  vlanPorts: ReadonlyMap<number, readonly string[]>,
): readonly Named[] {
  return sources.flatMap(({ interface: port, vlan }): readonly Named[] => {
    if (vlan !== undefined) return [[`vlan ${vlan}`, vlanPorts.get(vlan) ?? []]]
    return port === undefined ? [] : [[port, bundles[port] ?? []]]
  })
}

/** Access ports of each VLAN that a session copies, and trunks that say which VLANs they carry. */
function readVlanPorts(
  sessions: readonly ObservedSession[],
  { commands, portName }: Meanings,
): ReadonlyMap<number, readonly string[]> {
  const ports = new Map<number, string[]>()
  const wanted = new Set(sessions.flatMap(({ session }) => session.sources.flatMap(({ vlan }) => vlan ?? [])))
  if (wanted.size === 0) return ports
  for (const line of commands) {
    const [, list] = /^switchport (?:access vlan|trunk allowed vlan(?: add)?) ([\d, -]{1,2000})$/i.exec(line.text) ?? []
    const port = list === undefined ? undefined : portName(interfaceOf(line) ?? '')
    if (list === undefined || port === undefined) continue
    for (const vlan of parseIntegerRanges(list).values) if (wanted.has(vlan)) add(ports, vlan, port)
  }
  return ports
}
