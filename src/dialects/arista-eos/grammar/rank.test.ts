import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rankCommand } from './rank.ts'

const inOrder = [
  'configure session S1',
  'no monitor session TAP',
  'monitor session TAP',
  'monitor session TAP ip access-group WEB',
  'monitor session TAP source Ethernet1 rx',
  'monitor session TAP destination Ethernet48',
  'monitor session TAP truncate size 128',
  'switchport tap default group INET',
  'commit',
  'exit',
  'end',
  'bash tcpdump -i et1 -w /tmp/a.pcap',
  'copy flash:a.pcap scp://192.0.2.9/a',
]

test('commands of one second are put into the order in which they make sense', () => {
  assert.deepEqual(
    inOrder.toReversed().sort((a, b) => rankCommand(a) - rankCommand(b)),
    inOrder,
  )
})

test('a session that is committed from outside is committed after what was typed into it', () => {
  assert.ok(rankCommand('configure session S1 commit') > rankCommand('monitor session TAP destination Ethernet48'))
})
