import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson, type JsonValue } from './canonical-json.ts'

const texts: readonly (readonly [JsonValue | undefined, string])[] = [
  [undefined, 'null'],
  [null, 'null'],
  [true, 'true'],
  [1.5e300, '1.5e+300'],
  [-0, '0'],
  ['a "b"\n\u0000é😀\ud800', '"a \\"b\\"\\n\\u0000é😀\\ud800"'],
  [[], '[]'],
  [{}, '{}'],
  [{ b: 1, a: [2, { d: null, c: '' }] }, '{"a":[2,{"c":"","d":null}],"b":1}'],
  [{ a: undefined, b: 1 }, '{"b":1}'],
  [{ 10: 'ten', 9: 'nine', B: 1, a: 2, é: 3 }, '{"10":"ten","9":"nine","B":1,"a":2,"é":3}'],
  [{ 'a"b': 1 }, '{"a\\"b":1}'],
]

for (const [value, text] of texts) {
  test(text, () => assert.equal(canonicalJson(value), text))
}

test('one text for one value, whatever the order of its keys', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => assert.equal(canonicalJson(reversed(value)), canonicalJson(value))))
})

test('reads back as the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.deepEqual(JSON.parse(canonicalJson(value as JsonValue)), JSON.parse(JSON.stringify(value)))
    }),
  )
})

/** The same value with the keys of every object in the opposite order. */
function reversed(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value as JsonValue
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  )
}
