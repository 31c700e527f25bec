import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayBytes } from './say-bytes.ts'

test('amounts are cut, never rounded up', () => {
  const cases = [
    [0, '0 bytes'],
    [9_999, '9999 bytes'],
    [10_000, '10 kB'],
    [12_399, '12.3 kB'],
    [999_999, '999.9 kB'],
    [1_000_000, '1 MB'],
    [6_590_000_000, '6.5 GB'],
    [2e18, '2000 PB'],
  ] as const
  for (const [bytes, words] of cases) assert.equal(sayBytes(bytes), words)
})
