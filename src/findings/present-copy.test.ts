import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MirrorSession } from '../facts/mirror-session.ts'
import type { SessionState } from '../timeline/episode.ts'
import { change, snapshotState } from './_testing/setups.ts'
import { at, session } from './_testing/subjects.ts'
import { presentCopyOf } from './present-copy.ts'

const typing = session({ destinations: [], incomplete: true })
const elsewhere = session({ destinations: [{ ip: '203.0.113.66', encapsulation: 'erspan' }] })

function changed(clock: string, account: string, to: MirrorSession): SessionState {
  return {
    from: at(clock),
    session: to,
    because: { by: 'change', change: change({ at: at(clock), actor: { account } }) },
  }
}

/** Since when, how surely and by whom the last of some states is as it is. */
function told(...states: readonly SessionState[]) {
  const { since, basis, changes } = presentCopyOf(states, states.length - 1)
  return [since?.slice(11, 16), basis, ...changes.map(({ actor }) => actor.account)]
}

test("a session nobody touched is its creator's since its head line was typed", () => {
  assert.deepEqual(told(changed('03:10', 'netops-1', typing), changed('03:12', 'netops-1', session())), [
    '03:10',
    'change',
    'netops-1',
    'netops-1',
  ])
})

test('a re-pointed session is his who pointed it there, since then', () => {
  assert.deepEqual(told(changed('03:10', 'pipeline', session()), changed('05:00', 'netops-3', elsewhere)), [
    '05:00',
    'change',
    'netops-3',
  ])
})

test('taking one destination away and typing the next is one act', () => {
  assert.deepEqual(
    told(
      changed('03:10', 'pipeline', session()),
      changed('05:00', 'netops-3', typing),
      changed('05:01', 'netops-3', elsewhere),
    ),
    ['05:00', 'change', 'netops-3', 'netops-3'],
  )
})

test('half a session that somebody else left, or left long ago, is another act', () => {
  assert.deepEqual(told(changed('03:10', 'netops-1', typing), changed('03:12', 'netops-3', session())), [
    '03:12',
    'change',
    'netops-3',
  ])
  assert.deepEqual(told(changed('03:10', 'netops-3', typing), changed('03:16', 'netops-3', session())), [
    '03:16',
    'change',
    'netops-3',
  ])
})

test('who switched it on answers for it as well; who shut it down does not', () => {
  const shut = session({ enabled: false })
  const prepared = changed('03:10', 'netops-1', shut)

  assert.deepEqual(told(prepared, changed('05:00', 'netops-3', session())), ['03:10', 'change', 'netops-1', 'netops-3'])
  assert.deepEqual(told(changed('03:10', 'netops-1', session()), changed('05:00', 'netops-2', shut)), [
    '03:10',
    'change',
    'netops-1',
  ])
})

test("what a snapshot shows was seen then, and is nobody's", () => {
  assert.deepEqual(told(snapshotState()), ['04:00', 'seen'])
  assert.deepEqual(told(changed('03:10', 'netops-1', session()), snapshotState(elsewhere)), ['04:00', 'seen'])
})
