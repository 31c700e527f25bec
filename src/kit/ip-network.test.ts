import assert from 'node:assert/strict'
import test from 'node:test'
import { canonicalAddress, isInternalAddress, networkContains, parseNetwork } from './ip-network.ts'

test('one address has one text', () => {
  assert.equal(canonicalAddress(' 192.0.2.9 '), '192.0.2.9')
  assert.equal(canonicalAddress('2001:0DB8:0::1'), '2001:db8::1')
  assert.equal(canonicalAddress('::ffff:192.0.2.1'), '192.0.2.1')
  assert.equal(canonicalAddress('fe80::1%Gi0/0'), 'fe80::1')
})

test('what only resembles an address is none', () => {
  for (const text of [
    '',
    '010.0.0.1',
    '192.0.2',
    '3221225985',
    '0x7f.1',
    'edge-rtr-07',
    '192.0.2.1.5',
    'x'.repeat(10_000),
  ])
    assert.equal(canonicalAddress(text), undefined, text)
})

test('networks lose their host bits', () => {
  assert.equal(parseNetwork('192.0.2.77/20')?.text, '192.0.0.0/20')
  assert.equal(parseNetwork('192.0.2.9')?.text, '192.0.2.9/32')
  assert.equal(parseNetwork('2001:db8::ff/31')?.text, '2001:db8::/31')
  assert.equal(parseNetwork('203.0.113.9/0')?.text, '0.0.0.0/0')
})

test('an impossible prefix length is no network', () => {
  for (const text of ['192.0.2.0/33', '192.0.2.0/', '192.0.2.0/-1', '192.0.2.0/24/8', '2001:db8::/129', 'any'])
    assert.equal(parseNetwork(text), undefined, text)
})

test('containment respects every bit and the IP version', () => {
  const network = parseNetwork('198.51.100.128/25')
  assert(network !== undefined)

  assert.equal(networkContains(network, '198.51.100.255'), true)
  assert.equal(networkContains(network, '198.51.100.127'), false)
  assert.equal(networkContains(network, '2001:db8::1'), false)
  assert.equal(networkContains(network, 'edge-rtr-07'), false)
})

test('the whole of one IP version does not contain the other', () => {
  const all4 = parseNetwork('0.0.0.0/0')
  const all6 = parseNetwork('::/0')
  assert(all4 !== undefined && all6 !== undefined)

  assert.equal(networkContains(all4, '2001:db8::1'), false)
  assert.equal(networkContains(all6, '192.0.2.1'), false)
  assert.equal(networkContains(all6, '2001:db8::1'), true)
})

test('internal is private, shared, unique-local and link-local space; documentation space is public', () => {
  for (const text of [
    '10.255.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.1.1',
    'fd00::1',
    'fe80::1',
  ])
    assert.equal(isInternalAddress(text), true, text)
  for (const text of [
    '172.32.0.1',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '2001:db8::1',
    '100.128.0.1',
    'edge-rtr-07',
  ])
    assert.equal(isInternalAddress(text), false, text)
})
