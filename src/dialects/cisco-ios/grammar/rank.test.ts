import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rankCommand } from './rank.ts'

const inOrder = [
  'configure terminal',
  'no monitor session 4',
  'monitor session 4 type erspan-source',
  'description SOC tap',
  'source interface Gi1/0/5 tx',
  'filter vlan 10',
  'destination interface Gi1/0/7',
  'destination',
  'erspan-id 101',
  'mtu 1464',
  'ip address 203.0.113.66',
  'origin ip address 192.0.2.1',
  'vrf MGMT',
  'no shutdown',
  'exit',
  'end',
]

test('commands of one second are put into the order IOS prints them', () => {
  assert.deepEqual(
    inOrder.toReversed().sort((a, b) => rankCommand(a) - rankCommand(b)),
    inOrder,
  )
})

test('an RSPAN VLAN is opened before it is made one, a capture is defined before it is started', () => {
  assert.ok(rankCommand('vlan 901') < rankCommand('remote-span'))
  assert.ok(rankCommand('monitor capture TAP interface Gi1/0/1 both') < rankCommand('monitor capture TAP start'))
  assert.ok(rankCommand('monitor capture TAP start') < rankCommand('monitor capture TAP export tftp://192.0.2.9/x'))
})

test('a script, a profile and an access map are opened before they are filled, and actions keep the order of their labels', () => {
  const script = ['event manager applet TAP', 'event none', 'action 010 cli command "x"', 'action 020 cli command "y"']
  const profile = [
    'ip traffic-export profile TAP',
    'incoming access-list 101',
    'bidirectional',
    'ip traffic-export apply TAP',
  ]
  const map = ['no vlan access-map TAP', 'vlan access-map TAP 10', 'match ip address WEB', 'action forward capture']

  for (const run of [script, profile, map]) {
    assert.deepEqual(
      run.toReversed().sort((a, b) => rankCommand(a) - rankCommand(b)),
      run,
    )
  }
})
