import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ActPhase } from '../../facts/fact.ts'
import type { MirrorEdit } from '../../facts/mirror-edit.ts'
import { ADDRESS, createErspan } from '../_testing/build-facts.ts'
import type { DraftChange } from './draft-change.ts'
import { joinActs } from './join-acts.ts'

/** A record of one phase of act `a` at a second of 03:12: `part('begun', 7)`. */
function part(phase: ActPhase['phase'], second: number, members: Partial<DraftChange['change']> = {}): DraftChange {
  const at = `2026-11-14T03:12:${String(second).padStart(2, '0')}.000Z`
  return {
    address: ADDRESS,
    of: 'session',
    platform: 'test',
    name: '4',
    edits: [{ do: 'define', name: '4' }],
    canonical: `write ${phase} ${second}`,
    recordedBy: 'audit',
    order: 0,
    uses: [],
    act: { id: 'a', phase },
    change: {
      facts: [`${phase} ${second}`],
      legs: ['audit'],
      trust: 'authenticated',
      at,
      clockErrorMs: 0,
      operation: 'write',
      via: 'api',
      actor: {},
      actorConflicts: [],
      outcome: 'accepted',
      ...members,
    },
  }
}

function acts(...drafts: readonly DraftChange[]): readonly string[] {
  return joinActs(drafts).map(({ change }) => `${change.facts.join(' + ')} ${change.outcome}`)
}

test('begin, progress and end are one act at the time it began', () => {
  const parts = [part('ended', 30), part('begun', 7, { actor: { account: 'netops-1' } }), part('underway', 9)]

  const joined = joinActs(parts)

  assert.deepEqual(
    joined.map(({ change }) => [change.at, change.actor.account, change.facts]),
    [['2026-11-14T03:12:07.000Z', 'netops-1', ['begun 7', 'ended 30', 'underway 9']]],
  )
  assert.deepEqual(joinActs(parts.toReversed()), joined)
})

test('an act that failed in the end failed', () => {
  const [joined] = joinActs([part('begun', 7), part('ended', 9, { outcome: 'failed', error: 'Conflict' })])

  assert.equal(joined?.change.outcome, 'failed')
  assert.equal(joined.change.error, 'Conflict')
})

test('the record that shows the whole object has the last word, whenever it was written', () => {
  const unknown: MirrorEdit[] = [{ do: 'add-destinations', destinations: [{ resource: 'unknown' }] }]
  const whole = createErspan('198.51.100.9')

  const [joined] = joinActs([
    { ...part('begun', 7), edits: whole },
    { ...part('ended', 9), edits: unknown },
  ])

  assert.deepEqual(joined?.edits, [...unknown, ...whole])
})

test('what comes again under one id is another act', () => {
  assert.deepEqual(acts(part('begun', 7), part('ended', 9), part('begun', 20), part('ended', 22)), [
    'begun 7 + ended 9 accepted',
    'begun 20 + ended 22 accepted',
  ])
  assert.deepEqual(acts(part('ended', 9), part('ended', 22)), ['ended 9 accepted', 'ended 22 accepted'])
})

test('the same record from two exports is one act', () => {
  const twin = part('ended', 9)

  assert.equal(joinActs([twin, { ...twin, change: { ...twin.change, facts: ['other export'] } }]).length, 1)
})

test('other addresses, other ids and records without an act stay apart', () => {
  const elsewhere = { ...part('ended', 9), address: { ...ADDRESS, id: '5' } }
  const other = { ...part('ended', 9), act: { id: 'b', phase: 'ended' as const } }
  const { act: _act, ...alone } = part('ended', 9)

  assert.equal(joinActs([part('begun', 7), elsewhere, other, alone]).length, 4)
})
