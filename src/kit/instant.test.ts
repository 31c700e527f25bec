import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DAY_MS } from './durations.ts'
import { gapMs, parseInstant, shiftInstant, toEpochMs, toInstant } from './instant.ts'

const LAST = '9999-12-31T23:59:59.999Z'

const times: readonly (readonly [string, string])[] = [
  ['2026-11-14', '2026-11-14T00:00:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['2026-11-14T03:12', '2026-11-14T03:12:00.000Z'],
  ['2026-11-14 03:12:07', '2026-11-14T03:12:07.000Z'],
  [' 2026-11-14T03:12:07Z\n', '2026-11-14T03:12:07.000Z'],
  ['2026-11-14t03:12:07z', '2026-11-14T03:12:07.000Z'],
  ['2026-11-14T03:12:07.1Z', '2026-11-14T03:12:07.100Z'],
  ['2026-11-14T03:12:07.123999999Z', '2026-11-14T03:12:07.123Z'],
  ['2026-11-14T03:12:07+02:00', '2026-11-14T01:12:07.000Z'],
  ['2026-11-14 03:12:07 -0530', '2026-11-14T08:42:07.000Z'],
  ['2026-11-14T24:00', '2026-11-15T00:00:00.000Z'],
  ['1970-01-01', '1970-01-01T00:00:00.000Z'],
  [LAST, LAST],
]

for (const [text, instant] of times) {
  test(`${JSON.stringify(text)} is ${instant}`, () => assert.equal(parseInstant(text), instant))
}

const noTimes = [
  '',
  '2026',
  '2026-11',
  '14.11.2026',
  '2026-13-01',
  '2026-02-29',
  '2026-02-30T10:00Z',
  '2026-04-31',
  '2026-11-00',
  '2026-11-14T3:12',
  '2026-11-14T25:00',
  '2026-11-14T03:60',
  '2026-11-14T03:12:61',
  '2026-11-14T03:12:07.Z',
  '2026-11-14T03:12:07+99:00',
  '2026-11-14T03:12:07 CET',
  '1969-12-31',
  '9999-12-31T23:59:59-01:00',
  `2026-11-14${' '.repeat(100_000)}x`,
]

for (const text of noTimes) {
  test(`${JSON.stringify(text.slice(0, 40))} is no time`, () => assert.equal(parseInstant(text), undefined))
}

test('text order is time order, and nothing is lost on the way', () => {
  const epochMs = fc.integer({ min: 0, max: toEpochMs(LAST) })
  fc.assert(
    fc.property(epochMs, epochMs, (a, b) => {
      const [first, second] = [toInstant(a) ?? '', toInstant(b) ?? '']

      assert.equal(toEpochMs(first), a)
      assert.equal(parseInstant(first), first)
      assert.equal(first < second, a < b)
      assert.equal(gapMs(first, second), b - a)
    }),
  )
})

test('outside the years 1970 to 9999 there is no instant', () => {
  for (const epochMs of [-1, toEpochMs(LAST) + 1, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.equal(toInstant(epochMs), undefined)
  }
})

test('an instant moves by milliseconds, and stays put at the ends', () => {
  assert.equal(shiftInstant('2026-12-31T23:59:59.999Z', 1), '2027-01-01T00:00:00.000Z')
  assert.equal(shiftInstant('2026-03-01T00:00:00.000Z', -DAY_MS), '2026-02-28T00:00:00.000Z')
  assert.equal(shiftInstant(LAST, 1), LAST)
})
