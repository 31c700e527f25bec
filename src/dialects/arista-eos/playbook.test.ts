import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { writePlaybook } from './playbook.ts'

const local: MirrorSession = {
  name: 'TAP',
  kind: 'local',
  sources: [
    { interface: 'Ethernet3', direction: 'rx' },
    { interface: 'Port-Channel44', direction: 'both' },
  ],
  destinations: [{ interface: 'Ethernet48' }],
  enabled: true,
  filter: 'ip WEB',
  details: { truncateBytes: 128 },
}
const far: MirrorSession = {
  name: '7',
  kind: 'encapsulated',
  sources: [{ interface: 'Ethernet20', direction: 'both' }],
  destinations: [{ ip: '203.0.113.77', encapsulation: 'gre' }],
  enabled: true,
  details: { originIp: '192.0.2.1', vrf: 'MGMT' },
}
const address = (namespace: string, id: string) => ({ scope: '', namespace, id })

test('a session is removed, and comes back line by line', () => {
  const { preserve, contain, verify, rollback } = writePlaybook({
    address: address('monitor-session', 'TAP'),
    session: local,
  })

  assert.ok(preserve.every((command) => command.startsWith('show ')))
  assert.deepEqual(contain, ['configure terminal', 'no monitor session TAP', 'end'])
  assert.deepEqual(verify, ['show monitor session TAP', 'show interfaces Ethernet48 counters rates'])
  assert.deepEqual(rollback, [
    'configure terminal',
    'monitor session TAP ip access-group WEB',
    'monitor session TAP source Ethernet3 rx',
    'monitor session TAP source Port-Channel44 both',
    'monitor session TAP destination Ethernet48',
    'monitor session TAP truncate size 128',
    'end',
  ])
})

test('of a session only what exceeds is taken away, and comes back', () => {
  const allowed: MirrorSession = {
    ...local,
    sources: [{ interface: 'Port-Channel44', direction: 'rx' }],
    filter: 'ip NARROW',
  }

  const { contain, rollback } = writePlaybook({ address: address('monitor-session', 'TAP'), session: local, allowed })

  assert.deepEqual(contain, [
    'configure terminal',
    'no monitor session TAP source Ethernet3 rx',
    'no monitor session TAP source Port-Channel44 tx',
    'no monitor session TAP ip access-group WEB',
    'monitor session TAP ip access-group NARROW',
    'end',
  ])
  assert.deepEqual(rollback, [
    'configure terminal',
    'monitor session TAP source Ethernet3 rx',
    'monitor session TAP source Port-Channel44 tx',
    'no monitor session TAP ip access-group NARROW',
    'monitor session TAP ip access-group WEB',
    'end',
  ])
})

test('a session that was approved to go elsewhere goes back there', () => {
  const allowed: MirrorSession = { ...far, destinations: [{ ip: '198.51.100.9', encapsulation: 'gre' }] }

  const { contain, rollback } = writePlaybook({ address: address('monitor-session', '7'), session: far, allowed })

  assert.deepEqual(contain, [
    'configure terminal',
    'no monitor session 7',
    'monitor session 7 source Ethernet20 both',
    'monitor session 7 destination tunnel mode gre source 192.0.2.1 destination 198.51.100.9 vrf MGMT',
    'end',
  ])
  assert.ok(rollback.some((command) => command.includes('destination 203.0.113.77')))
})

test('LANZ mirroring is switched off by one line', () => {
  const session: MirrorSession = { ...far, name: 'queue-monitor', sources: [], details: { originIp: '192.0.2.1' } }

  const { contain, rollback } = writePlaybook({ address: address('queue-monitor', 'queue-monitor'), session })

  assert.deepEqual(contain, ['configure terminal', 'no queue-monitor length mirror', 'end'])
  assert.deepEqual(rollback, [
    'configure terminal',
    'queue-monitor length mirror destination tunnel mode gre source 192.0.2.1 destination 203.0.113.77',
    'end',
  ])
})

test('a tap group loses its tools, a tap port its way', () => {
  const group = writePlaybook({ address: address('tap-group', 'INET'), session: { ...local, name: 'INET' } })
  const port = writePlaybook({ address: address('tap-port', 'Ethernet3'), session: { ...local, name: 'Ethernet3' } })

  assert.deepEqual(group.contain, [
    'configure terminal',
    'interface Ethernet48',
    ' no switchport tool group set INET',
    'end',
  ])
  assert.deepEqual(port.rollback, [
    'configure terminal',
    'interface Ethernet3',
    ' switchport tap default interface Ethernet48',
    'end',
  ])
})

test('a capture is stopped and its file stays', () => {
  const session: MirrorSession = {
    name: '/mnt/flash/a.pcap',
    kind: 'capture',
    sources: [{ interface: 'Ethernet1', direction: 'both' }],
    destinations: [{ file: '/mnt/flash/a.pcap' }],
    enabled: true,
    filter: 'port 49',
  }

  const shell = writePlaybook({ address: address('capture', session.name), session })
  const named = writePlaybook({ address: address('capture', 'GRAB'), session: { ...session, name: 'GRAB' } })

  assert.ok(shell.preserve.includes('bash ls -l /mnt/flash/a.pcap'))
  assert.deepEqual(shell.contain, ['bash sudo pkill tcpdump'])
  assert.deepEqual(shell.rollback, ['tcpdump interface Ethernet1 file file:/mnt/flash/a.pcap filter port 49'])
  assert.deepEqual(named.contain, ['no tcpdump session GRAB'])
})

test('a script is taken away whole', () => {
  const session: MirrorSession = { ...local, name: 'NIGHT', details: { script: 'event-handler NIGHT' } }

  const { contain, rollback } = writePlaybook({ address: address('event-handler', 'NIGHT'), session })

  assert.deepEqual(contain, ['configure terminal', 'no event-handler NIGHT', 'end'])
  assert.deepEqual(rollback, [])
})
