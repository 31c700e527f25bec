import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ScanReport } from '../../../findings/report/report.ts'
import { approvedFinding, coverageRow, finding, report } from '../_testing/reports.ts'
import { toExecutiveView } from './executive-view.ts'

function figures(given: ScanReport): readonly string[] {
  return toExecutiveView(given).questions.map(({ figure, counts }) => `${figure} ${counts}`)
}

test('five questions, each with a figure that the report holds', () => {
  assert.deepEqual(figures(report([finding(), approvedFinding()])), [
    '1 account was seen to make or change a copy',
    '1 of 2 present copies are approved',
    '1 of 1 were taken up by a person',
    '1 of 1 devices: typed commands read',
    '2 of 2 present copies stand where reviewed approvals apply',
  ])
})

test('the state names approvals, decisions and severity, and the coverage stands beside it', () => {
  const view = toExecutiveView(report([finding(), approvedFinding()]))
  assert.equal(
    view.state,
    '1 of 2 present copies of traffic is approved; 1 finding asks for a decision, 1 of them of high or critical severity.',
  )
  assert.equal(
    view.coverage,
    'Read, of the devices and accounts of the inventory: configurations 1 of 1, commands 1 of 1, flow records 0 of 1 (0 %).',
  )
})

test('without an inventory nothing is called approved, no percentage is given, and writing one comes first', () => {
  const bare = finding({
    verdict: 'needs-review',
    confidence: { ...finding().confidence, authorisation: 'low', authorisationBasis: 'no approvals were given' },
  })
  const given = report([bare], {
    inventory: null,
    figures: { ...report([]).figures, denominator: 'evidence', commands: { heard: 1, of: 2 } },
  })
  const view = toExecutiveView(given)
  assert.equal(
    view.state,
    '1 copy of traffic is present, and no approvals were given; 1 finding asks for a decision, 1 of them of high or critical severity.',
  )
  assert.doesNotMatch(view.coverage, /%/)
  assert.deepEqual(
    [view.questions[1]?.figure, view.questions[1]?.answer],
    ['not known', 'No inventory was given, so no approval is known.'],
  )
  assert.equal(view.questions[4]?.figure, 'not known')
  assert.match(view.nextAction ?? '', /^Write an inventory/)
})

test('a clean result names what it rests on, and nothing that was not read', () => {
  assert.equal(
    toExecutiveView(report([])).state,
    'No unapproved copy was seen in the configurations of 1 device and the commands of 1 device.',
  )
  const none = { heard: 0, of: 0 }
  const unread = report([], {
    coverage: [],
    figures: { denominator: 'evidence', config: none, commands: none, audit: none, flow: none },
  })
  assert.equal(
    toExecutiveView(unread).state,
    'No configuration, command or audit record was read: whether anything is copied is not known.',
  )
  assert.equal(toExecutiveView(unread).questions[3]?.figure, 'not known')
})

test('an act counts while it holds; when it closed something, after how long is told', () => {
  const [act] = report([]).acts
  assert.ok(act !== undefined)
  const question = (acts: ScanReport['acts']) => toExecutiveView(report([finding()], { acts })).questions[2]
  assert.equal(question([{ ...act, holds: false }])?.figure, '0 of 1')
  assert.equal(question([{ ...act, does: 'reopen' }])?.figure, '0 of 1')
  assert.equal(question([])?.answer, 'No act of a person on them is recorded in the store of this scan.')
  assert.equal(question([{ ...act, does: 'resolve' }])?.answer, 'By soc-1. 1 resolved, in the median after 24 hours.')
})

test('the worst are told once for each case, suppressed ones not at all, long sentences cut', () => {
  const long = finding({ sentence: 'x'.repeat(400) })
  const view = toExecutiveView(
    report([long, finding({ id: 'b', case: 'case-1' }), finding({ id: 'c', case: 'case-2' })], { acts: [] }),
  )
  assert.deepEqual(
    view.worst.map(({ anchor, more }) => [anchor, more]),
    [
      ['f-00ba7f0afeffeecc', 1],
      ['f-c', 0],
    ],
  )
  assert.equal(view.worst[0]?.sentence.length, 180)
  const [act] = report([]).acts
  assert.ok(act !== undefined)
  assert.deepEqual(toExecutiveView(report([finding()], { acts: [{ ...act, does: 'suppress' }] })).worst, [])
})

test('the next best action is where the worst finding stands and the gap hides most', () => {
  const dark = coverageRow({ subject: 'acc-sw-9', legs: [], quiet: [] })
  const elsewhere = toExecutiveView(report([approvedFinding()], { coverage: [coverageRow(), dark] }))
  assert.equal(elsewhere.nextAction, 'Hand over the running configuration of acc-sw-9.')
  const here = toExecutiveView(report([finding()], { coverage: [coverageRow(), dark] }))
  assert.equal(
    here.nextAction,
    'Find out why the log of edge-rtr-1 has been silent since 2026-11-14 03:08Z, where a finding of severity critical is open.',
  )
  const whole = coverageRow({
    quiet: [],
    unjoinedCommands: 0,
    legs: coverageRow().legs.map((leg) => ({ ...leg, state: 'heard' })),
  })
  const nothing = toExecutiveView(report([], { coverage: [whole], conflicts: [] }))
  assert.deepEqual([nothing.blindSpots, nothing.nextAction], [[], undefined])
})

test('of a set-up that several changed, those are unlisted who made it what it is', () => {
  const [change] = finding().changes
  assert.ok(change !== undefined)
  const earlier = { ...change, actor: { account: 'mirror-pipeline' } }
  const view = toExecutiveView(report([finding({ changes: [earlier, change] })]))
  assert.equal(view.questions[0]?.figure, '2')
  assert.match(view.questions[0]?.answer ?? '', /^1 account acted where the inventory does not list them/)
})
