import assert from 'node:assert/strict'
import { test } from 'node:test'
import { abbreviates, matchKeyword } from './keyword.ts'

const types = ['local', 'local-tx', 'erspan-source', 'erspan-destination']

for (const [typed, expected] of [
  ['erspan-s', 'erspan-source'],
  ['local', 'local'],
  ['LOCAL-T', 'local-tx'],
  ['loc', undefined],
  ['e', undefined],
  ['', undefined],
  [undefined, undefined],
  ['rspan', undefined],
] as const) {
  test(`matchKeyword(${typed})`, () => assert.equal(matchKeyword(typed, types), expected))
}

test('abbreviates needs its shortest cut', () => {
  assert.equal(abbreviates('mo', 'monitor', 3), false)
  assert.equal(abbreviates('MON', 'monitor', 3), true)
  assert.equal(abbreviates('monitors', 'monitor', 3), false)
  assert.equal(abbreviates(undefined, 'monitor', 3), false)
})
