import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MirrorSession } from '../facts/mirror-session.ts'
import type { SessionState } from '../timeline/episode.ts'
import { assess } from './_testing/assessments.ts'
import { episode, setup } from './_testing/setups.ts'
import { at, session } from './_testing/subjects.ts'

const toOther = session({ destinations: [{ ip: '203.0.113.66', encapsulation: 'erspan' }] })
const typing = session({ destinations: [], incomplete: true })

function states(...sessions: readonly MirrorSession[]): readonly SessionState[] {
  return sessions.map((one, index) => ({ ...episode().states[0]!, from: at(`03:1${index}`), session: one }))
}

test('before is the last copy of something else, not a block being typed nor a session being switched on', () => {
  const beforeOf = (...given: readonly MirrorSession[]) =>
    assess(setup({ episodes: [episode({ states: states(...given) })] })).before

  assert.equal(beforeOf(typing, session({ enabled: false }), session()), undefined)
  assert.equal(beforeOf(session({ details: { erspanId: 7 } }), session()), undefined)
  assert.deepEqual(beforeOf(session(), typing, toOther), session())
  assert.deepEqual(beforeOf(toOther, session({ enabled: false }), session()), toOther)
})

test('of what ended, the last whole copy is told; of what stands, the newest state', () => {
  const parts = { states: states(session(), typing) }

  assert.equal(assess(setup({ episodes: [episode(parts)] })).session, typing)
  assert.deepEqual(
    assess(setup({ episodes: [episode({ ...parts, untilBasis: 'change', until: at('10:00') })] })).session,
    session(),
  )
})
