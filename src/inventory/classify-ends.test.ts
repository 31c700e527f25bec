import assert from 'node:assert/strict'
import test from 'node:test'
import type { MirrorDestination, MirrorDetails, MirrorSession, MirrorSource } from '../facts/mirror-session.ts'
import { classifyDestination, classifySource } from './classify-ends.ts'
import { matchApproval } from './match-approvals.ts'
import { sayUndecided } from './matching/target-owner.ts'
import { parseInventory } from './parse-inventory.ts'
import { resolveSubjects } from './resolve-subjects.ts'

const DEVICES = `devices:
  - name: edge-1
    role: edge
    addresses: [203.0.113.1]
    sensitivity: sensitive
    interfaces:
      - { name: Gi1/0/1, sensitivity: normal }
      - { name: Po1, sensitivity: critical, members: [Gi1/0/7, Gi1/0/8] }
      - { name: Po2, members: [Gi1/0/9] }
      - { name: Gi1/0/9, sensitivity: critical }
  - { name: core-1 }
accounts:
  - { id: '111122223333', provider: aws, sensitivity: critical }
  - { id: '444455556666', provider: aws }
  - { id: '555566667777', provider: aws, ownership: partner }
collectors:
  - { name: ids, addresses: [198.51.100.9], vlans: [{ vlan: 901 }] }
`

function setUp(more = '') {
  const inventory = parseInventory([{ path: 'inventory.yaml', text: DEVICES + more }])
  const resolver = resolveSubjects([], inventory)
  const subjectOf = (value: string) => {
    const by = /^\d+$/.test(value) ? 'account' : 'hostname'
    const subject = resolver.resolve({ realm: 'default', names: [{ by, value }] })
    assert(subject !== undefined)
    return subject
  }
  return { inventory, subjectOf }
}

function copy(
  sources: readonly MirrorSource[],
  destinations: readonly MirrorDestination[],
  details?: MirrorDetails,
): MirrorSession {
  return { name: '4', kind: 'encapsulated', sources, destinations, enabled: true, ...(details && { details }) }
}

function destinationClass(ends: readonly MirrorDestination[], more = '', details?: MirrorDetails) {
  const { inventory, subjectOf } = setUp(more)
  const subject = subjectOf(details === undefined ? 'edge-1' : '111122223333')
  const session = copy([{ interface: 'GigabitEthernet1/0/1', direction: 'rx' }], ends, details)
  const address = { scope: '', namespace: 'monitor-session', id: '4' }
  const match = matchApproval({ subject, session, address, at: '2026-11-14T03:12:00.000Z' }, inventory)
  const { class: found, because } = classifyDestination({ session, subject, match }, inventory)
  return `${found} ${because}`
}

const APPROVAL = 'approvals: [{ id: APR-7, scope: { role: edge }, purpose: netops, owner: netops'

test('an approved copy is D0', () => {
  assert.equal(destinationClass([{ ip: '203.0.113.66' }], `${APPROVAL} }]`), 'D0 approval APR-7 allows it')
})

test('a known end without an approval for this copy is D1', () => {
  const other = `${APPROVAL}, direction: tx, destinations: [{ ip: 203.0.113.66 }] }]`

  assert.equal(destinationClass([{ ip: '198.51.100.9' }]), 'D1 collector ids, but no approval for this copy')
  assert.match(destinationClass([{ vlan: 901 }]), /^D1 collector ids/)
  assert.match(destinationClass([{ ip: '203.0.113.66' }], other), /^D1 the destination of approval APR-7/)
})

test('an approval that leaves the destination open makes no end known', () => {
  assert.match(destinationClass([{ ip: '203.0.113.66' }], `${APPROVAL}, direction: tx }]`), /^D4/)
})

test('what stays on the box is D2', () => {
  assert.match(destinationClass([{ interface: 'GigabitEthernet1/0/48' }]), /^D2 .*local port/)
  assert.match(destinationClass([{ interface: 'AppGigabitEthernet1/0/1' }]), /^D2 .*container/)
  assert.match(destinationClass([{ interface: 'cpu' }]), /^D2 .*CPU/)
  assert.match(destinationClass([{ file: 'flash:capture.pcap' }]), /^D2 .*file/)
  assert.match(destinationClass([]), /^D2/)
})

test('unlisted addresses are D3 inside and D4 outside; documentation space is outside', () => {
  for (const ip of ['10.1.1.1', '100.64.0.1', 'fd00::1']) assert.match(destinationClass([{ ip }]), /^D3 .*internal/, ip)
  for (const ip of ['192.0.2.66', '203.0.113.66', '2001:db8::1']) assert.match(destinationClass([{ ip }]), /^D4/, ip)
})

test('MirrorDestinationCIDR and addresses of own devices are D3 at worst', () => {
  const tuned = 'tuning: { MirrorDestinationCIDR: [203.0.113.64/26] }\n'

  assert.match(destinationClass([{ ip: '203.0.113.66' }], tuned), /^D3 .*MirrorDestinationCIDR/)
  assert.match(destinationClass([{ ip: '203.0.113.130' }], tuned), /^D4/)
  assert.match(destinationClass([{ ip: '203.0.113.1' }]), /^D3 .*edge-1/)
})

test('an RSPAN VLAN that is no collector is D3', () => {
  assert.match(destinationClass([{ vlan: 902 }]), /^D3/)
})

test('a cloud target is as near as its owner', () => {
  const target = [{ resource: 'tmt-01' }]

  assert.match(destinationClass(target, '', { targetId: 'tmt-01' }), /^D3 no record names the owner/)
  assert.match(destinationClass(target, '', { targetOwner: '111122223333' }), /^D3 .*own account/)
  assert.match(destinationClass(target, '', { targetOwner: '444455556666' }), /^D3 .*own account/)
  assert.match(destinationClass(target, '', { targetOwner: '555566667777' }), /^D4 .*partner account.*no approval/)
  assert.match(destinationClass(target, '', { targetOwner: '999988887777' }), /^D4 .*foreign account/)
})

test('a partner is known once an approval names it, and D0 only where that approval allows the copy', () => {
  const target = [{ resource: 'tmt-01' }]
  const owner = { targetOwner: '555566667777' }
  const naming = (scope: string, more = '') =>
    `approvals: [{ id: APR-8, scope: ${scope}, destinations: [{ account: 'aws:555566667777' }], purpose: mssp, owner: soc${more} }]`

  assert.match(destinationClass(target, naming("{ account: '111122223333' }"), owner), /^D0/)
  assert.match(
    destinationClass(target, naming("{ account: '111122223333' }", ', session: tms-9'), owner),
    /^D1 .*APR-8/,
  )
  assert.match(
    destinationClass(target, naming("{ account: '444455556666' }"), owner),
    /^D1 approval APR-8 names the partner/,
  )
  assert.match(destinationClass(target, naming('{ everywhere: true }', ', reviewed: false'), owner), /^D4/)
})

test('an account that is listed as unknown is as foreign as one that is not listed', () => {
  const target = [{ resource: 'tmt-01' }]
  const { inventory, subjectOf } = setUp()
  const accounts = inventory.accounts.map((account) => ({ ...account, ownership: 'unknown' as const }))
  const said = (targetOwner: string) =>
    sayUndecided(copy([], target, { targetOwner }), subjectOf('111122223333'), { ...inventory, accounts })

  assert.equal(said('444455556666'), '; whether account 444455556666 is own or partner is not decided')
  assert.equal(said('999988887777'), '; whether account 999988887777 is own or partner is not decided')
  assert.equal(said('111122223333'), '')
})

test('the worst of several destinations counts', () => {
  const ends = [{ ip: '198.51.100.9' }, { ip: '203.0.113.66' }, { interface: 'GigabitEthernet1/0/48' }]

  assert.equal(destinationClass(ends), 'D4 203.0.113.66 is an external address')
})

test('a source is as sensitive as the inventory says of its port, its bundle or its device', () => {
  const { subjectOf } = setUp()
  const classOf = (subject: string, ...sources: Omit<MirrorSource, 'direction'>[]) =>
    classifySource(
      copy(
        sources.map((source) => ({ ...source, direction: 'rx' as const })),
        [],
      ),
      subjectOf(subject),
    ).class

  assert.equal(classOf('edge-1', { interface: 'GigabitEthernet1/0/1' }), 'S1')
  assert.equal(classOf('edge-1', { interface: 'GigabitEthernet1/0/2' }), 'S2')
  assert.equal(classOf('edge-1', { vlan: 31 }), 'S2')
  assert.equal(classOf('edge-1'), 'S2')
  assert.equal(classOf('edge-1', { interface: 'Port-channel1' }), 'S3')
  assert.equal(classOf('edge-1', { interface: 'GigabitEthernet1/0/8' }), 'S3')
  assert.equal(classOf('edge-1', { interface: 'Port-channel2' }), 'S3')
  assert.equal(classOf('edge-1', { interface: 'GigabitEthernet1/0/1' }, { interface: 'GigabitEthernet1/0/7' }), 'S3')
  assert.equal(classOf('core-1', { interface: 'GigabitEthernet1/0/1' }), 'S1')
  assert.equal(classOf('unlisted', { interface: 'GigabitEthernet1/0/1' }), 'S1')
  assert.equal(classOf('111122223333', { resource: 'eni-01' }), 'S3')
})
