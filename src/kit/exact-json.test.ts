import assert from 'node:assert/strict'
import { it } from 'node:test'
import { parseExactJson } from './exact-json.ts'

it('keeps the digits of numbers that a float would change', () => {
  const text = '{"a":12345678901234567890,"b":123123123123.0,"c":-7,"d":1e3,"e":[0.1,9007199254740991],"f":-0}'

  const parsed = parseExactJson(text)

  const expected = {
    a: '12345678901234567890',
    b: '123123123123.0',
    c: -7,
    d: '1e3',
    e: ['0.1', 9007199254740991],
    f: -0,
  }
  assert.deepEqual(parsed, expected)
})

it('leaves strings that look like numbers, and other values, alone', () => {
  assert.deepEqual(parseExactJson('["1.0",true,null,{"__proto__":1}]'), [
    '1.0',
    true,
    null,
    JSON.parse('{"__proto__":1}'),
  ])
})

it('throws on text that is no JSON', () => {
  assert.throws(() => parseExactJson('{"a":'), SyntaxError)
})
