import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayAtLeast, sayCarrier, sayCarriers, sayObservers, saySpan } from './describe-stream.ts'
import type { Stream } from './stream.ts'

function stream(members: Partial<Stream> = {}): Stream {
  return {
    of: 'carrier',
    source: '192.0.2.7',
    destination: '198.51.100.9',
    protocol: 47,
    carrier: 'gre',
    basis: 'protocol',
    firstAt: '2026-11-14T06:00:00.000Z',
    lastAt: '2026-11-14T09:00:00.000Z',
    facts: [],
    observations: [],
    bytesAtLeast: 2_000_000,
    packetsAtLeast: 1000,
    innerVlans: [],
    innerServices: [],
    ...members,
  }
}

const certain = stream({ carrier: 'erspan-2', basis: 'header', sessionId: 5, bytesAtLeast: 400_000 })

test('a carrier is told as surely as it is known', () => {
  assert.equal(sayCarrier(stream()), 'GRE (protocol 47), type not visible')
  assert.equal(sayCarrier(certain), 'ERSPAN type II, session 5')
  const port = stream({ carrier: 'vxlan', basis: 'port', protocol: 17, port: 4789 })
  assert.equal(sayCarrier(port), 'udp/4789, the usual port of VXLAN')
  assert.equal(sayCarrier(stream({ carrier: '', basis: 'none', protocol: 6, port: 443 })), 'tcp/443')
})

test('what was seen of headers speaks for the rest', () => {
  assert.equal(sayCarriers([stream(), certain]), 'ERSPAN type II, session 5')
  assert.equal(sayCarriers([stream()]), 'GRE (protocol 47), type not visible')
})

test('one way seen by two is counted once, two ways are added', () => {
  assert.equal(sayAtLeast([stream(), certain]), 'at least 2 MB')
  assert.equal(sayAtLeast([stream(), stream({ destination: '198.51.100.10' })]), 'at least 4 MB')
})

test('a stream within one minute is told at that minute', () => {
  assert.equal(saySpan([stream({ lastAt: '2026-11-14T06:00:59.000Z' })]), 'at 2026-11-14 06:00Z')
})

test('observers are told with the ports by which they sent it on, and the span over all', () => {
  const egress = [{ port: 'TenGigabitEthernet1/0/2', firstAt: '', lastAt: '' }]
  const seen = { isOwn: false, channel: 'sflow-v5', egress, bytesAtLeast: 1, packetsAtLeast: 1, bytesEstimated: 1 }
  const one = stream({ observations: [{ observer: 'core-1', ...seen }] })
  assert.equal(sayObservers([one, one]), 'core-1 (sflow-v5, by Te1/0/2)')
  assert.equal(
    saySpan([one, stream({ lastAt: '2026-11-15T00:00:00.000Z' })]),
    'between 2026-11-14 06:00Z and 2026-11-15 00:00Z',
  )
})
