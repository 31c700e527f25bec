import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildApproval, buildContext, buildMatch, nearest } from '../_testing/build-context.ts'
import { at, buildEpisode, buildSession, buildSetup, changed } from '../_testing/build-setup.ts'
import { detection } from './index.ts'

const setup = buildSetup([buildEpisode([changed(at(3, 12), buildSession())])])
const approval = buildApproval({ id: 'APR-7' })

const bounds: readonly (readonly [{ readonly validFrom?: string; readonly validUntil?: string }, string])[] = [
  [{ validUntil: '2026-11-05T00:00:00.000Z' }, 'ended 2026-11-05'],
  [{ validUntil: '2026-11-05T17:00:00.000Z' }, 'ended 2026-11-05 17:00Z'],
  [{ validFrom: '2026-12-01T00:00:00.000Z', validUntil: '2026-12-31T00:00:00.000Z' }, 'begins 2026-12-01'],
  [{ validFrom: '2026-11-01T00:00:00.000Z', validUntil: '2026-11-05T00:00:00.000Z' }, 'ended 2026-11-05'],
]

test('says which bound was crossed', () => {
  for (const [bound, words] of bounds) {
    const context = buildContext(setup, { approval: buildMatch({ outOfTime: { approval, ...bound } }) })
    const [reason] = detection.evaluate(setup, context)
    assert.equal(reason?.statement, `Approval APR-7 of session 4 of edge-rtr-07 ${words}.`)
    assert.equal(reason?.verdict, 'expired')
  }
})

test('is silent while an approval holds, where none ever fitted, and where its longest duration is over', () => {
  const tooLong = { outOfTime: { approval }, ...nearest(['duration', '8h', 'longer']) }
  for (const match of [
    { approvedBy: approval },
    nearest(['destination', 'a', 'b']),
    { subjectCovered: false },
    tooLong,
  ]) {
    assert.deepEqual(detection.evaluate(setup, buildContext(setup, { approval: buildMatch(match) })), [])
  }
})
