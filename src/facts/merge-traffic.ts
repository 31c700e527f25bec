/**
 * What two readings of one stream in one hour make together. Commutative, associative and idempotent: a record counts once,
 * however often and in whatever files it was seen, as long as they are few enough to be remembered.
 */
import { MAX_TRAFFIC_RECORDS, type TrafficFact, type TrafficRecord } from './traffic.ts'

/** Values of one kind that a stream remembers of what it carries. */
const MAX_INNER_VALUES = 32

/** The sums of a stream in one hour. */
type Sums = Pick<TrafficFact, 'bytesAtLeast' | 'packetsAtLeast' | 'bytesEstimated'>

/** The values of a port's counters at the earliest and the latest moment known of an hour. */
export interface CounterSpan extends Pick<TrafficFact, 'firstAt' | 'lastAt'> {
  readonly counters: NonNullable<TrafficFact['counters']>
}

/** Merges the bodies of two facts with one id; identity, places and excerpt are those of `a`. */
export function mergeTraffic(a: TrafficFact, b: TrafficFact): TrafficFact {
  const union = uniteRecords(a.records, b.records)
  const isThinned = a.isThinned === true || b.isThinned === true || union.length > MAX_TRAFFIC_RECORDS
  const merged = {
    records: union.slice(0, MAX_TRAFFIC_RECORDS),
    counted: greatest(a.counted, b.counted),
    ...portsOf(a, b),
    ...(isThinned ? { isThinned: true as const } : {}),
  }
  return {
    ...a,
    ...merged,
    ...sumsOf(merged),
    time: { ...a.time, ...earliest(a.time.at, b.time.at) },
    firstAt: [a.firstAt, b.firstAt].sort()[0] ?? a.firstAt,
    lastAt: [a.lastAt, b.lastAt].sort()[1] ?? a.lastAt,
    ...innerOf(a, b),
  }
}

/** What a stream carried at least: the sum of the remembered records, or what one reading counted where they are not all. */
export function sumsOf({ records, counted, isThinned }: Pick<TrafficFact, 'records' | 'counted' | 'isThinned'>): Sums {
  const bytes = records.reduce((sum, [, of]) => sum + of, 0)
  const packets = records.reduce((sum, [, , of]) => sum + of, 0)
  const estimated = records.reduce((sum, [, of, , rate]) => sum + of * rate, 0)
  if (isThinned !== true && records.length > 0)
    return { bytesAtLeast: bytes, packetsAtLeast: packets, bytesEstimated: estimated }
  return {
    bytesAtLeast: Math.max(bytes, counted.bytes),
    packetsAtLeast: Math.max(packets, counted.packets),
    bytesEstimated: Math.max(estimated, counted.estimatedBytes),
  }
}

/** What a fact says of counters: octets of the port where they are of two moments. Counters that were set back grew by nothing. */
export function growthOf({
  firstAt,
  lastAt,
  counters,
}: CounterSpan): Pick<TrafficFact, 'counters' | 'counted' | 'ports'> {
  const { first, last } = counters
  if (firstAt === lastAt) return { counters, counted: { records: 1, bytes: 0, packets: 0, estimatedBytes: 0 } }
  const ports = { out: growth(first.out, last.out), in: growth(first.in, last.in) }
  const bytes = ports.out + ports.in
  return { counters, counted: { records: 2, bytes, packets: 0, estimatedBytes: bytes }, ports }
}

function earliest(a: string | undefined, b: string | undefined): { readonly at?: string } {
  const [at] = [a, b].filter((time) => time !== undefined).sort()
  return at === undefined ? {} : { at }
}

/** Each record once, in hash order. Of two readings of one the greater rate counts: the other did not know it yet. */
function uniteRecords(a: readonly TrafficRecord[], b: readonly TrafficRecord[]): readonly TrafficRecord[] {
  const byHash = new Map(a.map((record) => [record[0], record]))
  for (const record of b) {
    const known = byHash.get(record[0])
    byHash.set(record[0], known === undefined ? record : greaterRecord(known, record))
  }
  return [...byHash.values()].sort(([left], [right]) => (left < right ? -1 : 1))
}

function greaterRecord(a: TrafficRecord, b: TrafficRecord): TrafficRecord {
  return (a[3] - b[3] || a[1] - b[1] || a[2] - b[2]) >= 0 ? a : b
}

function greatest(a: TrafficFact['counted'], b: TrafficFact['counted']): TrafficFact['counted'] {
  return {
    records: Math.max(a.records, b.records),
    bytes: Math.max(a.bytes, b.bytes),
    packets: Math.max(a.packets, b.packets),
    estimatedBytes: Math.max(a.estimatedBytes, b.estimatedBytes),
  }
}

/** What both saw inside the carrier: the smallest of each, so that the order of merging never shows. */
function innerOf(a: TrafficFact, b: TrafficFact): Pick<TrafficFact, 'innerVlans' | 'innerServices'> {
  const vlans = [...new Set([...(a.innerVlans ?? []), ...(b.innerVlans ?? [])])].sort((left, right) => left - right)
  const services = [...new Set([...(a.innerServices ?? []), ...(b.innerServices ?? [])])].sort()
  return {
    ...(vlans.length === 0 ? {} : { innerVlans: vlans.slice(0, MAX_INNER_VALUES) }),
    ...(services.length === 0 ? {} : { innerServices: services.slice(0, MAX_INNER_VALUES) }),
  }
}

/** Of counters the whole span counts, of sums the greatest: nothing tells whether both saw the same. */
function portsOf(a: TrafficFact, b: TrafficFact): Partial<Pick<TrafficFact, 'counted' | 'counters' | 'ports'>> {
  if (hasCounters(a) && hasCounters(b)) return growthOf(uniteSpans(a, b))
  const [left, right] = [a.ports, b.ports]
  if (left === undefined || right === undefined) return left === right ? {} : { ports: left ?? right }
  return { ports: { out: Math.max(left.out, right.out), in: Math.max(left.in, right.in) } }
}

function hasCounters(fact: TrafficFact): fact is TrafficFact & CounterSpan {
  return fact.counters !== undefined
}

/** The span of both. Of two values at one moment the smaller is first, the greater last. */
function uniteSpans(a: CounterSpan, b: CounterSpan): CounterSpan {
  const isFirst = compare([a.firstAt, a.counters.first], [b.firstAt, b.counters.first]) <= 0
  const isLast = compare([a.lastAt, a.counters.last], [b.lastAt, b.counters.last]) >= 0
  const [{ firstAt, counters: begin }, { lastAt, counters: end }] = [isFirst ? a : b, isLast ? a : b]
  return { firstAt, lastAt, counters: { first: begin.first, last: end.last } }
}

type ValueAt = readonly [at: string, octets: CounterSpan['counters']['first']]

function compare([atA, a]: ValueAt, [atB, b]: ValueAt): number {
  if (atA !== atB) return atA < atB ? -1 : 1
  return a.out - b.out || a.in - b.in
}

function growth(from: number, to: number): number {
  return Math.min(Math.max(0, to - from), Number.MAX_SAFE_INTEGER)
}
