import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { session } from '../_testing/subjects.ts'
import { actHolds } from './acts.ts'
import { type Claim, claimIsSubset, parseClaim, toClaim } from './claim.ts'

const seen = claim()

function claim(changes: Partial<Parameters<typeof toClaim>[0]> = {}): Claim {
  return toClaim({
    episode: 1,
    session: session(),
    actors: ['netops-3'],
    reasons: ['session-not-approved'],
    ...changes,
  })
}

test('a claim holds absolute values as sorted sets', () => {
  const sources = [
    { vlan: 31, direction: 'both' as const },
    { interface: 'GigabitEthernet1/0/5', direction: 'tx' as const },
  ]

  assert.deepEqual(
    claim({ session: session({ sources }), reasons: ['b', 'a', 'b'], ended: '2026-11-05T10:00:00.000Z' }),
    {
      episode: 1,
      sources: ['interface GigabitEthernet1/0/5', 'vlan 31'],
      direction: ['interface GigabitEthernet1/0/5 tx', 'vlan 31 rx', 'vlan 31 tx'],
      destinations: ['ip 198.51.100.200'],
      filter: '',
      actors: ['netops-3'],
      reasons: ['a', 'b'],
      ended: '2026-11-05T10:00:00.000Z',
    },
  )
})

test('what was decided still stands when nothing is new', () => {
  const narrower = session({ filter: 'ACL-7' })

  assert.ok(claimIsSubset(seen, seen))
  assert.ok(claimIsSubset(claim({ ended: '2026-11-05T10:00:00.000Z' }), seen), 'it ended')
  assert.ok(claimIsSubset(claim({ reasons: [] }), seen), 'a reason fell away')
  assert.ok(claimIsSubset(claim({ session: narrower }), seen), 'a filter was added')
})

test('anything new reopens', () => {
  const bothWays = session({ sources: [{ interface: 'TenGigabitEthernet0/0/1', direction: 'both' }] })
  const elsewhere = session({ destinations: [{ ip: '203.0.113.66', encapsulation: 'erspan' }] })
  const newer = {
    destination: claim({ session: elsewhere }),
    direction: claim({ session: bothWays }),
    actor: claim({ actors: ['netops-3', 'netops-4'] }),
    reason: claim({ reasons: ['session-not-approved', 'session-repointed'] }),
    episode: claim({ episode: 2 }),
  }

  for (const [what, today] of Object.entries(newer)) assert.equal(claimIsSubset(today, seen), false, what)
})

test('a filter taken away and a copy that came back are new', () => {
  const filtered = claim({ session: session({ filter: 'ACL-7' }) })
  const ended = claim({ ended: '2026-11-05T10:00:00.000Z' })

  assert.equal(claimIsSubset(seen, filtered), false)
  assert.equal(claimIsSubset(seen, ended), false)
  assert.equal(claimIsSubset(claim({ ended: '2026-11-06T10:00:00.000Z' }), ended), false)
})

test('a claim survives being stored as text, and other text is no claim', () => {
  assert.deepEqual(parseClaim(canonicalJson({ ...seen })), seen)
  for (const text of ['', 'null', '{}', '{"episode":1}']) assert.equal(parseClaim(text), undefined, text)
})

test('an act holds from when it was made until its end, while nothing is new', () => {
  const act = { at: '2026-11-10T00:00:00.000Z', until: '2026-11-20T00:00:00.000Z', claim: canonicalJson({ ...seen }) }

  assert.equal(actHolds(act, seen, '2026-11-09T23:59:59.999Z'), false)
  assert.equal(actHolds(act, seen, '2026-11-10T00:00:00.000Z'), true)
  assert.equal(actHolds(act, seen, '2026-11-20T00:00:00.000Z'), false)
  assert.equal(actHolds(act, claim({ actors: ['netops-4'] }), '2026-11-11T00:00:00.000Z'), false)
  assert.equal(actHolds({ ...act, claim: 'not a claim' }, seen, '2026-11-11T00:00:00.000Z'), false)
})
