import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rankCommand } from './rank.ts'

const inOrder = [
  'configure terminal',
  'no monitor session 4',
  'monitor session 4 type erspan-source',
  'description SOC tap',
  'header-type 3',
  'erspan-id 101',
  'mtu 320',
  'source interface Ethernet1/5 tx',
  'filter vlan 10',
  'destination ip 203.0.113.66',
  'vrf MGMT',
  'ip ttl 64',
  'no shut',
  'exit',
  'end',
]

test('commands of one second are put into the order of a configuration', () => {
  assert.deepEqual(
    inOrder.toReversed().sort((a, b) => rankCommand(a) - rankCommand(b)),
    inOrder,
  )
})

test('a record with its block stands where its last command does', () => {
  assert.equal(rankCommand('configure terminal ; monitor session 4 ; no shut'), rankCommand('no shut'))
  assert.equal(rankCommand('configure terminal ; no monitor session 4'), -1)
  assert.equal(rankCommand('monitor session 4 shut'), rankCommand('shut'))
  assert.equal(rankCommand('remote-span'), 5)
})
