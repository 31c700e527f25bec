/** Whatever was sent, cut or mixed: no throw, nothing counted twice, nothing remembered without bound, and what was composed is what is read. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { packetsOf } from '../_packets/_testing/hex-packets.ts'
import { concat, u16, u32 } from '../_testing/bytes.ts'
import {
  type ComposedFlow,
  flowSetsIpfix,
  flowSetsV9,
  ipfix as ipfixMessage,
  netflowV5 as netflowV5Message,
  netflowV9 as netflowV9Message,
  set,
  template,
} from '../_testing/datagrams.ts'
import { flowFormat as ipfix } from '../ipfix/index.ts'
import { flowFormat as netflowV5 } from '../netflow-v5/index.ts'
import { flowFormat as netflowV9 } from '../netflow-v9/index.ts'
import { Exporter } from './_testing/exporter.ts'

const formats = [netflowV5, netflowV9, ipfix]
const EXPORTED_MS = 1_794_625_200_000

/** The datagrams of all cases. */
const written = formats.flatMap(({ id }) => {
  const folder = new URL(`../${id}/cases/`, import.meta.url)
  return readdirSync(folder).flatMap((name) =>
    packetsOf(readFileSync(new URL(`${name}/input.hex`, folder), 'utf8')).map(({ bytes }) => bytes),
  )
})

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  // A written datagram, cut, with some of its bytes replaced.
  fc
    .tuple(
      fc.constantFrom(...written),
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
    )
    .map(([bytes, length, changes]) => {
      const mutated = bytes.slice(0, bytes.length - (length % 3 === 0 ? length % bytes.length : 0))
      for (const [at, value] of changes) mutated[at % bytes.length] = value
      return mutated
    }),
)

const flow: fc.Arbitrary<ComposedFlow> = fc.record(
  {
    source: fc.ipV4(),
    destination: fc.ipV4(),
    protocol: fc.integer({ min: 0, max: 255 }),
    sourcePort: fc.integer({ min: 0, max: 65_535 }),
    destinationPort: fc.integer({ min: 0, max: 65_535 }),
    ingress: fc.integer({ min: 0, max: 65_535 }),
    egress: fc.integer({ min: 0, max: 65_535 }),
    bytes: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    packets: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    startMs: fc.integer({ min: EXPORTED_MS - 3_600_000, max: EXPORTED_MS }),
    endMs: fc.integer({ min: EXPORTED_MS - 3_600_000, max: EXPORTED_MS }),
  },
  { noNullPrototype: true },
)
const flows = fc.array(flow, { minLength: 1, maxLength: 20 })

const composed = {
  'netflow-v5': (sent: readonly ComposedFlow[]) => [netflowV5Message(sent, { exportedMs: EXPORTED_MS })],
  'netflow-v9': (sent: readonly ComposedFlow[]) =>
    flowSetsV9(sent, EXPORTED_MS).map((one) => netflowV9Message([one], { exportedMs: EXPORTED_MS })),
  ipfix: (sent: readonly ComposedFlow[]) =>
    flowSetsIpfix(sent).map((one) => ipfixMessage([one], { exportedMs: EXPORTED_MS })),
}

/** A row in the words of a composed flow: rows leave out what is 0. */
function asFlow(row: Readonly<Record<string, unknown>>): ComposedFlow {
  const zeros = { sourcePort: 0, destinationPort: 0, ingress: 0, egress: 0, bytes: 0, packets: 0 }
  return { ...zeros, ...row } as unknown as ComposedFlow
}

/** All rows of datagrams in this order, and how often each count was raised. */
function readAll(datagrams: readonly Uint8Array[]): {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly counts: Readonly<Record<string, number>>
} {
  const exporter = new Exporter(formats)
  const sinks = [...datagrams.map((bytes) => exporter.send(bytes).sink), exporter.finish()]
  const counts: Record<string, number> = {}
  for (const sink of sinks)
    for (const [what, times] of Object.entries(sink.counts)) counts[what] = (counts[what] ?? 0) + times
  return { rows: sinks.flatMap(({ rows }) => rows), counts }
}

describe('any bytes', () => {
  test('are read without a throw, to an end that lies behind the start, with no more records than bytes', () => {
    fc.assert(
      fc.property(fc.array(anyBytes, { maxLength: 6 }), (datagrams) => {
        const { rows, counts } = readAll(datagrams)

        const bytes = datagrams.reduce((sum, { length }) => sum + length, 0)
        assert.equal(counts['record'] ?? 0, rows.length)
        assert.ok(Object.values(counts).reduce((sum, times) => sum + times, 0) <= bytes)
      }),
      { numRuns: 2000 },
    )
  })

  test('are of one format at most', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
        const datagram = { bytes, view, from: 0, to: bytes.length, receivedMs: 0 }
        const recognised = formats.filter(({ datagrams }) => datagrams?.recognise(datagram))
        assert.ok(recognised.length <= 1)
      }),
      { numRuns: 2000 },
    )
  })
})

for (const [format, compose] of Object.entries(composed)) {
  describe(format, () => {
    test('gives back the flows that were written', () => {
      fc.assert(
        fc.property(flows, (sent) => {
          assert.deepEqual(readAll(compose(sent)).rows.map(asFlow), sent)
        }),
      )
    })

    test('cut anywhere, gives the first flows, and says once that something is left out', () => {
      fc.assert(
        fc.property(flows, fc.nat(), (sent, cut) => {
          const datagrams = compose(sent)
          const last = datagrams.pop() ?? new Uint8Array(0)
          const length = 24 + (cut % (last.length - 27))
          const { rows, counts } = readAll([...datagrams, last.subarray(0, length)])

          assert.deepEqual(rows.map(asFlow), sent.slice(0, rows.length))
          assert.equal(counts['malformed'], 1)
        }),
      )
    })

    test('gives the same flows in whatever order datagrams come', () => {
      const shuffled = fc
        .array(flows, { minLength: 1, maxLength: 4 })
        .map((sent) => sent.flatMap(compose))
        .chain((datagrams) =>
          fc.tuple(fc.constant(datagrams), fc.shuffledSubarray(datagrams, { minLength: datagrams.length })),
        )
      fc.assert(
        fc.property(shuffled, ([datagrams, others]) => {
          assert.deepEqual(sorted(readAll(others).rows), sorted(readAll(datagrams).rows))
        }),
      )
    })
  })
}

function sorted(rows: readonly object[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).sort()
}

describe('what is remembered is bounded', () => {
  const one = (id: number, domain: number): Uint8Array =>
    ipfixMessage([set(2, template(id, [[8, 4]]))], { exportedMs: EXPORTED_MS, domain })
  const data = (id: number, bytes: number): Uint8Array =>
    ipfixMessage([set(id, new Uint8Array(bytes))], { exportedMs: EXPORTED_MS })

  test('templates: 512 of an exporter, and those that were first go on', () => {
    const flood = Array.from({ length: 600 }, (_, index) => one(256 + index, 0))
    const { counts } = readAll([...flood, data(256, 4), data(256 + 599, 4)])

    assert.deepEqual(counts, { template: 512, malformed: 88, record: 1, 'set-without-template': 1 })
  })

  test('domains: 256 of an exporter', () => {
    const flood = Array.from({ length: 300 }, (_, index) => [one(256, index), withdrawn(index)]).flat()

    assert.deepEqual(readAll(flood).counts, { template: 256, malformed: 44 })
  })

  test('fields: 128 of a template', () => {
    const wide = (count: number): Uint8Array =>
      ipfixMessage([set(2, template(256, Array(count).fill([8, 4])))], { exportedMs: EXPORTED_MS })

    assert.deepEqual(readAll([wide(128), wide(129)]).counts, { template: 1, malformed: 1 })
  })

  test('waiting data: 512 sets, 1 MiB; all of it is counted', () => {
    const small = Array.from({ length: 600 }, () => data(300, 4))
    const large = Array.from({ length: 40 }, () => data(300, 60_000))
    const wide = ipfixMessage([set(2, template(300, [[8, 60_000]]))], { exportedMs: EXPORTED_MS })

    assert.deepEqual(readAll([...small, one(300, 0)]).counts, { 'set-without-template': 88, record: 512, template: 1 })
    assert.deepEqual(readAll([...large, wide]).counts, { 'set-without-template': 23, record: 17, template: 1 })
    assert.deepEqual(readAll(large).counts, { 'set-without-template': 40 })
  })

  function withdrawn(domain: number): Uint8Array {
    return ipfixMessage([concat(u16(2, 8), u16(256, 0))], { exportedMs: EXPORTED_MS, domain })
  }
})

test('a rate is kept for 256 samplers', () => {
  const head = [
    set(3, concat(u16(300, 2, 1), u16(302, 4), u16(34, 4))),
    set(300, ...Array.from({ length: 300 }, (_, index) => u32(index + 1, 10))),
    set(2, template(256, [[302, 4]])),
    set(256, u32(256), u32(257)),
  ]

  const { rows } = readAll([ipfixMessage(head, { exportedMs: EXPORTED_MS })])

  assert.deepEqual(
    rows.map(({ samplingRate = 1 }) => samplingRate),
    [10, 1],
  )
})
