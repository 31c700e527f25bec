/**
 * What two readings of one stream in one hour make together. Commutative, associative and idempotent: a record counts once,
 * however often and in whatever files it was seen, as long as they are few enough to be remembered.
 */
import { MAX_TRAFFIC_RECORDS, type TrafficFact, type TrafficRecord } from './traffic.ts'

/** Values of one kind that a stream remembers of what it carries. */
const MAX_INNER_VALUES = 32

/** The sums of a stream in one hour. */
type Sums = Pick<TrafficFact, 'bytesAtLeast' | 'packetsAtLeast' | 'bytesEstimated'>

/** Merges the bodies of two facts with one id; identity, places and excerpt are those of `a`. */
export function mergeTraffic(a: TrafficFact, b: TrafficFact): TrafficFact {
  const union = uniteRecords(a.records, b.records)
  const isThinned = a.isThinned === true || b.isThinned === true || union.length > MAX_TRAFFIC_RECORDS
  const merged = {
    records: union.slice(0, MAX_TRAFFIC_RECORDS),
    counted: greatest(a.counted, b.counted),
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
    ...portsOf(a, b),
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

function portsOf({ ports: a }: TrafficFact, { ports: b }: TrafficFact): Pick<TrafficFact, 'ports'> {
  if (a === undefined || b === undefined) return a === undefined && b === undefined ? {} : { ports: a ?? b }
  return { ports: { out: Math.max(a.out, b.out), in: Math.max(a.in, b.in) } }
}
