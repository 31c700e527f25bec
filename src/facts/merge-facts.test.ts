import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { factExamples } from '../../test/contracts/fact-examples.ts'
import type { Fact, FragmentFact } from './fact.ts'
import { mergeFacts, mergePlaces } from './merge-facts.ts'

const { fragment } = factExamples

const place = fc.record(
  { path: fc.constantFrom('a', 'a b', 'b'), line: fc.integer({ min: 1, max: 20 }), offset: fc.nat({ max: 3 }) },
  { requiredKeys: ['path'], noNullPrototype: true },
)
const places = fc.array(place, { maxLength: 60 }).map((all) => mergePlaces(all, []))
const copy: fc.Arbitrary<Fact> = fc
  .record({
    places,
    dialectVersion: fc.integer({ min: 1, max: 3 }),
    trust: fc.constantFrom('authenticated', 'network-path', 'spoofable'),
    command: fc.constantFrom('no monitor session 1', 'no monitor session all'),
    inferred: fc.constantFrom(undefined, ['year'] as const, ['zone'] as const, ['year', 'zone'] as const),
    ref: fc.constantFrom(fragment.ref, { ...fragment.ref, names: [] }),
  })
  .map(({ inferred, ...members }) => ({ ...fragment, ...members, time: { ...fragment.time, inferred } }))

test('merging is commutative', () => {
  fc.assert(fc.property(copy, copy, (a, b) => assert.deepEqual(mergeFacts(a, b), mergeFacts(b, a))))
})

test('merging is associative', () => {
  fc.assert(
    fc.property(copy, copy, copy, (a, b, c) => {
      assert.deepEqual(mergeFacts(mergeFacts(a, b), c), mergeFacts(a, mergeFacts(b, c)))
    }),
  )
})

test('merging is idempotent', () => {
  fc.assert(
    fc.property(copy, copy, (a, b) => {
      const merged = mergeFacts(a, b)

      assert.deepEqual(mergeFacts(a, a), a)
      assert.deepEqual(mergeFacts(merged, b), merged)
    }),
  )
})

test('the newer dialect version wins, even where it infers more', () => {
  const old: FragmentFact = { ...fragment, time: { ...fragment.time, inferred: [] } }
  const newer: FragmentFact = { ...fragment, dialectVersion: 2 }

  assert.equal(mergeFacts(old, newer).dialectVersion, 2)
})

test('of one version, the time that infers less wins', () => {
  const sure: FragmentFact = { ...fragment, command: 'z', time: { ...fragment.time, inferred: ['zone'] } }

  assert.deepEqual(mergeFacts(fragment, sure), sure)
})

test('of one trust, the copy that says whose record it is wins, even where it infers more', () => {
  const nameless: FragmentFact = { ...fragment, ref: { ...fragment.ref, names: [] }, command: 'a' }
  const named: FragmentFact = { ...fragment, command: 'z', time: { ...fragment.time, inferred: ['year'] } }

  assert.deepEqual(mergeFacts(nameless, named), mergeFacts(named, nameless))
  assert.deepEqual(mergeFacts(nameless, named).ref, fragment.ref)
})

test('places come by path, line and offset, as numbers', () => {
  const sorted = [
    { path: 'a' },
    { path: 'a', offset: 0 },
    { path: 'a', line: 2 },
    { path: 'a', line: 2, offset: 5 },
    { path: 'a', line: 10, offset: 3 },
    { path: 'a', line: 10, offset: 20 },
    { path: 'a b' },
    { path: 'ab' },
  ]

  assert.deepEqual(mergePlaces(sorted.toReversed(), sorted), sorted)
})

test('a fact remembers 32 places, the same ones whatever came first', () => {
  const many = Array.from({ length: 100 }, (_, at) => ({ path: 'a', line: at + 1 }))

  assert.deepEqual(mergePlaces(many.slice(50), many.slice(0, 50)), many.slice(0, 32))
})

test('of two copies of one record the better trusted one is believed', () => {
  const forgeable: Fact = {
    ...fragment,
    trust: 'spoofable',
    time: { ...fragment.time, relayAt: '2026-01-01T00:00:00.000Z' },
  }
  const sure: Fact = { ...fragment, trust: 'authenticated', time: { ...fragment.time, inferred: ['year'] } }

  const merged = mergeFacts(forgeable, sure)

  assert.equal(merged.trust, 'authenticated')
  assert.deepEqual(merged.time, sure.time)
})
