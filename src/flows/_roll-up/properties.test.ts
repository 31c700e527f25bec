import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../../facts/fact.ts'
import { mergeFacts } from '../../facts/merge-facts.ts'
import { MAX_TRAFFIC_RECORDS } from '../../facts/traffic.ts'
import { canonicalJson, type JsonValue } from '../../kit/canonical-json.ts'
import { factsOf, MINUTE, NIGHT, only, rollUp, type Sample, streamsOf, take } from './_testing/samples.ts'
import type { FlowRollUp } from './roll-up.ts'

/** Facts as text in one order; where a record was read does not count. */
function textOf(facts: Iterable<Fact>): readonly string[] {
  return [...facts].map(({ places: _places, ...fact }) => canonicalJson(fact satisfies JsonValue)).sort()
}

const rowSample: fc.Arbitrary<Sample> = fc.record({
  observer: fc.nat(1),
  source: fc.constantFrom('192.0.2.7', '203.0.113.4', '2001:db8::7', '::'),
  destination: fc.constantFrom('198.51.100.9', '2001:db8:9::9'),
  offset: fc.nat(1000),
  receivedMs: fc.constantFrom(0, NIGHT + 61 * MINUTE),
  row: fc.record({
    protocol: fc.constantFrom(47, 17, 6, 1, -1),
    destinationPort: fc.constantFrom(0, 443, 4789, 50_000),
    sourcePort: fc.constantFrom(0, 22, 40_000),
    ingress: fc.constantFrom(0, 1, 4_294_967_295),
    egress: fc.constantFrom(0, 1, 7),
    bytes: fc.oneof(fc.nat(9000), fc.constantFrom(2 ** 53, 2 ** 64, Number.NaN)),
    packets: fc.nat(9),
    samplingRate: fc.constantFrom(1, 512, 2 ** 32),
    endMs: fc.constantFrom(0, NIGHT, NIGHT + 7 * MINUTE, NIGHT + 62 * MINUTE, 1e15),
    carrier: fc.constantFrom(0, 0, 2, 9),
    sessionId: fc.constantFrom(-1, 104),
    innerVlan: fc.constantFrom(-1, 20, 30),
    innerProtocol: fc.constantFrom(-1, 6),
    innerDestinationPort: fc.constantFrom(23, 443),
  }),
})
const samples = fc.array(rowSample, { maxLength: 80 })

function rolledUp(of: readonly Sample[]): FlowRollUp {
  const into = rollUp()
  for (const sample of of) take(into, sample)
  return into
}

/** A permutation of a list. */
function shuffled<T>(values: readonly T[], keys: readonly number[]): readonly T[] {
  return values
    .map((value, at) => ({ value, key: keys[at % Math.max(1, keys.length)] ?? 0, at }))
    .sort((a, b) => a.key - b.key || b.at - a.at)
    .map(({ value }) => value)
}

describe('the facts of a set of rows', () => {
  const keys = fc.array(fc.nat(1000), { minLength: 1 })

  test('are the same in any order', () => {
    fc.assert(
      fc.property(samples, keys, (all, order) => {
        const [one, other] = [all, shuffled(all, order)].map((rows) =>
          [...factsOf(rolledUp(rows)).values()].map((fact) => canonicalJson(fact satisfies JsonValue)).sort(),
        )
        assert.deepEqual(other, one)
      }),
    )
  })

  test('of streams are the same with any repetition and in any parts', () => {
    fc.assert(
      fc.property(samples, keys, fc.array(fc.nat(3), { minLength: 1 }), (all, order, parts) => {
        const again = [...all, ...shuffled(all, order).slice(0, all.length / 2)]
        const inParts = [0, 1, 2, 3].map((part) =>
          rolledUp(again.filter((_, at) => parts[at % parts.length] === part || at % 7 === part)),
        )
        const rest = rolledUp(again)

        const streams = (facts: ReadonlyMap<string, Fact>): readonly string[] =>
          textOf([...streamsOf(facts), ...streamsOf(facts, 'sender')])
        assert.deepEqual(streams(factsOf(...inParts, rest)), streams(factsOf(rolledUp(all))))
      }),
    )
  })

  test('of ports are never more, in whatever parts, and the same for the whole read twice', () => {
    fc.assert(
      fc.property(samples, fc.nat(80), (all, cut) => {
        const whole = streamsOf(factsOf(rolledUp(all)), 'interface')
        const twice = streamsOf(factsOf(rolledUp(all), rolledUp(all)), 'interface')
        const parts = streamsOf(factsOf(rolledUp(all.slice(0, cut)), rolledUp(all.slice(cut))), 'interface')

        assert.deepEqual(textOf(twice), textOf(whole))
        const most = new Map(whole.map((fact) => [fact.id, fact.bytesAtLeast]))
        assert.equal(parts.length, whole.length)
        for (const { id, bytesAtLeast } of parts) assert.ok(bytesAtLeast <= (most.get(id) ?? 0))
      }),
    )
  })

  test('are never more with more records than are remembered, and exact where one reading has them all', () => {
    const many = Array.from({ length: 1000 }, (_, n) => ({ row: { bytes: 1000 + n, packets: 1, endMs: NIGHT + n } }))
    const bytes = many.reduce((sum, { row }) => sum + row.bytes, 0)

    const whole = only(streamsOf(factsOf(rolledUp([...many, ...many]))))
    const halves = only(streamsOf(factsOf(rolledUp(many.slice(0, 400)), rolledUp(many.slice(400)))))
    const small = only(streamsOf(factsOf(rolledUp(many.slice(0, 100)), rolledUp(many.slice(100, 200)))))

    assert.deepEqual([whole.isThinned, whole.records.length, whole.counted.records], [true, MAX_TRAFFIC_RECORDS, 1000])
    assert.equal(whole.bytesAtLeast, bytes)
    assert.deepEqual(halves.records, whole.records)
    assert.ok(halves.bytesAtLeast < bytes && halves.bytesAtLeast > bytes / 2)
    assert.ok(small.isThinned && small.bytesAtLeast >= MAX_TRAFFIC_RECORDS * 1000)
  })

  test('wait to be taken once streams are closed to make room, and say the same', () => {
    const [into, room, again] = [rollUp(), 32_768, 100]
    const row = { endMs: NIGHT, carrier: 2 }
    for (let n = 0; n < room + again; n++) take(into, { row: { ...row, sessionId: n % room, bytes: n + 1 } })

    const waiting = into.size
    const closed = into.takeClosed()
    const rest = into.takeFacts()

    assert.deepEqual([waiting, closed.length, rest.length, into.size], [room, room, again, 0])
    const merged = new Map(closed.map((fact) => [fact.id, fact]))
    for (const fact of rest) merged.set(fact.id, mergeFacts(merged.get(fact.id) ?? fact, fact))
    const sizes = streamsOf(merged).map(({ records }) => records.length)
    assert.deepEqual([sizes.length, sizes.filter((size) => size === 2).length], [room, again])
  })
})
