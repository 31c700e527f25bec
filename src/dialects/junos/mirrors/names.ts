/** What names in a Junos configuration stand for: interface ranges, VLANs, aggregated interfaces, next-hop groups. */
import { activeChildren, namesOf, readValue } from '../tree/values.ts'
import { type ConfigView, findActive } from '../tree/view.ts'

/** Longest list that one name is expanded to. */
const MAX_MEMBERS = 1024

/** The tables by which names are resolved. */
export interface Names {
  /** Interface range → members. */
  readonly ranges: ReadonlyMap<string, readonly string[]>
  /** VLAN name → number. */
  readonly vlans: ReadonlyMap<string, number>
  /** `ae0` → its member links. */
  readonly bundles: ReadonlyMap<string, readonly string[]>
}

/** Reads the tables of one context. */
export function readNames(view: ConfigView): Names {
  return { ranges: readRanges(view), vlans: readVlans(view), bundles: readBundles(view) }
}

/** @source Junos `interfaces interface-range R`: `member`, `member-range A to B` */
function readRanges(view: ConfigView): Names['ranges'] {
  const ranges = new Map<string, readonly string[]>()
  for (const range of activeChildren(view, 'interfaces', 'interface-range')) {
    const named = namesOf(range, 'member').flatMap(expandMember)
    const spanned = activeChildren(range, 'member-range').flatMap((from) => {
      const to = readValue(from, 'to')
      return to === undefined ? [from.word] : expandSpan(from.word, to)
    })
    ranges.set(range.word, [...new Set([...named, ...spanned])].slice(0, MAX_MEMBERS))
  }
  return ranges
}

/** `ge-0/0/[2-4]` → three names; other patterns stay as they are. */
function expandMember(member: string): readonly string[] {
  const [, before, from, to, after] = /^([^[]{1,64})\[(\d{1,4})-(\d{1,4})\](.{0,32})$/.exec(member) ?? []
  if (before === undefined || from === undefined || to === undefined) return [member]
  return countUp(Number(from), Number(to)).map((number) => `${before}${number}${after ?? ''}`)
}

/** `ge-0/0/0` to `ge-0/0/3`: links of one card. */
function expandSpan(first: string, last: string): readonly string[] {
  const [, stem, from] = /^(.{1,64}\/)(\d{1,4})$/.exec(first) ?? []
  const [, endStem, to] = /^(.{1,64}\/)(\d{1,4})$/.exec(last) ?? []
  if (stem === undefined || stem !== endStem) return [first, last]
  return countUp(Number(from), Number(to)).map((number) => `${stem}${number}`)
}

function countUp(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.min(MAX_MEMBERS, Math.max(0, to - from + 1)) }, (_, index) => from + index)
}

/** @source Junos `vlans V vlan-id N`, `bridge-domains B vlan-id N` */
function readVlans(view: ConfigView): Names['vlans'] {
  const vlans = new Map<string, number>()
  for (const holder of ['vlans', 'bridge-domains']) {
    for (const vlan of activeChildren(view, holder)) {
      const id = readValue(vlan, 'vlan-id')
      if (id !== undefined && /^\d{1,4}$/.test(id)) vlans.set(vlan.word, Number(id))
    }
  }
  return vlans
}

/** @source Junos `interfaces X {gigether-options|ether-options|fastether-options} 802.3ad aeN` */
function readBundles(view: ConfigView): Names['bundles'] {
  const bundles = new Map<string, string[]>()
  for (const port of activeChildren(view, 'interfaces')) {
    for (const options of ['gigether-options', 'ether-options', 'fastether-options']) {
      const bundle = readValue(findActive(port, options), '802.3ad')
      if (bundle !== undefined) bundles.set(bundle, [...(bundles.get(bundle) ?? []), port.word])
    }
  }
  return bundles
}

/** `901` and the name of a VLAN with a number give the number; a name that nothing resolves stays a name. */
export function vlanEnd(name: string, { vlans }: Names): { readonly vlan: number } | { readonly resource: string } {
  const id = /^\d{1,4}$/.test(name) ? Number(name) : vlans.get(name)
  return id === undefined ? { resource: `vlan ${name}` } : { vlan: id }
}

/** What the ends of a session stood for, by name: members of ranges and bundles, numbers of VLANs. */
export function resolveEnds(
  ends: readonly { readonly interface?: string | undefined }[],
  { bundles }: Names,
): Readonly<Record<string, readonly string[]>> {
  const found = ends.flatMap((end) => {
    const port = end.interface?.replace(/\.\d+$/, '') ?? ''
    const members = bundles.get(port)
    return members === undefined ? [] : [[port, members] as const]
  })
  return Object.fromEntries(found)
}
