/** Whatever the bytes, and wherever they are cut: no throw, samples add up, and nothing is read behind the end. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { cpuTimeMs } from '../../../test/_testing/cpu-time.ts'
import { packetsOf } from '../_packets/_testing/hex-packets.ts'
import { concat } from '../_testing/bytes.ts'
import { erspanFrame } from '../_testing/carriers.ts'
import { counterSample, flowSample, sflowDatagram } from '../_testing/sflow.ts'
import { datagramOf, decode } from './_testing/decode.ts'
import { flowFormat } from './index.ts'

const folder = new URL('./cases/', import.meta.url)
const written = readdirSync(folder)
  .flatMap((name) => packetsOf(readFileSync(new URL(`${name}/input.hex`, folder), 'utf8')))
  .map(({ bytes }) => bytes)

const SAMPLE_COUNTS = ['flow-sample', 'counter-sample', 'drop-sample', 'unsupported', 'malformed'] as const

/** A written datagram with words replaced, or with anything behind a head that is right. */
const changed = fc
  .tuple(
    fc.constantFrom(...written),
    fc.array(fc.tuple(fc.nat(), fc.oneof(fc.nat(64), fc.nat(0xffffffff))), { maxLength: 4 }),
  )
  .map(([bytes, words]) => {
    const copy = Uint8Array.from(bytes)
    const view = new DataView(copy.buffer)
    for (const [at, word] of words) if (copy.length >= 4) view.setUint32((at % (copy.length >> 2)) * 4, word)
    return copy
  })
const behindHead = fc
  .uint8Array({ maxLength: 300 })
  .map((rest) => Uint8Array.from([...(written[0] ?? new Uint8Array(28)).subarray(0, 24), 0, 0, 0, 9, ...rest]))
const datagram = fc.oneof(fc.uint8Array({ maxLength: 300 }), changed, behindHead)

test('any datagram, cut anywhere, among any other bytes', () => {
  fc.assert(
    fc.property(datagram, fc.nat(), fc.uint8Array({ maxLength: 40 }), (bytes, cut, noise) => {
      const to = bytes.length === 0 ? 0 : cut % (bytes.length + 1)
      const alone = decode(datagramOf(bytes.slice(0, to)))
      const among = concat(noise, bytes.subarray(0, to), noise)

      const found = decode(datagramOf(among, [noise.length, noise.length + to]))

      assert.deepEqual(found.sink.content(), alone.sink.content())
      assert.equal(found.end - noise.length, alone.end)
      assert.ok(alone.end >= 0 && alone.end <= to)
      const { rows, counts } = alone.sink
      assert.equal(rows.length, counts['flow-sample'] ?? 0)
      const samples = SAMPLE_COUNTS.reduce((sum, name) => sum + (counts[name] ?? 0), 0)
      assert.ok(samples <= 1 + to / 4, 'each takes bytes of the datagram')
    }),
    { numRuns: 5000 },
  )
})

test('every sample of a whole datagram ends as a count', () => {
  const sample = fc.constantFrom(
    flowSample(erspanFrame(2, { source: '198.51.100.1', destination: '203.0.113.9', session: 7 })),
    counterSample({ index: 4, inOctets: 10, outOctets: 2 ** 40 }),
    Uint8Array.from([0, 0, 0, 5, 0, 0, 0, 0]),
    Uint8Array.from([0, 0, 0, 99, 0, 0, 0, 4, 1, 2, 3, 4]),
  )
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 20 }), (samples) => {
      const bytes = sflowDatagram(samples, { agent: '192.0.2.1' })

      const { sink, end } = decode(datagramOf(bytes))

      assert.equal(end, bytes.length)
      assert.equal(
        SAMPLE_COUNTS.reduce((sum, name) => sum + (sink.counts[name] ?? 0), 0),
        samples.length,
      )
    }),
  )
})

test('a file of several datagrams is read one after the other', () => {
  const agents = ['192.0.2.1', '2001:db8::1', '192.0.2.2']
  const parts = agents.map((agent) =>
    sflowDatagram([counterSample({ index: 1, inOctets: 1, outOctets: 2 })], { agent }),
  )
  const bytes = concat(...parts)
  const observers: string[] = []

  for (let at = 0; at < bytes.length; ) {
    const next = datagramOf(bytes, [at, bytes.length])
    assert.equal(flowFormat.datagrams?.recognise(next), true)
    const { sink, end } = decode(next)
    observers.push(...sink.observers)
    at = end
  }

  assert.deepEqual(
    observers,
    agents.map((agent) => `address ${agent}`),
  )
})

test('other protocols are not recognised', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const isOurs = flowFormat.datagrams?.recognise(datagramOf(bytes))

      const view = Buffer.from(bytes)
      if (isOurs) assert.ok(view.readUInt32BE(0) === 5 && [1, 2].includes(view.readUInt32BE(4)))
    }),
  )
  for (const version of [Uint8Array.of(0, 5), Uint8Array.of(0, 9), Uint8Array.of(0, 10), Uint8Array.of(0, 0, 0, 4)]) {
    const bytes = concat(version, new Uint8Array(100))
    assert.equal(flowFormat.datagrams?.recognise(datagramOf(bytes)), false)
  }
})

test('the largest datagram of the smallest samples takes no time', () => {
  const samples = Array.from({ length: 8000 }, () => Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 0]))
  const bytes = sflowDatagram(samples, { agent: '192.0.2.1' })
  const startedAt = cpuTimeMs()

  const { sink } = decode(datagramOf(bytes))

  assert.deepEqual(sink.counts, { malformed: 8000 })
  assert.ok(cpuTimeMs() - startedAt < 500)
})
