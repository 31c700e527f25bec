import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDirection } from './directions.ts'

const words = {
  rx: 'rx rx-only in input inbound ingress ingress-only receive RX select_src_port',
  tx: 'tx tx-only out output outbound egress egress-only transmit TX select_dst_port',
  both: 'both inout ingress-and-egress ingress-egress RX+TX Both',
}

for (const [direction, line] of Object.entries(words)) {
  test(`words for ${direction}`, () => {
    for (const word of line.split(' ')) assert.equal(parseDirection(word), direction, word)
  })
}

test('any other word is no direction, nor is none at all', () => {
  for (const word of ['', ' ', 'rxtx', 'r', 'inner', 'constructor', '__proto__', 'rx ']) {
    assert.equal(parseDirection(word), undefined, word)
  }
})
