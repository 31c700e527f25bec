/** Numbers, times and addresses out of text and JSON values. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addressWords } from '../_row/address-words.ts'
import { wordsOf } from './addresses.ts'
import { afterSeconds, epochMomentOf, momentOf, NANOSECONDS, SECONDS } from './moments.ts'
import { countOf, interfaceOf, numberOf, portOf, protocolOf } from './numbers.ts'

test('numbers in all their forms', () => {
  const found = [47, '47', ' 47 ', '1.5', '1.7e9', -1, '-1', '1,024', '', '0x2f', Number.NaN, true, null].map(numberOf)

  assert.deepEqual(found, [47, 47, 47, 1.5, 1.7e9, ...Array(8).fill(undefined)])
})

test('amounts, ports, interfaces and protocols keep to their bounds', () => {
  assert.deepEqual(['18446744073709551615', '12.9', '-'].map(countOf), [Number.MAX_SAFE_INTEGER, 12, 0])
  assert.deepEqual([65535, 65536, '53', 'domain'].map(portOf), [65535, 0, 53, 0])
  assert.deepEqual([4294967295, 4294967296, 1.5].map(interfaceOf), [4294967295, 0, 0])
  assert.deepEqual(
    [47, '47', 'GRE', ' udp ', 'IPv6-ICMP', 256, 'unassigned'].map(protocolOf),
    [47, 47, 47, 17, 58, -1, -1],
  )
})

test('times lose no millisecond, and nothing but a time is one', () => {
  const at = Date.parse('2026-11-14T03:12:07.001Z')
  const forms = [
    momentOf('1794625927001000123', NANOSECONDS),
    momentOf('1794625927.001', SECONDS),
    momentOf(1794625927.001, SECONDS),
    momentOf('2026-11-14T04:12:07.001999+0100', SECONDS),
    momentOf('2026-11-14 03:12:07.001', SECONDS),
    epochMomentOf('1794625927001'),
    epochMomentOf('1794625927.001'),
    afterSeconds(at - 1001, '1.001'),
  ]

  assert.deepEqual(forms, Array(forms.length).fill(at))
  assert.deepEqual(
    ['0000-00-00 00:00:00.000', '1e40', {}, 'now'].map((value) => momentOf(value, SECONDS)),
    [0, 0, 0, 0],
  )
  assert.equal(afterSeconds(0, 5), 0)
})

test('each millisecond of a time in seconds is kept', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4_102_444_800_000 }),
      (at) => momentOf((at / 1000).toFixed(3), SECONDS) === at,
    ),
    { numRuns: 5000 },
  )
})

test('the short way to read an address agrees with the careful one', () => {
  const part = fc.oneof(fc.nat(300).map(String), fc.constantFrom('', '00', '07', '0x1', '1e1', ' 1', '1000'))
  const text = fc.oneof(
    fc.array(part, { minLength: 3, maxLength: 5 }).map((parts) => parts.join('.')),
    fc.ipV4(),
    fc.ipV6(),
    fc.string(),
  )

  fc.assert(
    fc.property(text, (value) => assert.deepEqual(wordsOf(value), addressWords(value))),
    { numRuns: 5000 },
  )
})
