import assert from 'node:assert/strict'
import test from 'node:test'
import { destinationName, sourceName } from './ends.ts'

test('an end is called what the record calls it', () => {
  assert.equal(sourceName({ interface: 'Ethernet1/1', direction: 'rx' }), 'Ethernet1/1')
  assert.equal(sourceName({ vlan: 31, direction: 'both' }), 'VLAN 31')
  assert.equal(destinationName({ ip: '198.51.100.9', encapsulation: 'erspan' }), '198.51.100.9')
  assert.equal(destinationName({ vlan: 901 }), 'VLAN 901')
  assert.equal(destinationName({ interface: 'Tunnel1', file: 'flash:tap.pcap' }), 'flash:tap.pcap')
  assert.equal(destinationName({}), '')
})
