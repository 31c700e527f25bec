import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { writePlaybook } from './playbook.ts'

const local: MirrorSession = {
  name: '1',
  kind: 'local',
  sources: [{ interface: 'Ethernet1/1', direction: 'rx' }],
  destinations: [{ interface: 'Ethernet1/48' }],
  enabled: true,
}
const erspan: MirrorSession = {
  name: '4',
  kind: 'encapsulated',
  sources: [
    { interface: 'Ethernet1/5', direction: 'tx' },
    { interface: 'Ethernet1/6', direction: 'both' },
    { interface: 'Ethernet1/7', direction: 'both' },
  ],
  destinations: [{ ip: '203.0.113.66', encapsulation: 'erspan' }],
  enabled: true,
  filter: 'acl ALL',
  details: { erspanId: 101 },
}
const address = (id: string, scope = '', namespace = 'monitor-session') => ({ scope, namespace, id })

test('a session is shut and stays as evidence; roll-back undoes just that', () => {
  const { preserve, contain, verify, rollback } = writePlaybook({ address: address('1'), session: local })
  const shut = writePlaybook({ address: address('1'), session: { ...local, enabled: false } })

  assert.ok(preserve.every((command) => command.startsWith('show ')))
  assert.deepEqual(contain, ['configure terminal', 'monitor session 1', '  shut', 'end'])
  assert.deepEqual(verify, ['show monitor session 1', 'show interface Ethernet1/48 | include "is |rate"'])
  assert.deepEqual(rollback, ['configure terminal', 'monitor session 1', '  no shut', 'end'])
  assert.deepEqual(shut.rollback, [])
})

test('in another VDC everything is typed there', () => {
  const { contain } = writePlaybook({ address: address('1', 'prod'), session: local })

  assert.deepEqual(contain, [
    'switchto vdc prod',
    'configure terminal',
    'monitor session 1',
    '  shut',
    'end',
    'switchback',
  ])
})

test('only what exceeds is taken away, and comes back', () => {
  const allowed: MirrorSession = {
    ...erspan,
    filter: 'acl ONLY-DB',
    sources: [
      { interface: 'Ethernet1/5', direction: 'tx' },
      { interface: 'Ethernet1/7', direction: 'rx' },
    ],
  }

  const { contain, rollback } = writePlaybook({ address: address('4'), session: erspan, allowed })

  assert.deepEqual(contain, [
    'configure terminal',
    'monitor session 4 type erspan-source',
    '  no source interface Ethernet1/6 both',
    '  no source interface Ethernet1/7 tx',
    '  no filter access-group ALL',
    '  filter access-group ONLY-DB',
    'end',
  ])
  assert.deepEqual(rollback, [
    'configure terminal',
    'monitor session 4 type erspan-source',
    '  source interface Ethernet1/6 both',
    '  source interface Ethernet1/7 tx',
    '  no filter access-group ONLY-DB',
    '  filter access-group ALL',
    'end',
  ])
})

test('a session that was approved to go elsewhere goes back there; roll-back points it as it was found', () => {
  const allowed: MirrorSession = { ...erspan, destinations: [{ ip: '198.51.100.9', encapsulation: 'erspan' }] }

  const { contain, rollback } = writePlaybook({ address: address('4'), session: erspan, allowed })

  assert.deepEqual(
    [contain, rollback].map((commands) => commands.filter((command) => /no monitor|destination ip/.test(command))),
    [
      ['no monitor session 4', '  destination ip 198.51.100.9'],
      ['no monitor session 4', '  destination ip 203.0.113.66'],
    ],
  )
})

test('a capture is interrupted so that its file is whole, an RSPAN VLAN is no longer one', () => {
  const file: MirrorSession = {
    ...local,
    name: 'tcpdump /bootflash/x.pcap',
    kind: 'capture',
    destinations: [{ file: '/bootflash/x.pcap' }],
  }
  const capture = writePlaybook({ address: address(file.name, '', 'capture'), session: file })
  const vlan = writePlaybook({ address: address('901', '', 'rspan-vlan'), session: { ...local, name: '901' } })

  assert.deepEqual(capture.contain, ['run bash sudo pkill -INT -x tcpdump'])
  assert.deepEqual(capture.preserve.slice(0, 2), ['dir /bootflash/x.pcap', 'show file /bootflash/x.pcap sha256sum'])
  assert.deepEqual(vlan.contain, ['configure terminal', 'vlan 901', '  no remote-span', 'end'])
})
