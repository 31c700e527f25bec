import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { writePlaybook } from './playbook.ts'

const local: MirrorSession = {
  name: '1',
  kind: 'local',
  sources: [{ interface: 'GigabitEthernet1/0/1', direction: 'rx' }],
  destinations: [{ interface: 'GigabitEthernet1/0/24' }],
  enabled: true,
}
const erspan: MirrorSession = {
  name: '4',
  kind: 'encapsulated',
  sources: [{ interface: 'GigabitEthernet1/0/5', direction: 'tx' }],
  destinations: [{ ip: '203.0.113.66', encapsulation: 'erspan' }],
  enabled: true,
  details: { erspanId: 101, originIp: '192.0.2.1' },
}
const address = (namespace: string, id: string) => ({ scope: '', namespace, id })

test('a one-line session is removed, and comes back line by line', () => {
  const { preserve, contain, verify, rollback } = writePlaybook({
    address: address('monitor-session', '1'),
    session: local,
  })

  assert.ok(preserve.every((command) => command.startsWith('show ')))
  assert.deepEqual(contain, ['configure terminal', 'no monitor session 1', 'end'])
  assert.deepEqual(verify, [
    'show monitor session 1',
    'show interfaces GigabitEthernet1/0/24 | include line protocol|output rate',
  ])
  assert.deepEqual(rollback, [
    'configure terminal',
    'no monitor session 1',
    'monitor session 1 source interface GigabitEthernet1/0/1 rx',
    'monitor session 1 destination interface GigabitEthernet1/0/24',
    'end',
  ])
})

test('a block session is shut and stays as evidence; what it was before comes back', () => {
  const before: MirrorSession = { ...erspan, destinations: [{ ip: '198.51.100.9', encapsulation: 'erspan' }] }

  const playbook = writePlaybook({ address: address('monitor-session', '4'), session: erspan, before })

  assert.deepEqual(playbook.contain, ['configure terminal', 'monitor session 4 type erspan-source', ' shutdown', 'end'])
  assert.deepEqual(playbook.rollback, [
    'configure terminal',
    'no monitor session 4',
    'monitor session 4 type erspan-source',
    ' source interface GigabitEthernet1/0/5 tx',
    ' destination',
    '  erspan-id 101',
    '  ip address 198.51.100.9',
    '  origin ip address 192.0.2.1',
    ' no shutdown',
    'end',
  ])
})

test('a capture is stopped before anything is lost, an RSPAN VLAN is no longer one', () => {
  const capture = writePlaybook({ address: address('monitor-capture', 'TAP'), session: { ...local, name: 'TAP' } })
  const vlan = writePlaybook({ address: address('rspan-vlan', '901'), session: { ...local, name: '901' } })

  assert.deepEqual(capture.contain, ['monitor capture TAP stop'])
  assert.deepEqual(vlan.contain, ['configure terminal', 'vlan 901', ' no remote-span', 'end'])
})
