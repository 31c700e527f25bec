import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayBound, sayInstant } from './say-instant.ts'

test('an instant is told in UTC, to the minute', () => {
  assert.equal(sayInstant('2026-11-14T03:12:59.000Z'), '2026-11-14 03:12Z')
})

test('a bound at midnight is the date that was written', () => {
  assert.equal(sayBound('2026-11-05T00:00:00.000Z'), '2026-11-05')
  assert.equal(sayBound('2026-11-05T08:30:00.000Z'), '2026-11-05 08:30Z')
})
