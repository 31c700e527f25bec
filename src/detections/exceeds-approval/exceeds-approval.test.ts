import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildApproval, buildContext, buildMatch, nearest } from '../_testing/build-context.ts'
import { at, buildEpisode, buildSession, buildSetup, changed } from '../_testing/build-setup.ts'
import { detection } from './index.ts'

const setup = buildSetup([buildEpisode([changed(at(3, 12), buildSession())])])
const wider = nearest(['sources', 'Te0/0/1', 'Te0/0/1, Te0/0/2'], ['direction', 'rx', 'both'])

test('lists exactly what is wider', () => {
  const [reason, ...others] = detection.evaluate(setup, buildContext(setup, { approval: buildMatch(wider) }))

  assert.equal(
    reason?.statement,
    'Session 4 of edge-rtr-07 goes beyond approval APR-12: sources Te0/0/1, Te0/0/2 (approved: Te0/0/1); direction both (approved: rx).',
  )
  assert.equal(reason?.verdict, 'exceeds-approval')
  assert.deepEqual(others, [])
})

test('a copy that outlasts its longest duration goes beyond its approval, and bounds are said as times', () => {
  const tooLong = nearest(['time', 'until 2026-11-12T08:00:00.000Z', 'later'], ['duration', '8h', 'longer'])
  const match = buildMatch({ outOfTime: { approval: buildApproval() }, ...tooLong })

  assert.deepEqual(
    detection.evaluate(setup, buildContext(setup, { approval: match })).map(({ statement }) => statement),
    [
      'Session 4 of edge-rtr-07 goes beyond approval APR-12: time later (approved: until 2026-11-12 08:00Z); duration longer (approved: 8h).',
    ],
  )
})

test('is silent where the destination differs, nothing covers the device, an entry is unreviewed, or all is approved', () => {
  const silent = [
    nearest(['sources', 'a', 'b'], ['destination', '198.51.100.9', '203.0.113.66']),
    nearest(['session', '1', '4']),
    { ...wider, subjectCovered: false },
    { ...wider, unreviewed: buildApproval({ id: 'BASE-3' }) },
    { approvedBy: buildApproval() },
  ]
  for (const match of silent) {
    assert.deepEqual(
      detection.evaluate(setup, buildContext(setup, { approval: buildMatch(match) })),
      [],
      JSON.stringify(match),
    )
  }
})
