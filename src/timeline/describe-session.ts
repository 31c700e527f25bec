/** Puts the ends of a session into words: what is copied, to where, by which carrier. Sentences of every room use these. */
import type { MirrorDestination, MirrorSession, MirrorSource } from '../facts/mirror-session.ts'

/** Names that the inventory gives to ends. */
export interface EndNames {
  /** The collector that each destination is, by destination index; undefined where it is none. */
  readonly collectors?: readonly (string | undefined)[] | undefined
  /** The account whose timeline it is: a target of this account is not said to be of another. */
  readonly account?: string | undefined
}

/** Parts named in one sentence; the rest are counted, because a sentence is read at three in the morning. */
const MAX_PARTS = 8
/** As many consecutive ports or VLANs are written as a range; two are written out. */
const MIN_RANGE = 3

/**
 * Interface classes as people abbreviate them in speech; what is not listed is printed as it is.
 *
 * @source Cisco IOS interface types and the abbreviations that `show interfaces status` prints
 */
const SHORT_CLASSES: Readonly<Record<string, string>> = {
  Ethernet: 'Eth',
  FastEthernet: 'Fa',
  GigabitEthernet: 'Gi',
  TwoGigabitEthernet: 'Tw',
  FiveGigabitEthernet: 'Fi',
  TenGigabitEthernet: 'Te',
  TenGigE: 'Te',
  TwentyFiveGigE: 'Twe',
  FortyGigabitEthernet: 'Fo',
  FortyGigE: 'Fo',
  HundredGigE: 'Hu',
  TwoHundredGigE: 'TH',
  FourHundredGigE: 'F',
  AppGigabitEthernet: 'Ap',
  'Port-channel': 'Po',
  'Port-Channel': 'Po',
}

/** What is copied: `Te0/0/1 (rx), Te0/0/2`, `VLAN 10-12 (tx)`, `eni-0a1b`; `nothing yet` without a source. Sorted, so that order never shows. */
export function describeSources(session: MirrorSession): string {
  const { sources, details } = session
  if (sources.length > 0) return listed(foldRuns(sources.map(toPart)))
  if (details?.terminatesAt !== undefined) return `the copy that ends at ${details.terminatesAt}`
  return details?.impliedSource ?? 'nothing yet'
}

/** Where the copy goes: `198.51.100.200`, `ids-collector-1`, `VLAN 900`, `tmt-0a1b of account 444455556666`; `nowhere yet` without a destination. */
export function describeDestinations(session: MirrorSession, names: EndNames = {}): string {
  const owner = session.details?.targetOwner
  const foreign = owner === undefined || owner === names.account ? '' : ` of account ${owner}`
  const ends = session.destinations.map((end, index) => names.collectors?.[index] ?? describeEnd(end, foreign))
  return ends.length === 0 ? 'nowhere yet' : listed([...new Set(ends)].sort())
}

/** How the copy travels: `ERSPAN`, `GRE`, `VXLAN`, `RSPAN`; undefined when it stays on the device. */
export function describeCarrier(session: MirrorSession): string | undefined {
  if (session.kind === 'remote-vlan') return 'RSPAN'
  if (session.kind !== 'encapsulated') return undefined
  return session.destinations.find((end) => end.encapsulation !== undefined)?.encapsulation?.toUpperCase()
}

/** An interface name as people say it: `TenGigabitEthernet0/0/1` → `Te0/0/1`. */
export function shortInterfaceName(name: string): string {
  const word = /^[A-Za-z-]+(?=\d)/.exec(name.slice(0, 32))?.[0] ?? ''
  const short = Object.hasOwn(SHORT_CLASSES, word) ? SHORT_CLASSES[word] : undefined
  return short === undefined ? name : short + name.slice(word.length)
}

/** A cloud's path as people say it: `…/providers/Microsoft.Network/networkInterfaces/nic-1` → `networkInterfaces/nic-1`. */
export function shortResourceName(resource: string): string {
  const parts = resource.slice(0, 1024).split('/')
  return parts.length < 4 ? resource : parts.slice(-2).join('/')
}

function describeEnd(end: MirrorDestination, foreign: string): string {
  if (end.vlan !== undefined) return `VLAN ${end.vlan}`
  if (end.file !== undefined) return `file ${end.file}`
  if (end.resource !== undefined) return shortResourceName(end.resource) + foreign
  return end.ip ?? (end.interface === undefined ? 'nowhere yet' : shortInterfaceName(end.interface))
}

/** One source as a stem that runs share, its last number (if it has one), and the direction in words. */
interface Part {
  readonly stem: string
  readonly number?: number | undefined
  readonly suffix: string
}

function toPart(source: MirrorSource): Part {
  const suffix = source.direction === 'both' ? '' : ` (${source.direction})`
  if (source.vlan !== undefined) return { stem: 'VLAN ', number: source.vlan, suffix }
  if (source.interface === undefined) return { stem: shortResourceName(source.resource ?? 'nothing yet'), suffix }
  const name = shortInterfaceName(source.interface)
  const digits = /(?<!\d)(?:0|[1-9]\d{0,8})$/.exec(name.slice(-10))?.[0]
  if (digits === undefined) return { stem: name, suffix }
  return { stem: name.slice(0, -digits.length), number: Number(digits), suffix }
}

/** `Gi1/0/1`, `Gi1/0/2`, `Gi1/0/3` → `Gi1/0/1-3`; only neighbours with the same stem and direction. */
function foldRuns(parts: readonly Part[]): readonly string[] {
  const runs: Part[][] = []
  for (const part of parts.toSorted(compareParts)) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run === undefined || last === undefined || !follows(last, part)) runs.push([part])
    else run.push(part)
  }
  return runs.flatMap((run) => (run.length < MIN_RANGE ? run.map(toText) : [rangeText(run)]))
}

function follows(last: Part, next: Part): boolean {
  return (
    last.number !== undefined &&
    last.stem === next.stem &&
    last.suffix === next.suffix &&
    next.number === last.number + 1
  )
}

function rangeText(run: readonly Part[]): string {
  const [first] = run
  return first === undefined ? '' : `${first.stem}${first.number}-${run.at(-1)?.number}${first.suffix}`
}

function toText(part: Part): string {
  return `${part.stem}${part.number ?? ''}${part.suffix}`
}

function compareParts(a: Part, b: Part): number {
  if (a.stem !== b.stem) return a.stem < b.stem ? -1 : 1
  return (a.number ?? -1) - (b.number ?? -1) || (a.suffix < b.suffix ? -1 : 1)
}

function listed(items: readonly string[]): string {
  if (items.length <= MAX_PARTS) return items.join(', ')
  return `${items.slice(0, MAX_PARTS).join(', ')} and ${items.length - MAX_PARTS} more`
}
