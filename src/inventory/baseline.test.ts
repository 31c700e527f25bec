import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { MirrorSession } from '../facts/mirror-session.ts'
import { type ObservedSetup, proposeBaseline } from './baseline.ts'
import type { Inventory } from './inventory.ts'
import { matchApproval } from './match-approvals.ts'
import { parseInventory } from './parse-inventory.ts'
import { resolveSubjects } from './resolve-subjects.ts'

const TEXT = `devices:
  - { name: edge-1, role: edge, site: ams1 }
  - { name: edge-2, role: edge, site: ams1 }
  - { name: edge-3, role: edge, site: fra1 }
  - { name: core-1, role: core, site: ams1 }
collectors:
  - { name: ids, addresses: [10.9.0.9] }
`
const INVENTORY = parse(TEXT)

function parse(...texts: readonly string[]): Inventory {
  return parseInventory(texts.map((text, index) => ({ path: `${index}.yaml`, text })))
}

const ERSPAN: MirrorSession = {
  name: '4',
  kind: 'encapsulated',
  sources: [{ interface: 'GigabitEthernet1/0/5', direction: 'rx' }],
  destinations: [{ ip: '10.9.0.9', encapsulation: 'erspan' }],
  enabled: true,
}
const LOCAL: MirrorSession = {
  ...ERSPAN,
  name: '1',
  kind: 'local',
  sources: [{ vlan: 31, direction: 'both' }],
  destinations: [{ interface: 'GigabitEthernet1/0/48' }],
}

function observed(name: string, session: MirrorSession, inventory = INVENTORY): ObservedSetup {
  const by = /^\d+$/.test(name) ? 'account' : 'hostname'
  const subject = resolveSubjects([], inventory).resolve({ realm: 'default', names: [{ by, value: name }] })
  assert(subject !== undefined)
  return {
    subject,
    platform: by === 'account' ? 'aws' : 'cisco-ios',
    session,
    address: { scope: by === 'account' ? 'eu-west-1' : '', namespace: 'monitor-session', id: session.name },
    firstSeen: '2026-11-01T00:00:00.000Z',
    lastSeen: '2026-11-14T00:00:00.000Z',
  }
}

function propose(...setups: readonly ObservedSetup[]) {
  const { proposal, review } = proposeBaseline(setups, INVENTORY)
  return { proposal, review, approvals: parse(proposal).approvals }
}

test('sessions of one way on devices of one role and site are one entry with the tightest selector', () => {
  const { approvals, review } = propose(observed('edge-1', ERSPAN), observed('edge-2', ERSPAN))

  assert.equal(review, undefined)
  assert.equal(approvals.length, 1)
  assert.deepEqual(approvals[0]?.scope, { role: 'edge', site: 'ams1' })
  assert.deepEqual(approvals[0]?.destinations, [{ collector: 'ids' }])
  assert.deepEqual(approvals[0]?.sources, ['GigabitEthernet1/0/5'])
  assert.equal(approvals[0]?.maxCount, 2)
})

test('over several sites the role is what they share', () => {
  const { approvals } = propose(observed('edge-1', ERSPAN), observed('edge-3', ERSPAN))

  assert.deepEqual(approvals[0]?.scope, { role: 'edge' })
})

test('sessions of different sources are not one entry: each would be allowed what the other copies', () => {
  const [first, second] = ['GigabitEthernet1/0/5', 'GigabitEthernet1/0/6'].map((port) => ({
    ...ERSPAN,
    sources: [{ interface: port, direction: 'rx' as const }],
  }))
  assert(first !== undefined && second !== undefined)
  const setups = [observed('edge-1', first), observed('edge-2', second)]

  const { proposal } = propose(...setups)
  const reviewed = parse(TEXT, proposal.replaceAll('reviewed: false', 'reviewed: true'))
  const answerOf = ({ subject, address }: ObservedSetup, session: MirrorSession) =>
    matchApproval({ subject, session, address, at: '2026-11-14T00:00:00.000Z' }, reviewed).approvedBy?.scope

  assert.deepEqual(
    setups.map((setup) => answerOf(setup, setup.session)),
    [{ device: 'edge-1' }, { device: 'edge-2' }],
  )
  for (const [setup, other] of [
    [setups[0], second],
    [setups[1], first],
  ] as const)
    assert(setup !== undefined && answerOf(setup, other) === undefined)
})

test('devices that share nothing get an entry each', () => {
  const { approvals } = propose(observed('edge-3', ERSPAN), observed('core-1', ERSPAN))

  assert.deepEqual(approvals.map(({ scope }) => scope.device).sort(), ['core-1', 'edge-3'])
})

test('every entry waits for a review and belongs to nobody', () => {
  const { approvals, proposal } = propose(observed('edge-1', ERSPAN), observed('core-1', LOCAL))

  assert(approvals.every(({ reviewed, owner }) => !reviewed && owner === 'unassigned'))
  assert.match(
    proposal,
    /# D1 \(.+\) × S1 \(.+\)\n {2}# edge-1 \(cisco-ios\), session 4: GigabitEthernet1\/0\/5 \(rx\)/,
  )
})

test('the riskiest come first', () => {
  const { approvals } = propose(
    observed('edge-1', ERSPAN),
    observed('edge-1', LOCAL),
    observed('core-1', { ...ERSPAN, destinations: [{ ip: '10.0.0.66', encapsulation: 'erspan' }] }),
  )

  assert.deepEqual(
    approvals.length &&
      [...propose(observed('edge-1', ERSPAN), observed('edge-1', LOCAL)).proposal.matchAll(/# (D\d) /g)].map(
        ([, found]) => found,
      ),
    ['D2', 'D1'],
  )
})

test('external addresses, foreign accounts and open ends are only in the review, which has no entries', () => {
  const external = observed('edge-1', { ...ERSPAN, destinations: [{ ip: '203.0.113.66', encapsulation: 'erspan' }] })
  const foreign = observed('111122223333', {
    ...ERSPAN,
    name: 'tms-01',
    sources: [{ resource: 'eni-01', direction: 'both' }],
    destinations: [{ resource: 'tmt-01', encapsulation: 'vxlan' }],
    details: { targetOwner: '444455556666' },
  })
  const open = observed('edge-2', { ...LOCAL, destinations: [], incomplete: true })

  const { approvals, proposal, review = '' } = propose(external, foreign, open, observed('edge-3', LOCAL))

  assert.equal(approvals.length, 1)
  for (const text of ['203.0.113.66', 'tmt-01', '444455556666', 'edge-2']) {
    assert(!proposal.includes(text), text)
    assert(review.includes(text), text)
  }
  assert.deepEqual(parse(review).approvals, [])
})

test('what the inventory has an entry for is left out, reviewed or not', () => {
  const entry = (reviewed: boolean) =>
    parse(TEXT, `approvals: [{ id: A, scope: { role: edge }, purpose: netops, owner: netops, reviewed: ${reviewed} }]`)

  for (const reviewed of [true, false])
    assert.match(proposeBaseline([observed('edge-1', ERSPAN)], entry(reviewed)).proposal, /^approvals: \[\]$/m)
})

test('an approval that has ended does not cover what is still there', () => {
  const ended = parse(
    TEXT,
    'approvals: [{ id: A, scope: { role: edge }, purpose: netops, owner: netops, validUntil: 2026-11-05 }]',
  )

  assert.match(proposeBaseline([observed('edge-1', ERSPAN)], ended).proposal, /proposed-/)
})

test('a device that the inventory does not list is listed, so that the entry still holds once it is reviewed', () => {
  const { proposal } = propose(observed('access-9', LOCAL), observed('edge-1', LOCAL))

  const merged = parse(TEXT, proposal.replaceAll('reviewed: false', 'reviewed: true'))

  assert(merged.devices.some(({ name, platform }) => name === 'access-9' && platform === 'cisco-ios'))
})

test('text of a device stays text', () => {
  const hostile = 'x\n- id: "evil"\u2028# \u0007*'

  const { approvals, proposal } = propose(observed('edge-1', { ...LOCAL, name: hostile }))

  assert.equal(approvals.length, 1)
  assert.equal(approvals[0]?.session, hostile)
  assert(!/^- id: "evil"/m.test(proposal))
})

const session = fc
  .record({
    name: fc.constantFrom('1', '2', 'span *'),
    direction: fc.constantFrom('rx' as const, 'tx' as const, 'both' as const),
    port: fc.constantFrom('GigabitEthernet1/0/1', 'Port-channel1', 'TenGigabitEthernet1/1/1'),
    destination: fc.constantFrom(
      ...[
        { ip: '10.9.0.9', encapsulation: 'erspan' },
        { ip: '10.0.0.66', encapsulation: 'gre' },
      ],
      {
        interface: 'GigabitEthernet1/0/48',
      },
    ),
    filter: fc.constantFrom(undefined, 'only-dns'),
  })
  .map(({ name, direction, port, destination, filter }): MirrorSession => {
    const sources = [
      { interface: port, direction },
      { vlan: 31, direction },
    ]
    const kind = 'ip' in destination ? 'encapsulated' : 'local'
    return {
      name,
      kind,
      sources,
      destinations: [destination],
      enabled: true,
      ...(filter === undefined ? {} : { filter }),
    }
  })
const setups = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom('edge-1', 'edge-2', 'edge-3', 'core-1', 'access-9'), session)
    .map(([name, copy]) => observed(name, copy)),
  { maxLength: 8, selector: ({ subject, session: { name } }) => `${subject.id} ${name}` },
)

test('once reviewed, a proposal approves exactly what it was made from, and order does not matter', () => {
  fc.assert(
    fc.property(setups, (found) => {
      const { proposal, review } = proposeBaseline(found, INVENTORY)
      const reviewed = parse(TEXT, proposal.replaceAll('reviewed: false', 'reviewed: true'))

      assert.deepEqual(proposeBaseline(found.toReversed(), INVENTORY), { proposal, review })
      for (const { subject, session: copy, address } of found) {
        const match = matchApproval({ subject, session: copy, address, at: '2026-11-14T00:00:00.000Z' }, reviewed)
        assert(match.approvedBy !== undefined, JSON.stringify(match))
      }
    }),
    { numRuns: 200 },
  )
})
