import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameSome } from '../../dialects/_audit-records/name-some.ts'
import { quote } from './shell-words.ts'

test('a plain id stays, anything else is quoted in one line', () => {
  assert.equal(quote('projects/p/regions/r/packetMirrorings/m'), 'projects/p/regions/r/packetMirrorings/m')
  assert.equal(quote("a'; reboot\n#"), "'a'\\''; reboot?#'")
  assert.equal(quote(''), "''")
})

test('five things are named, the rest is counted', () => {
  assert.equal(nameSome(['a', 'b', 'c', 'd', 'e']), 'a, b, c, d, e')
  assert.equal(nameSome(['a', 'b', 'c', 'd', 'e', 'f', 'g']), 'a, b, c, d, e and 2 more')
})
