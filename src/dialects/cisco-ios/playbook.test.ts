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
    'monitor session 1 source interface GigabitEthernet1/0/1 rx',
    'monitor session 1 destination interface GigabitEthernet1/0/24',
    'end',
  ])
})

test('a block session is shut and stays as evidence; roll-back undoes just that', () => {
  const { contain, rollback } = writePlaybook({ address: address('monitor-session', '4'), session: erspan })
  const shut = writePlaybook({ address: address('monitor-session', '4'), session: { ...erspan, enabled: false } })

  assert.deepEqual(contain, ['configure terminal', 'monitor session 4 type erspan-source', ' shutdown', 'end'])
  assert.deepEqual(rollback, ['configure terminal', 'monitor session 4 type erspan-source', ' no shutdown', 'end'])
  assert.deepEqual(shut.rollback, [])
})

test('of a block only what exceeds is taken away, and comes back', () => {
  const wide: MirrorSession = {
    ...erspan,
    filter: 'vlan 30',
    sources: [
      { interface: 'GigabitEthernet1/0/5', direction: 'tx' },
      { interface: 'GigabitEthernet1/0/6', direction: 'both' },
      { interface: 'GigabitEthernet1/0/7', direction: 'both' },
    ],
  }
  const allowed: MirrorSession = {
    ...wide,
    filter: 'vlan 10',
    sources: [
      { interface: 'GigabitEthernet1/0/5', direction: 'tx' },
      { interface: 'GigabitEthernet1/0/7', direction: 'rx' },
    ],
  }

  const { contain, rollback } = writePlaybook({ address: address('monitor-session', '4'), session: wide, allowed })

  assert.deepEqual(contain, [
    'configure terminal',
    'monitor session 4 type erspan-source',
    ' no source interface GigabitEthernet1/0/6',
    ' no source interface GigabitEthernet1/0/7 tx',
    ' no filter vlan 30',
    ' filter vlan 10',
    'end',
  ])
  assert.deepEqual(rollback, [
    'configure terminal',
    'monitor session 4 type erspan-source',
    ' source interface GigabitEthernet1/0/6',
    ' source interface GigabitEthernet1/0/7 tx',
    ' no filter vlan 10',
    ' filter vlan 30',
    'end',
  ])
})

test('of a one-line session only the line that exceeds is taken away', () => {
  const wide: MirrorSession = { ...local, sources: [...local.sources, { vlan: 30, direction: 'both' }] }

  const { contain, rollback } = writePlaybook({
    address: address('monitor-session', '1'),
    session: wide,
    allowed: local,
  })

  assert.deepEqual(contain, ['configure terminal', 'no monitor session 1 source vlan 30', 'end'])
  assert.deepEqual(rollback, ['configure terminal', 'monitor session 1 source vlan 30', 'end'])
})

test('a session that was approved to go elsewhere goes back there; roll-back points it as it was found', () => {
  const allowed: MirrorSession = { ...erspan, destinations: [{ ip: '198.51.100.9', encapsulation: 'erspan' }] }

  const { contain, rollback } = writePlaybook({ address: address('monitor-session', '4'), session: erspan, allowed })

  assert.deepEqual(
    [contain, rollback].map((commands) => commands.filter((command) => /no monitor|ip address [12]/.test(command))),
    [
      ['no monitor session 4', '  ip address 198.51.100.9', '  origin ip address 192.0.2.1'],
      ['no monitor session 4', '  ip address 203.0.113.66', '  origin ip address 192.0.2.1'],
    ],
  )
})

test('a capture is stopped before anything is lost, an RSPAN VLAN is no longer one', () => {
  const capture = writePlaybook({ address: address('monitor-capture', 'TAP'), session: { ...local, name: 'TAP' } })
  const vlan = writePlaybook({ address: address('rspan-vlan', '901'), session: { ...local, name: '901' } })

  assert.deepEqual(capture.contain, ['monitor capture TAP stop'])
  assert.deepEqual(vlan.contain, ['configure terminal', 'vlan 901', ' no remote-span', 'end'])
})

const copies: readonly (readonly [
  namespace: string,
  id: string,
  contain: readonly string[],
  rollback: readonly string[],
])[] = [
  [
    'traffic-export',
    'TAP',
    ['interface GigabitEthernet1/0/1', ' no ip traffic-export apply TAP'],
    ['interface GigabitEthernet1/0/1', ' ip traffic-export apply TAP'],
  ],
  [
    'vlan-access-map',
    'TAP',
    ['interface GigabitEthernet1/0/24', ' no switchport capture'],
    ['interface GigabitEthernet1/0/24', ' switchport capture'],
  ],
  [
    'capture-port',
    'GigabitEthernet1/0/24',
    ['interface GigabitEthernet1/0/24', ' no switchport capture'],
    ['interface GigabitEthernet1/0/24', ' switchport capture'],
  ],
  ['event-manager', 'TAP', ['event manager scheduler suspend'], ['no event manager scheduler suspend']],
  ['kron', 'TAP', ['no kron policy-list TAP'], []],
  ['alias', 'tap', ['no alias configure tap'], []],
]

for (const [namespace, id, contain, rollback] of copies) {
  test(`a copy of kind ${namespace} is stopped, and comes back where the session tells how`, () => {
    const session = { ...local, name: id, details: { script: 'alias configure tap' } }

    const commands = writePlaybook({ address: address(namespace, id), session })

    assert.deepEqual(commands.contain, ['configure terminal', ...contain, 'end'])
    assert.deepEqual(commands.rollback, rollback.length === 0 ? [] : ['configure terminal', ...rollback, 'end'])
    assert.ok(commands.preserve.every((command) => /^(?:show|dir) /.test(command)))
    assert.ok(commands.verify.length > 0 && commands.scope.length > 0)
  })
}

test('captures of the platform are stopped and started with the command that made them', () => {
  const trace = writePlaybook({ address: address('platform-capture', 'packet-trace'), session: local })
  const punt = writePlaybook({ address: address('platform-capture', 'punt'), session: local })

  assert.deepEqual(trace.contain, ['debug platform condition stop'])
  assert.deepEqual(punt.contain, ['debug platform software fed switch active punt packet-capture stop'])
  assert.deepEqual(punt.rollback, ['debug platform software fed switch active punt packet-capture start'])
})
