import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildContext, buildSignal, type ContextParts } from '../_testing/build-context.ts'
import { at, buildEpisode, buildSession, buildSetup, changed, seen } from '../_testing/build-setup.ts'
import { detection } from './index.ts'

const session = buildSession()
const setup = buildSetup([buildEpisode([changed(at(3, 12), session)])])
const cut = 'by account netops-3 (logging to host 192.0.2.50 stopped)'

const speaks: readonly (readonly [string, ContextParts, string])[] = [
  [
    'before',
    { signals: [buildSignal('logging-cut', at(3, 8))] },
    `Logging was cut at 2026-11-14 03:08Z ${cut}, 4 min before session 4 of edge-rtr-07 was changed at 2026-11-14 03:12Z.`,
  ],
  [
    'after',
    { signals: [buildSignal('accounting-cut', at(4, 12))] },
    `AAA accounting was cut at 2026-11-14 04:12Z ${cut}, 1 h after session 4 of edge-rtr-07 was changed at 2026-11-14 03:12Z.`,
  ],
]

test('tells what was cut, when, and how far from the change', () => {
  for (const [name, parts, statement] of speaks) {
    const [reason, ...others] = detection.evaluate(setup, buildContext(setup, parts))
    assert.equal(reason?.statement, statement, name)
    assert.deepEqual(
      [reason?.conduct, reason?.aggravates, reason?.verdict, others],
      ['logging-cut', true, undefined, []],
      name,
    )
  }
})

test('is silent outside the window, for what was refused, and for signals that cut nothing', () => {
  const silent: readonly (readonly [string, ContextParts])[] = [
    ['too far', { signals: [buildSignal('logging-cut', at(4, 13))] }],
    ['a narrower window', { signals: [buildSignal('logging-cut', at(3, 8))], tuning: { TimeWindow: 60 } }],
    ['refused', { signals: [buildSignal('logging-cut', at(3, 8), { outcome: 'denied' })] }],
    ['no cut', { signals: [buildSignal('configuration-edited', at(3, 8))] }],
    ['undated', { signals: [buildSignal('logging-cut', at(3, 8), { time: { basis: 'none' } })] }],
  ]
  for (const [name, parts] of silent) assert.deepEqual(detection.evaluate(setup, buildContext(setup, parts)), [], name)
})

test('within the error of the clocks it is for a person to say', () => {
  const vague = buildSetup([buildEpisode([changed(at(3, 12), session, { clockErrorMs: 120_000 })])])
  const [reason] = detection.evaluate(vague, buildContext(vague, { signals: [buildSignal('logging-cut', at(4, 13))] }))

  assert.match(reason?.statement ?? '', /1 h 1 min after session 4 .* \(clocks may be off by 2 min\)\.$/)
  assert.deepEqual([reason?.aggravates, reason?.verdict], [undefined, 'needs-review'])
})

test('a change that nobody logged may have been anywhere in its gap', () => {
  const silent = buildSetup([buildEpisode([seen(at(2), session, { since: at(2, 0, 13), aliveLegs: [] })])])
  const [reason] = detection.evaluate(
    silent,
    buildContext(silent, { signals: [buildSignal('logging-cut', at(20, 0, 13))] }),
  )

  assert.match(
    reason?.statement ?? '',
    /, while session 4 of edge-rtr-07 changed between 2026-11-13 02:00Z and 2026-11-14 02:00Z\.$/,
  )
  assert.equal(reason?.aggravates, true)
})

test('the corrected time of a signal counts', () => {
  const signal = { ...buildSignal('logging-cut', at(9)), effectiveAt: at(3, 10) }
  const [reason] = detection.evaluate(setup, buildContext(setup, { signals: [signal] }))

  assert.match(reason?.statement ?? '', /at 2026-11-14 03:10Z .*, 2 min before /)
})

test('one cut recorded as a command, by accounting and by the device is told once', () => {
  const command = buildSignal('logging-cut', at(3, 8), { id: 'a' })
  const accounting = {
    ...buildSignal('logging-cut', at(3, 9), { id: 'b' }),
    actor: { account: 'netops-3', from: '203.0.113.9' },
  }
  const message = { ...buildSignal('logging-cut', at(3, 8), { id: 'c' }), actor: {} }
  const reasons = detection.evaluate(setup, buildContext(setup, { signals: [message, accounting, command] }))

  assert.equal(reasons.length, 1)
  assert.match(reasons[0]?.statement ?? '', /at 2026-11-14 03:08Z by account netops-3 from 203.0.113.9/)
  assert.deepEqual(reasons[0]?.evidence.slice(0, 3), ['a', 'b', 'c'])
})

test('two accounts that cut the logs are two acts', () => {
  const other = { ...buildSignal('logging-cut', at(3, 8), { id: 'z' }), actor: { account: 'netops-4' } }

  assert.equal(
    detection.evaluate(setup, buildContext(setup, { signals: [buildSignal('logging-cut', at(3, 8)), other] })).length,
    2,
  )
})
