import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Episode, SessionState } from '../../timeline/episode.ts'
import type { LegCoverage, SubjectTimeline } from '../../timeline/subject-timeline.ts'
import { assess } from '../_testing/assessments.ts'
import { changeFact } from '../_testing/facts.ts'
import { episode, setup, snapshotState, timeline } from '../_testing/setups.ts'
import { at } from '../_testing/subjects.ts'
import { legStates } from './legs.ts'

function aaaHeard(first: string, last: string, commands = true): LegCoverage {
  return { leg: 'aaa', state: 'heard', first, last, commands, basis: 'exact' }
}

/** How AAA stands to the session of 03:12, when it was heard as given. */
function aaaOf(heard: LegCoverage, changes: Partial<SubjectTimeline> = {}) {
  return legStates(assess(setup(), { timeline: timeline({ coverage: [heard], ...changes }) }), []).aaa
}

test('a leg saw it, could have seen it, or could not', () => {
  assert.deepEqual(legStates(assess(setup(), { timeline: timeline({ snapshotTimes: [at('04:00')] }) }), []), {
    config: 'not-seen',
    log: 'seen',
    aaa: 'not-available',
    flow: 'not-available',
    audit: 'not-available',
  })
})

test('a leg that was silent around the change, or carries no commands, could not say anything', () => {
  assert.equal(aaaOf(aaaHeard(at('00:00'), at('09:00'))), 'not-seen')
  assert.equal(aaaOf(aaaHeard(at('04:00'), at('09:00'))), 'not-seen')
  assert.equal(aaaOf(aaaHeard(at('05:00'), at('09:00'))), 'not-available')
  assert.equal(aaaOf(aaaHeard(at('00:00'), at('02:00'))), 'not-available')
  assert.equal(aaaOf(aaaHeard(at('00:00'), at('09:00'), false)), 'not-available')
})

test('a leg that was cut just before the change and not heard since could not say anything', () => {
  const { edits: _, operation: __, via: ___, name: ____, address: _____, ...record } = changeFact('cut')
  const cut = { ...record, kind: 'signal', signal: 'accounting-cut', detail: '', effectiveAt: at('03:08') } as const
  const late = { ...cut, effectiveAt: at('03:20') }

  assert.equal(aaaOf(aaaHeard(at('00:00'), at('03:08')), { signals: [cut] }), 'not-available')
  assert.equal(aaaOf(aaaHeard(at('00:00'), at('09:00')), { signals: [cut] }), 'not-seen')
  assert.equal(aaaOf(aaaHeard(at('00:00'), at('03:08')), { signals: [late] }), 'not-seen')
})

test('a configuration that was not read while the session was there could not show it', () => {
  const configOf = (changes: Partial<Episode>, ...snapshotTimes: readonly string[]) =>
    legStates(assess(setup({ episodes: [episode(changes)] }), { timeline: timeline({ snapshotTimes }) }), []).config

  assert.equal(configOf({}, at('02:00')), 'not-available')
  assert.equal(configOf({ until: at('03:30'), untilBasis: 'change' }, at('02:00'), at('04:00')), 'not-available')
  assert.equal(configOf({}, at('04:00')), 'not-seen')
})

test('of a difference between snapshots, the legs that were alive across the gap could have spoken', () => {
  const aaaOfState = (state: SessionState) => legStates(assess(withState(state)), []).aaa
  const unlogged = { since: at('02:00'), until: at('04:00'), earlierFact: 'snapshot-0', aliveLegs: ['aaa'] } as const

  assert.equal(aaaOfState({ ...snapshotState(), unlogged }), 'not-seen')
  assert.equal(aaaOfState({ ...snapshotState(), unlogged: { ...unlogged, aliveLegs: [] } }), 'not-available')
})

test('of what was there at the first sight, no leg can be asked', () => {
  const { aaa, log } = legStates(
    assess(
      { ...withState(snapshotState()), legs: ['config'] },
      {
        timeline: timeline({ coverage: [aaaHeard(at('00:00'), at('09:00'))] }),
      },
    ),
    [],
  )

  assert.deepEqual({ aaa, log }, { aaa: 'not-available', log: 'not-available' })
})

function withState(state: SessionState) {
  return setup({ episodes: [episode({ states: [state], changes: [], fromBasis: 'snapshot', from: state.from })] })
}
