import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { mergeFacts } from './merge-facts.ts'
import { growthOf, mergeTraffic, sumsOf } from './merge-traffic.ts'
import { MAX_TRAFFIC_RECORDS, type TrafficFact, type TrafficRecord } from './traffic.ts'

const NOTHING = { records: 0, bytes: 0, packets: 0, estimatedBytes: 0 }

/** What one reading of a stream's hour says. */
function reading(records: readonly TrafficRecord[], members: Partial<TrafficFact> = {}): TrafficFact {
  const sorted = records.toSorted(([a], [b]) => (a < b ? -1 : 1))
  const isThinned = sorted.length > MAX_TRAFFIC_RECORDS
  const sum = (of: (record: TrafficRecord) => number): number => records.reduce((total, one) => total + of(one), 0)
  const counted = {
    records: records.length,
    bytes: sum(([, bytes]) => bytes),
    packets: sum(([, , packets]) => packets),
    estimatedBytes: sum(([, bytes, , rate]) => bytes * rate),
  }
  const counts = {
    records: sorted.slice(0, MAX_TRAFFIC_RECORDS),
    counted: isThinned ? counted : NOTHING,
    ...(isThinned ? { isThinned: true as const } : {}),
  }
  return {
    kind: 'traffic',
    id: 'one',
    ref: { realm: 'default', names: [{ by: 'address', value: '192.0.2.7' }] },
    time: { at: members.firstAt ?? '2026-11-14T03:12:00.000Z', basis: 'record' },
    leg: 'flow',
    trust: 'network-path',
    dialect: 'netflow-v9',
    dialectVersion: 1,
    places: [{ path: 'a.pcap', offset: 24 }],
    excerpt: 'NetFlow v9 of 192.0.2.1: 192.0.2.7 to 198.51.100.9, GRE (protocol 47)',
    of: 'carrier',
    observedBy: { realm: 'default', names: [{ by: 'address', value: '192.0.2.1' }] },
    observer: 'exporter',
    channel: 'netflow-v9',
    source: '192.0.2.7',
    destination: '198.51.100.9',
    protocol: 47,
    carrier: 'gre',
    basis: 'protocol',
    segment: '2026-11-14T03:00:00.000Z',
    firstAt: '2026-11-14T03:12:00.000Z',
    lastAt: '2026-11-14T03:13:00.000Z',
    ...counts,
    ...sumsOf(counts),
    ...members,
  }
}

/** The n-th record of a stream; always the same bytes, at a rate that one reading may not have known. */
function record(n: number, rate = 1): TrafficRecord {
  return [
    Math.imul(n + 1, 0x9e3779b1)
      .toString(16)
      .padStart(12, '0')
      .replace('-', '0')
      .slice(-12),
    1000 + n,
    1,
    rate,
  ]
}

/** A reading of a port's counters at one moment. */
function counters(at: string, octets: { readonly out: number; readonly in: number }): TrafficFact {
  const value = { out: octets.out, in: octets.in }
  const grown = growthOf({ firstAt: at, lastAt: at, counters: { first: value, last: value } })
  return reading([], { of: 'counter', firstAt: at, lastAt: at, ...grown })
}

const minute = fc.integer({ min: 0, max: 59 }).map((at) => `2026-11-14T03:${String(at).padStart(2, '0')}:00.000Z`)
const anyReading = fc
  .record({
    picks: fc.uniqueArray(fc.tuple(fc.nat(299), fc.constantFrom(1, 512)), { maxLength: 250, selector: ([n]) => n }),
    firstAt: minute,
    lastAt: minute,
    innerVlans: fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 32 }),
    trust: fc.constantFrom('spoofable' as const, 'network-path' as const),
  })
  .map(({ picks, firstAt, lastAt, innerVlans, trust }) =>
    reading(
      picks.map(([n, rate]) => record(n, rate)),
      { firstAt, lastAt, trust, innerVlans: innerVlans.sort((a, b) => a - b) },
    ),
  )

describe('two readings of one stream and hour', () => {
  test('merging is commutative', () => {
    fc.assert(fc.property(anyReading, anyReading, (a, b) => assert.deepEqual(mergeFacts(a, b), mergeFacts(b, a))))
  })

  test('merging is associative', () => {
    fc.assert(
      fc.property(anyReading, anyReading, anyReading, (a, b, c) => {
        assert.deepEqual(mergeFacts(mergeFacts(a, b), c), mergeFacts(a, mergeFacts(b, c)))
        assert.deepEqual(mergeTraffic(mergeTraffic(a, b), c), mergeTraffic(a, mergeTraffic(b, c)))
      }),
    )
  })

  test('merging is idempotent', () => {
    fc.assert(
      fc.property(anyReading, anyReading, (a, b) => {
        const merged = mergeFacts(a, b)

        assert.deepEqual(mergeFacts(a, a), a)
        assert.deepEqual(mergeFacts(merged, b), merged)
      }),
    )
  })

  test('a record that both have counts once', () => {
    const [one, two, three] = [record(1), record(2), record(3)]

    const merged = mergeTraffic(reading([one, two]), reading([two, three]))

    assert.deepEqual([merged.records.length, merged.bytesAtLeast, merged.packetsAtLeast], [3, 3006, 3])
    assert.equal(merged.isThinned, undefined)
  })

  test('a record that one of them read without its sampling rate has the rate of the other', () => {
    const merged = mergeTraffic(reading([record(1, 512)]), reading([record(1)]))

    assert.deepEqual([merged.bytesAtLeast, merged.bytesEstimated], [1001, 1001 * 512])
  })

  test('more records than are remembered: never more than both counted, never less than one of them', () => {
    fc.assert(
      fc.property(anyReading, anyReading, (a, b) => {
        const { bytesAtLeast, records } = mergeTraffic(a, b)

        assert.ok(records.length <= MAX_TRAFFIC_RECORDS)
        assert.ok(bytesAtLeast <= a.bytesAtLeast + b.bytesAtLeast)
        assert.ok(bytesAtLeast >= Math.max(a.counted.bytes, b.counted.bytes))
      }),
    )
  })

  test('of counters the earliest and the latest value count, whichever readings had them', () => {
    const value = fc.record({ minute, out: fc.nat(99), in: fc.nat(99) })
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 9 }), fc.nat(), (values, turn) => {
        const readings = values.map((at) => counters(at.minute, at))
        const order = [...readings.slice(turn % readings.length), ...readings.slice(0, turn % readings.length)]
        const merged = readings.reduce(mergeTraffic)

        assert.deepEqual(mergeTraffic(merged, merged), merged)
        assert.deepEqual(order.toReversed().reduce(mergeTraffic), merged)
        assert.deepEqual(
          [order.slice(0, 4), order.slice(4)]
            .flatMap((some) => some.slice(0, 1).map((one) => some.reduce(mergeTraffic, one)))
            .reduce(mergeTraffic),
          merged,
        )
        assert.equal(merged.ports === undefined, new Set(values.map((at) => at.minute)).size === 1)
      }),
    )

    const grown = mergeTraffic(
      counters('2026-11-14T03:50:00.000Z', { out: 900, in: 4 }),
      counters('2026-11-14T03:10:00.000Z', { out: 100, in: 9 }),
    )
    assert.deepEqual([grown.ports, grown.bytesAtLeast], [{ out: 800, in: 0 }, 800])
    assert.deepEqual([grown.firstAt, grown.lastAt], ['2026-11-14T03:10:00.000Z', '2026-11-14T03:50:00.000Z'])
  })

  test('of ports the greatest reading counts, because nothing tells whether both saw the same', () => {
    const port = (out: number, into: number, records: number): TrafficFact =>
      reading([], {
        of: 'interface',
        ports: { out, in: into },
        counted: { records, bytes: out + into, packets: records, estimatedBytes: out + into },
      })

    const merged = mergeTraffic(port(500, 10, 3), port(400, 90, 4))

    assert.deepEqual(merged.ports, { out: 500, in: 90 })
    assert.deepEqual([merged.counted.records, merged.bytesAtLeast], [4, 510])
  })
})
