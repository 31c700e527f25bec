import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memberAt, objectIn, valueIn } from './embedded-json.ts'

test('an object is found as itself or in text, anything else is an empty one', () => {
  assert.deepEqual(objectIn({ a: 1 }), { a: 1 })
  assert.deepEqual(objectIn(' {"owner": 123123123123123123123}'), { owner: '123123123123123123123' })
  for (const other of ['', 'a', '{"a":', '[1]', null, undefined, 7, '['.repeat(100_000)])
    assert.deepEqual(objectIn(other), {})
})

test('text that is no object or list stays text', () => {
  assert.deepEqual(valueIn('["a"]'), ['a'])
  assert.equal(valueIn('{instance=i-1}'), '{instance=i-1}')
  assert.equal(valueIn('7'), '7')
})

test('a member is found nested, dotted and in mixtures of both', () => {
  for (const object of [{ a: { b: { c: 1 } } }, { 'a.b.c': 1 }, { 'a.b': { c: 1 } }, { a: { 'b.c': 1 } }])
    assert.equal(memberAt(object, 'a.b.c'), 1)
  assert.equal(memberAt({ a: { b: 1 } }, 'a.b.c'), undefined)
})
