/** One stream in one hour while its rows come in. */
import type { Place } from '../../../facts/schema-parts.ts'
import { MAX_TRAFFIC_RECORDS, type TrafficFact, type TrafficRecord } from '../../../facts/traffic.ts'
import type { FlowRow } from '../../_row/flow-row.ts'
import type { RowOrigin } from '../origin.ts'
import { clearTextService } from './services.ts'
import type { StreamKey } from './stream-key.ts'

/** Values of one kind that a fact shows of what is inside a carrier. */
const MAX_INNER_VALUES = 32

/** What a stream comes to; sums are of records that are not in it twice. */
export class Stream {
  readonly number: number
  readonly key: StreamKey
  firstMs = Number.POSITIVE_INFINITY
  lastMs = 0
  place: Place
  #records: TrafficRecord[] = []
  #isThinned = false
  readonly #counted = { records: 0, bytes: 0, packets: 0, estimatedBytes: 0 }
  /** Most streams show nothing of what is inside. */
  #inner: { readonly vlans: Set<number>; readonly services: Set<string> } | undefined

  constructor(number: number, key: StreamKey, { path, line, offset }: RowOrigin) {
    this.number = number
    this.key = key
    this.place = placeOf({ path, line, offset })
  }

  /** When it was seen, where, and what it carries; the same for a record that comes again. */
  see(row: FlowRow, atMs: number, origin: RowOrigin): void {
    const startMs = row.startMs > 0 ? Math.max(row.startMs, this.key.hourMs) : atMs
    this.firstMs = Math.min(this.firstMs, startMs, atMs)
    this.lastMs = Math.max(this.lastMs, atMs)
    if (isBefore(origin, this.place)) this.place = placeOf(origin)
    const service = clearTextService(row)
    if (row.innerVlan < 0 && service === undefined) return
    this.#inner ??= { vlans: new Set(), services: new Set() }
    if (row.innerVlan >= 0) this.#inner.vlans.add(row.innerVlan)
    if (service !== undefined) this.#inner.services.add(service)
  }

  /** Adds a record that is new to it. */
  add(record: TrafficRecord): void {
    const [, bytes, packets, rate] = record
    this.#counted.records++
    this.#counted.bytes += bytes
    this.#counted.packets += packets
    this.#counted.estimatedBytes += bytes * rate
    this.#records.push(record)
    if (this.#records.length === 2 * MAX_TRAFFIC_RECORDS) this.#thin()
  }

  /** A record that it has: of two readings of one record the greater rate counts, because the other did not know it yet. */
  again(record: TrafficRecord): void {
    const at = this.#records.findIndex(([hash]) => hash === record[0])
    const known = this.#records[at]
    if (known !== undefined && known[3] < record[3]) this.#records[at] = record
  }

  /** The records with the smallest hashes, and the sums of all where these are not all. */
  counts(): Pick<TrafficFact, 'records' | 'counted' | 'isThinned'> {
    this.#thin()
    if (!this.#isThinned) return { records: this.#records, counted: NOTHING }
    return { records: this.#records, counted: exactly(this.#counted), isThinned: true }
  }

  /** What is inside the carrier. */
  inner(): Pick<TrafficFact, 'innerVlans' | 'innerServices'> {
    if (this.#inner === undefined) return {}
    const vlans = [...this.#inner.vlans].sort((a, b) => a - b).slice(0, MAX_INNER_VALUES)
    const services = [...this.#inner.services].sort().slice(0, MAX_INNER_VALUES)
    return {
      ...(vlans.length === 0 ? {} : { innerVlans: vlans }),
      ...(services.length === 0 ? {} : { innerServices: services }),
    }
  }

  #thin(): void {
    this.#records.sort(([a], [b]) => (a < b ? -1 : 1))
    if (this.#records.length <= MAX_TRAFFIC_RECORDS) return
    this.#records = this.#records.slice(0, MAX_TRAFFIC_RECORDS)
    this.#isThinned = true
  }
}

const NOTHING = { records: 0, bytes: 0, packets: 0, estimatedBytes: 0 } as const

/** Sums beyond what a number holds exactly would depend on the order of their parts. */
function exactly(sums: TrafficFact['counted']): TrafficFact['counted'] {
  return {
    records: sums.records,
    bytes: Math.min(sums.bytes, Number.MAX_SAFE_INTEGER),
    packets: Math.min(sums.packets, Number.MAX_SAFE_INTEGER),
    estimatedBytes: Math.min(sums.estimatedBytes, Number.MAX_SAFE_INTEGER),
  }
}

function placeOf({ path, line, offset }: Pick<RowOrigin, 'path' | 'line' | 'offset'>): Place {
  return { path, ...(line === undefined ? {} : { line }), ...(offset === undefined ? {} : { offset }) }
}

/** Whether a record stands before a place, in path, line, offset order. */
function isBefore({ path, line = 0, offset = 0 }: RowOrigin, place: Place): boolean {
  if (path !== place.path) return path < place.path
  if (line !== (place.line ?? 0)) return line < (place.line ?? 0)
  return offset < (place.offset ?? 0)
}
