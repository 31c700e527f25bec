/** What the names in a session stand for in the same configuration: access lists, port-channels, VLANs. */
import type { ObservedSession } from '../../../facts/fact.ts'
import type { MirrorSession } from '../../../facts/mirror-session.ts'
import { parseIntegerRanges } from '../../../kit/integer-ranges.ts'
import { canonicalInterfaceName } from '../../../kit/interface-name.ts'
import { withReferences } from '../../_cisco-configuration/related/references.ts'
import type { ConfigLine } from '../../_cisco-configuration/text/config-text.ts'
import { redact } from '../redact.ts'

/** Bounds what one name stands for, and how many names of a session are looked up. */
const MAX_ENTRIES = 256
const MAX_NAMES = 256

/** Sessions with the meaning of their names, and names whose meaning was cut. */
export interface ResolvedSessions {
  readonly sessions: readonly ObservedSession[]
  readonly cut: readonly string[]
}

/**
 * `{ 'access-list TAP': ['permit tcp any any eq 443'], 'Port-channel12': ['GigabitEthernet1/0/1'], 'vlan 10': ['name USERS',
 * 'GigabitEthernet1/0/7'] }`, at most 256 names of a session with 256 entries each.
 */
export function resolveReferences(
  sessions: readonly ObservedSession[],
  commands: readonly ConfigLine[],
  bundles: Readonly<Record<string, readonly string[]>>,
): ResolvedSessions {
  if (sessions.length === 0) return { sessions, cut: [] }
  const meanings = {
    commands: [...commands, ...commands.flatMap(numberedEntry)],
    bundles,
    portName: canonicalInterfaceName,
    filterNames: accessListsOf,
  }
  const vlanNames = readVlanNames(commands)
  const bounded = withReferences(sessions, meanings).map((observed) => boundReferences(observed, vlanNames))
  return { sessions: bounded.map(({ observed }) => observed), cut: [...new Set(bounded.flatMap(({ cut }) => cut))] }
}

/** `access-list 101 permit ip any any` as the line of a named list, which it is in all but spelling. */
function numberedEntry(line: ConfigLine): readonly ConfigLine[] {
  const [, number, text] = /^access-list (\d{1,4}) (\S.*)$/i.exec(line.text) ?? []
  if (number === undefined || text === undefined) return []
  return [{ ...line, text, parent: { ...line, text: `ip access-list extended ${number}` } }]
}

/**
 * The lists that a filter names: `ip access-group TAP`, `ip address WEB` of an access map, `incoming access-list 101` of a
 * traffic export.
 */
function accessListsOf(filter: string): readonly string[] {
  return filter.split('; ').flatMap((clause) => {
    const [, names] =
      /^(?:(?:ip|ipv6|mac) (?:access-group|address)|(?:(?:incoming|outgoing) )?access-list) (\S.{0,512})$/i.exec(
        clause,
      ) ?? []
    return names?.split(' ') ?? []
  })
}

function readVlanNames(commands: readonly ConfigLine[]): ReadonlyMap<string, string> {
  return new Map(
    commands.flatMap(({ text, parent }) => {
      const vlan = /^vlan (\d{1,4})$/i.exec(parent?.text ?? '')?.[1]
      const name = /^name (\S.{0,64})$/i.exec(text)?.[1]
      return vlan === undefined || name === undefined ? [] : [[`vlan ${vlan}`, `name ${redact(name)}`] as const]
    }),
  )
}

interface Bounded {
  readonly observed: ObservedSession
  readonly cut: readonly string[]
}

function boundReferences(observed: ObservedSession, vlanNames: ReadonlyMap<string, string>): Bounded {
  const { session } = observed
  const known = new Map(Object.entries(session.references ?? {}))
  for (const vlan of vlansOf(session)) {
    const name = vlanNames.get(vlan)
    if (name !== undefined) known.set(vlan, [name, ...(known.get(vlan) ?? [])])
  }
  const kept = [...known].slice(0, MAX_NAMES)
  if (kept.length === 0) return { observed, cut: [] }
  const references = Object.fromEntries(
    kept.map(([name, entries]) => [name, entries.slice(0, MAX_ENTRIES).map(redact)]),
  )
  const cut = kept.filter(([, entries]) => entries.length > MAX_ENTRIES).map(([name]) => name)
  const more = known.size > MAX_NAMES ? [`session ${session.name}`] : []
  return { observed: { ...observed, session: { ...session, references } }, cut: [...cut, ...more] }
}

/** VLANs that are copied, or to which a filter narrows it; those that only carry a copy have no other meaning. */
function vlansOf({ sources, role, filter = '' }: MirrorSession): readonly string[] {
  const filtered = /(?:^|; )vlan ([\d,-]{1,20000})/.exec(filter)?.[1]
  const copied = role === 'destination' ? [] : sources.flatMap(({ vlan }) => vlan ?? [])
  const all = new Set([...copied, ...(filtered === undefined ? [] : parseIntegerRanges(filtered).values)])
  return [...all].map((vlan) => `vlan ${vlan}`)
}
