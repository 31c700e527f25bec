/** What the names in sessions stand for in the same configuration: access lists, bundles, VLANs. */
import type { ObservedSession } from '../../../facts/fact.ts'
import type { MirrorSession } from '../../../facts/mirror-session.ts'
import { parseIntegerRanges } from '../../../kit/integer-ranges.ts'
import { interfaceOf } from '../../_cisco-configuration/document/device.ts'
import type { ConfigLine } from '../../_cisco-configuration/text/config-text.ts'
import { expandInterfaces } from '../grammar/interfaces.ts'

/** Lines of one list that are kept; the rest only counts. */
const MAX_ENTRIES = 200

type Meaning = readonly [name: string, entries: readonly string[]]

/** Sessions with what their names stand for, as far as the configuration says. */
export function withReferences(
  sessions: readonly ObservedSession[],
  commands: readonly ConfigLine[],
  bundles: Readonly<Record<string, readonly string[]>>,
): readonly ObservedSession[] {
  const known: ReadonlyMap<string, readonly string[]> = new Map([
    ...readAccessLists(commands),
    ...Object.entries(bundles),
    ...readVlans(commands),
  ])
  return sessions.map((observed) => {
    const said = namesIn(observed.session).flatMap((name): readonly Meaning[] => {
      const entries = known.get(name)
      return entries === undefined ? [] : [[name.replace(/^(?:ip|ipv6|mac) /, ''), entries.slice(0, MAX_ENTRIES)]]
    })
    if (said.length === 0) return observed
    return { ...observed, session: { ...observed.session, references: Object.fromEntries(said) } }
  })
}

/** Names that may stand for something: of lists, bundles and VLANs. */
function namesIn({ sources, destinations, filter = '' }: MirrorSession): readonly string[] {
  const lists = filter.split('; ').flatMap((clause) => {
    const [, family, name] = /(?:^|\s)(ip|ipv6|mac) (\S{1,255})$/.exec(clause.slice(-512)) ?? []
    return name === undefined ? [] : [`${family} access-list ${name}`]
  })
  const ports = [...sources, ...destinations].flatMap(({ interface: port }) => port ?? [])
  const vlans = sources.flatMap(({ vlan }) => (vlan === undefined ? [] : [`vlan ${vlan}`]))
  return [...lists, ...ports, ...vlans]
}

/** `ip access-list TAP` → its rules without their numbers: `10 permit ip any any` and `20 permit ip any any` select the same. */
function readAccessLists(commands: readonly ConfigLine[]): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, string[]>()
  for (const { text, parent } of commands) {
    const head = parent === undefined ? text : parent.text
    if (!/^(?:ip|ipv6|mac) access-list \S{1,255}$/.test(head)) continue
    const rules = lists.get(head) ?? []
    lists.set(head, rules)
    const rule = text.replace(/^(?:seq )?\d{1,10} /, '')
    if (parent !== undefined && !rule.startsWith('remark ')) rules.push(rule)
  }
  return lists
}

/** Ports in each VLAN: access ports, and trunks that name it. */
function readVlans(commands: readonly ConfigLine[]): ReadonlyMap<string, readonly string[]> {
  const vlans = new Map<string, string[]>()
  for (const line of commands) {
    const list = /^switchport (?:access|trunk allowed) vlan (?:add )?([\d,-]{1,4096})$/.exec(line.text)?.[1]
    const port = interfaceOf(line)
    if (list === undefined || port === undefined) continue
    for (const vlan of parseIntegerRanges(list).values) {
      const ports = vlans.get(`vlan ${vlan}`) ?? []
      vlans.set(`vlan ${vlan}`, ports)
      if (ports.length < MAX_ENTRIES) ports.push(expandInterfaces(port).names[0] ?? port)
    }
  }
  return vlans
}
