/** The tolerant readers, value by value. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listOf, textsOf } from './lists.ts'
import { numberOf } from './numbers.ts'

const NUMBERS: readonly (readonly [unknown, string | undefined, boolean])[] = [
  ['123123123123', '123123123123', false],
  [123123123123, '123123123123', false],
  [123123123123.0, '123123123123', false],
  ['123123123123.0', '123123123123', false],
  ['1.23123123123e11', '123123123123', false],
  ['1.23E+11', '123000000000', true],
  [1.23e11, '123000000000', true],
  [12345678901234567890n, '12345678901234567890', false],
  [2 ** 60, '1152921504606846976', true],
  [0, '0', false],
  ['0', '0', false],
  [1.5, undefined, false],
  ['1.5', undefined, false],
  ['1e99', undefined, false],
  ['eni-1', undefined, false],
  [Number.NaN, undefined, false],
  [null, undefined, false],
]

for (const [value, text, mayHaveLostDigits] of NUMBERS) {
  test(`the number ${typeof value} ${String(value)}`, () => {
    assert.deepEqual(numberOf(value), text === undefined ? undefined : { text, mayHaveLostDigits })
  })
}

test('lists in every shape', () => {
  for (const shape of [
    ['a', 'b'],
    { items: ['a', 'b'] },
    [
      { tag: 1, content: 'a' },
      { tag: 2, content: 'b' },
    ],
    { item: [{ content: 'a' }, 'b'] },
  ]) {
    assert.deepEqual(textsOf(shape), ['a', 'b'])
  }
  assert.deepEqual(textsOf({ tag: 1, content: 'a' }), ['a'])
  for (const empty of ['', null, undefined, [], [''], { items: '' }]) assert.deepEqual(listOf(empty), [])
})
