import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Finding } from '../../../findings/finding.ts'
import { coverageRow, evidence, finding, report } from '../_testing/reports.ts'
import { indexEvidence } from './evidence-index.ts'
import { type Lanes, toLanes } from './lanes.ts'

function lanesOf(one: Finding, given = report([one])): Lanes | undefined {
  return toLanes(one, indexEvidence(one), given)
}

test('one lane for each leg of a device; what is close is one mark with its number', () => {
  const lanes = lanesOf(finding())
  assert.deepEqual(
    lanes?.lanes.map(({ name, state, marks, undated }) => [
      name,
      state,
      marks.map(({ count, first }) => [count, first]),
      undated,
    ]),
    [
      ['config', 'seen', [], 1],
      ['log', 'not-available', [[1, 3]], 0],
      ['AAA', 'seen', [[1, 2]], 0],
      ['flow', 'not-seen', [], 0],
    ],
  )
  assert.deepEqual(lanes?.lanes[1]?.marks[0]?.showsSetup, false, 'the cut of logging stands behind a reason alone')
  assert.equal(lanes?.lanes[3]?.bars.length, 1)
})

test('a leg is hatched from its last word, and whole where it never had one', () => {
  const lanes = lanesOf(finding())
  const log = lanes?.lanes[1]?.blind[0]
  assert.equal(log?.title, 'not heard after 2026-11-14 03:08Z')
  assert.equal(log?.until, 1)
  const unseen = finding({
    legs: { ...finding().legs, flow: 'not-available' },
    exposure: { ...finding().exposure, observed: [] },
  })
  assert.deepEqual(lanesOf(unseen)?.lanes[3]?.blind, [{ from: 0, until: 1, title: 'not available' }])
})

test('an account has its audit trail and flow logs', () => {
  const one = finding({ subject: 'aws:111122223333', evidence: [evidence({ leg: 'audit' })], reasons: [] })
  const account = coverageRow({ subject: 'aws:111122223333', kind: 'account' })
  assert.deepEqual(
    lanesOf(one, report([one], { coverage: [account] }))?.lanes.map(({ name }) => name),
    ['audit', 'flow'],
  )
})

test('the last life is divided where it turned into what it is now', () => {
  const [first, last] = finding().episodes
  assert.ok(first !== undefined && last !== undefined)
  const turned = finding({ episodes: [first, { ...last, from: '2026-11-12T00:00:00.000Z' }] })
  assert.deepEqual(
    lanesOf(turned)?.lives.map(({ isAsNow, title }) => [isAsNow, title]),
    [
      [false, 'there from 2026-11-10 00:00Z until 2026-11-11 00:00Z'],
      [false, 'there from 2026-11-12 00:00Z, otherwise than now'],
      [true, 'as it is now from 2026-11-14 03:12Z'],
    ],
  )
})

test('without any time there is no axis', () => {
  const bare = finding({
    evidence: [evidence({ at: undefined })],
    reasons: [],
    episodes: [],
    exposure: { ...finding().exposure, observed: [] },
  })
  assert.equal(lanesOf(bare), undefined)
})

test('whatever the times are, all stands between the ends of the axis', () => {
  const instant = fc.oneof(
    fc.date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
    fc.string({ maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(instant, { maxLength: 12 }), instant, (times, at) => {
      const items = times.map((time, index) => evidence({ fact: `f${index}`, at: time }))
      const one = finding({ evidence: items })
      const lanes = lanesOf(one, report([one], { at }))
      const places = (lanes?.lanes ?? []).flatMap(({ marks, blind, bars }) => [
        ...marks.map((mark) => mark.at),
        ...[...blind, ...bars].flatMap(({ from, until }) => [from, until]),
      ])
      assert.ok([...places, ...(lanes?.ticks ?? []).map((tick) => tick.at)].every((place) => place >= 0 && place <= 1))
      assert.ok((lanes?.ticks.length ?? 0) <= 6)
    }),
  )
})
