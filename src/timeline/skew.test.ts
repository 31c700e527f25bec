import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factExamples } from '../../test/contracts/fact-examples.ts'
import type { Fact } from '../facts/fact.ts'
import type { FactTime, Leg } from '../facts/schema-parts.ts'
import { effectiveTime, measureSkew } from './skew.ts'

const AT = '2026-11-14T03:49:00.000Z'
const RELAYED = '2026-11-14T03:12:00.000Z'
const ahead: FactTime = { at: AT, basis: 'record', relayAt: RELAYED }

function heard(time: FactTime, leg: Leg = 'log'): Fact {
  return { ...factExamples.fragment, time, leg }
}

test('the median of a day and channel corrects that clock, and says how sure it is', () => {
  const skews = measureSkew([heard(ahead), heard(ahead), heard({ ...ahead, relayAt: '2026-11-14T03:30:00.000Z' })])

  assert.deepEqual(
    skews.map(({ leg, day, medianMs, samples }) => [leg, day, medianMs, samples]),
    [['log', '2026-11-14', 37 * 60_000, 3]],
  )
  assert.deepEqual(effectiveTime(ahead, 'log', skews), { at: RELAYED, clockErrorMs: 1000 })
})

test('the time of a collector needs no correction and measures no clock', () => {
  const relayed: FactTime = { at: RELAYED, basis: 'relay', relayAt: RELAYED }
  const skews = measureSkew([heard(ahead), heard(relayed), heard(relayed), heard(relayed)])

  assert.equal(skews[0]?.samples, 1)
  assert.equal(effectiveTime(relayed, 'log', skews).at, RELAYED)
})

test('a channel that nobody measured shows the same clock as the one that was', () => {
  const skews = measureSkew([heard(ahead, 'aaa')])

  assert.equal(effectiveTime({ at: AT, basis: 'record' }, 'log', skews).at, RELAYED)
  assert.equal(effectiveTime({ at: '2026-11-15T03:49:00.000Z', basis: 'record' }, 'log', skews).clockErrorMs, 0)
})

test('a clock that says it is not set is not believed to the hour', () => {
  assert.equal(effectiveTime({ at: AT, basis: 'record', unsynchronised: true }, 'log', []).clockErrorMs, 3_600_000)
})
