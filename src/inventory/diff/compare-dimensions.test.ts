import assert from 'node:assert/strict'
import test from 'node:test'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { matchApproval } from '../match-approvals.ts'
import { parseInventory } from '../parse-inventory.ts'
import { resolveSubjects } from '../resolve-subjects.ts'
import { compareDimensions, DIMENSIONS, type Dimension } from './compare-dimensions.ts'

const SESSION: MirrorSession = {
  name: '4',
  kind: 'encapsulated',
  sources: [{ interface: 'GigabitEthernet1/0/5', direction: 'rx' }],
  destinations: [{ ip: '198.51.100.9', encapsulation: 'erspan' }],
  enabled: true,
}

const EXACT =
  "session: '4', sources: [Gi1/0/5], direction: rx, destinations: [{ collector: ids }], carrier: erspan, validUntil: 2027-01-01, egress: [Te0/1/1]"

function compare(
  approval: string,
  session: MirrorSession = SESSION,
  egressSeen: readonly string[] = ['TenGigabitEthernet0/1/1'],
) {
  const text = `devices: [{ name: edge-1, role: edge, site: ams1 }]
collectors: [{ name: ids, addresses: [198.51.100.9] }]
approvals: [{ id: APR-7, scope: { role: edge, site: ams1 }, purpose: netops, owner: netops, ${approval} }]
`
  const inventory = parseInventory([{ path: 'inventory.yaml', text }])
  const subject = resolveSubjects([], inventory).resolve({
    realm: 'default',
    names: [{ by: 'hostname', value: 'edge-1' }],
  })
  const [only] = inventory.approvals
  assert(subject !== undefined && only !== undefined)
  const address = { scope: '', namespace: 'monitor-session', id: session.name }
  const request = { subject, session, address, at: '2026-11-14T03:12:00.000Z', egressSeen }
  return { dimensions: compareDimensions(only, request, inventory), match: matchApproval(request, inventory) }
}

function inState(state: string, ...asked: Parameters<typeof compare>): readonly Dimension[] {
  return compare(...asked)
    .dimensions.filter((dimension) => dimension.state === state)
    .map(({ dimension }) => dimension)
}

test('every dimension is told once, in one order', () => {
  assert.deepEqual(
    compare(EXACT).dimensions.map(({ dimension }) => dimension),
    DIMENSIONS,
  )
})

test('an exact approval matches in all it says, and leaves the rest open', () => {
  assert.deepEqual(inState('differs', EXACT), [])
  assert.deepEqual(inState('open', EXACT), ['filter'])
  assert.deepEqual(inState('open', 'maxCount: 3'), DIMENSIONS.slice(1))
})

test('each dimension differs alone, and says what was approved and found', () => {
  const other: readonly (readonly [Dimension, Partial<MirrorSession>, string])[] = [
    ['session', { name: '5' }, '5'],
    ['sources', { sources: [{ vlan: 31, direction: 'rx' }] }, 'VLAN 31'],
    ['direction', { sources: [{ interface: 'GigabitEthernet1/0/5', direction: 'both' }] }, 'both'],
    ['destination', { destinations: [{ ip: '203.0.113.66', encapsulation: 'erspan' }] }, '203.0.113.66'],
    ['encapsulation', { destinations: [{ ip: '198.51.100.9', encapsulation: 'gre' }] }, 'gre'],
  ]
  for (const [dimension, members, found] of other) {
    const { dimensions } = compare(EXACT, { ...SESSION, ...members })
    const differing = dimensions.filter(({ state }) => state === 'differs')
    assert.deepEqual(
      differing.map((one) => [one.dimension, one.found]),
      [[dimension, found]],
    )
  }
  assert.deepEqual(inState('differs', `${EXACT}, filter: TAP`), ['filter'])
  assert.deepEqual(inState('differs', EXACT.replace('2027-01-01', '2026-11-05')), ['time'])
})

test('egress is what flow records show, the destination port of a local copy, or not known', () => {
  const local = { ...SESSION, kind: 'local' as const, destinations: [{ interface: 'TenGigabitEthernet0/1/1' }] }

  assert.deepEqual(inState('differs', EXACT, SESSION, ['TenGigabitEthernet0/1/1', 'TenGigabitEthernet0/9/9']), [
    'egress',
  ])
  assert.deepEqual(inState('not-known', EXACT, SESSION, []), ['egress'])
  assert(inState('matches', 'egress: [Te0/1/1]', local, []).includes('egress'))
  assert.deepEqual(inState('differs', 'egress: [Te0/1/2]', local, []), ['egress'])
})

test('what matchApproval allows differs in no dimension, egress apart', () => {
  for (const approval of [EXACT, 'direction: tx', 'carrier: gre', 'maxDuration: 8h', "session: '9'"]) {
    const { dimensions, match } = compare(approval, SESSION, [])
    assert.equal(
      dimensions.every(({ state }) => state !== 'differs'),
      match.approvedBy !== undefined,
      approval,
    )
  }
})
