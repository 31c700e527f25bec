import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatIntegerRanges, MAX_RANGE_VALUES, parseIntegerRanges } from './integer-ranges.ts'

for (const [text, values] of [
  ['10 , 20 - 22', [10, 20, 21, 22]],
  ['1-3,2-4', [1, 2, 3, 4]],
  ['7', [7]],
] as const) {
  test(`reads ${text}`, () => assert.deepEqual(parseIntegerRanges(text), { values }))
}

for (const text of ['', 'a', '3-1', '1,,2', '1-2-3', '-5']) {
  test(`refuses ${JSON.stringify(text)}`, () => assert.equal(parseIntegerRanges(text).problem, 'syntax'))
}

test('refuses ranges that would fill memory', () => {
  assert.equal(parseIntegerRanges('1-99999999').problem, 'too-many')
  assert.equal(parseIntegerRanges('1-4000,5000-9000').problem, 'too-many')
  assert.equal(parseIntegerRanges(`1-${MAX_RANGE_VALUES}`).values.length, MAX_RANGE_VALUES)
})

test('what is written reads back as the same set', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 200 }), (values) => {
      const back = parseIntegerRanges(formatIntegerRanges(values)).values
      assert.deepEqual(
        back,
        values.toSorted((a, b) => a - b),
      )
    }),
  )
})
