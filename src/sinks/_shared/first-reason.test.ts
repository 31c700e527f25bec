import assert from 'node:assert/strict'
import test from 'node:test'
import { firstDetection, reasonIds } from './first-reason.ts'

const reasons = (...ids: readonly string[]) => ids.map((detection) => ({ detection, statement: '', evidence: [] }))

test('a finding goes by the detection that speaks for its verdict', () => {
  const found = reasons('destination-not-approved', 'session-not-approved')
  assert.equal(firstDetection({ verdict: 'unapproved', reasons: found }), 'session-not-approved')
})

test('else by the first that spoke, and an approved one by the question it passed', () => {
  assert.equal(
    firstDetection({ verdict: 'unexplained', reasons: reasons('ghost-mirror', 'silent-change') }),
    'ghost-mirror',
  )
  assert.equal(firstDetection({ verdict: 'approved', reasons: [] }), 'session-not-approved')
})

test('a detection that spoke twice is listed once', () => {
  assert.deepEqual(reasonIds({ reasons: reasons('a', 'b', 'a') }), ['a', 'b'])
})
