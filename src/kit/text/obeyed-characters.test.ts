import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { shown, shownJson } from './obeyed-characters.ts'

test('what would be obeyed is replaced in text', () => {
  assert.equal(
    shown('a\u001b[31mb\r\u0007\u009b\u202e\u2066\u061c\u2028c\td\ne'),
    'a\ufffd[31mb\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdc\td\ne',
  )
})

test('half a character is none', () => {
  assert.equal(shown('a\ud800b'), 'a\ufffdb')
})

test('JSON keeps it as an escape', () => {
  assert.equal(shownJson({ a: '\u202eb\u007f' }), '{"a":"\\u202eb\\u007f"}')
})

test('JSON says the same with and without escapes, indented or not', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.equal(JSON.stringify(JSON.parse(shownJson(value))), JSON.stringify(value))
      assert.equal(JSON.stringify(JSON.parse(shownJson(value, 2))), JSON.stringify(value))
    }),
  )
})
