import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { writePlaybook } from './playbook.ts'

const local: MirrorSession = {
  name: 'TAP',
  kind: 'local',
  sources: [{ interface: 'ge-0/0/1.0', direction: 'rx' }],
  destinations: [{ interface: 'ge-0/0/47.0' }],
  enabled: true,
}
const address = (namespace: string, id: string, scope = '') => ({ scope, namespace, id })

test('an analyzer is deactivated under a time limit and activated again', () => {
  const { preserve, contain, verify, rollback } = writePlaybook({ address: address('analyzer', 'TAP'), session: local })

  assert.ok(preserve.every((command) => command.startsWith('show ')))
  assert.deepEqual(contain, [
    'configure exclusive',
    'deactivate forwarding-options analyzer TAP',
    'show | compare',
    'commit confirmed 10',
    'commit',
    'exit',
  ])
  assert.deepEqual(verify, [
    'show forwarding-options analyzer',
    'show interfaces ge-0/0/47.0 statistics | match "Output rate|Output packets"',
  ])
  assert.deepEqual(rollback[1], 'activate forwarding-options analyzer TAP')
})

for (const [namespace, id, scope, path] of [
  ['ethernet-switching-analyzer', 'OLD', '', 'ethernet-switching-options analyzer OLD'],
  ['port-mirroring', 'global', '', 'forwarding-options port-mirroring'],
  ['port-mirroring-instance', 'PM1', '', 'forwarding-options port-mirroring instance PM1'],
  ['analyzer', 'TAP', 'logical-systems LS1', 'logical-systems LS1 forwarding-options analyzer TAP'],
  ['sampling-port-mirroring', 'sampling', '', 'forwarding-options sampling output port-mirroring'],
  ['packet-capture', 'packet-capture', '', 'forwarding-options packet-capture'],
  ['datapath-debug', 'datapath-debug', '', 'security datapath-debug'],
  ['mirror-filter', 'WEB', '', 'security forwarding-options mirror-filter WEB'],
  ['mirror-decrypt-traffic', 'P1', '', 'services ssl proxy profile P1 mirror-decrypt-traffic'],
  ['flow-tap', 'radius-flow-tap', '', 'services radius-flow-tap'],
  ['scripted-mirror', 'TAPPER analyzer NIGHT', '', 'event-options policy TAPPER'],
] as const) {
  test(`${namespace} ${scope} is deactivated where it stands`, () => {
    const { contain } = writePlaybook({ address: address(namespace, id, scope), session: local })

    assert.equal(contain[1], `deactivate ${path}`)
  })
}

test('of an analyzer only what exceeds is taken away, and comes back', () => {
  const wide: MirrorSession = {
    ...local,
    sources: [
      { interface: 'ge-0/0/1.0', direction: 'both' },
      { vlan: 30, direction: 'rx' },
    ],
  }

  const { contain, rollback } = writePlaybook({ address: address('analyzer', 'TAP'), session: wide, allowed: local })

  assert.deepEqual(contain.slice(1, 3), [
    'delete forwarding-options analyzer TAP input egress interface ge-0/0/1.0',
    'delete forwarding-options analyzer TAP input ingress vlan 30',
  ])
  assert.deepEqual(rollback.slice(1, 3), [
    'set forwarding-options analyzer TAP input egress interface ge-0/0/1.0',
    'set forwarding-options analyzer TAP input ingress vlan 30',
  ])
})

test('an analyzer that was approved to go elsewhere goes back there', () => {
  const moved: MirrorSession = {
    ...local,
    kind: 'encapsulated',
    destinations: [{ ip: '203.0.113.66', encapsulation: 'gre' }],
  }

  const { contain, rollback } = writePlaybook({ address: address('analyzer', 'TAP'), session: moved, allowed: local })

  assert.deepEqual(contain.slice(1, 3), [
    'delete forwarding-options analyzer TAP output',
    'set forwarding-options analyzer TAP output interface ge-0/0/47.0',
  ])
  assert.deepEqual(rollback[2], 'set forwarding-options analyzer TAP output ip-address 203.0.113.66')
})

test('what is deactivated already needs no activation to come back', () => {
  const off: MirrorSession = { ...local, enabled: false, enabledReason: 'inactive' }

  assert.deepEqual(writePlaybook({ address: address('analyzer', 'TAP'), session: off }).rollback, [])
})

test('a capture on request has its file kept and its terminal ended', () => {
  const capture: MirrorSession = { ...local, kind: 'capture', destinations: [{ file: 'x.pcap' }] }

  const { preserve, contain } = writePlaybook({
    address: address('monitor-traffic', 'ge-0/0/0 x.pcap'),
    session: capture,
  })

  assert.ok(preserve.includes('file checksum sha-256 /var/tmp/x.pcap'))
  assert.deepEqual(contain, ['show system users', 'request system logout terminal <terminal>'])
})
