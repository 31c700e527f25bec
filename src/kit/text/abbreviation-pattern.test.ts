import assert from 'node:assert/strict'
import { test } from 'node:test'
import { abbreviates } from '../keyword.ts'
import { abbreviationPattern, literalPattern } from './abbreviation-pattern.ts'

test('every cut that the command line takes matches whole, and no other word does', () => {
  for (const [keyword, shortest] of [
    ['monitor', 3],
    ['erspan-source', 8],
    ['tacacs+', 3],
    ['on', 2],
  ] as const) {
    const whole = new RegExp(`^${abbreviationPattern(keyword, shortest)}$`, 'i')
    const cuts = Array.from({ length: keyword.length + 1 }, (_, length) => keyword.slice(0, length))
    for (const typed of [...cuts, `${keyword}s`, keyword.toUpperCase(), `x${keyword}`])
      assert.equal(whole.test(typed), abbreviates(typed, keyword, shortest), `${typed} for ${keyword}`)
  }
})

test('a keyword that cannot be cut is itself', () => {
  assert.equal(abbreviationPattern('no', 2), 'no')
  assert.equal(abbreviationPattern('no', 9), 'no')
  assert.equal(abbreviationPattern('monitor', 4), 'moni(?:t(?:o(?:r)?)?)?')
})

test('a text means itself, whatever letters it has', () => {
  const text = String.raw`a.b*c+d?e(f)[g]{h}|i^j$k\l`
  assert.match(text, new RegExp(`^${literalPattern(text)}$`))
})
