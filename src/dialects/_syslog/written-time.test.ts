import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMonth, resolveTime } from './written-time.ts'

const reference = '2026-11-20T12:00:00.000Z'
const at = (month: number, day: number, rest: { year?: number; zone?: string; clock?: string } = {}) =>
  resolveTime({ year: rest.year, month, day, clock: rest.clock ?? '13:00:00', zone: rest.zone }, reference)

for (const [written, instant, inferred] of [
  [at(10, 19, { year: 2024, zone: 'UTC' }), '2024-10-19T13:00:00.000Z', []],
  [at(10, 19, { zone: 'UTC' }), '2026-10-19T13:00:00.000Z', ['year']],
  [at(11, 21, { zone: 'UTC', clock: '12:00:00' }), '2026-11-21T12:00:00.000Z', ['year']],
  [at(11, 21, { zone: 'UTC', clock: '12:00:01' }), '2025-11-21T12:00:01.000Z', ['year']],
  [at(2, 29, { zone: 'UTC' }), '2024-02-29T13:00:00.000Z', ['year']],
  [at(2, 30, { year: 2024, zone: 'UTC' }), undefined, []],
  [at(6, 31, { zone: 'UTC' }), undefined, ['year']],
  [at(1, 1, { year: 2024, zone: 'UTC', clock: '24:00:00' }), undefined, []],
  [at(10, 19, { year: 2024, zone: 'CEST' }), '2024-10-19T11:00:00.000Z', []],
  [at(10, 19, { year: 2024, zone: '-0330' }), '2024-10-19T16:30:00.000Z', []],
  [at(10, 19, { year: 2024, zone: '+2' }), '2024-10-19T11:00:00.000Z', []],
  [at(10, 19, { year: 2024, zone: 'CST' }), '2024-10-19T19:00:00.000Z', ['zone']],
  [at(10, 19, { year: 2024, zone: 'PRIVATE' }), '2024-10-19T13:00:00.000Z', ['zone']],
  [at(10, 19), '2026-10-19T13:00:00.000Z', ['year', 'zone']],
  [at(10, 19, { year: 2024, zone: 'Z', clock: '13:00:00.358123' }), '2024-10-19T13:00:00.358Z', []],
] as const) {
  test(`${written.at} with ${written.inferred.join(' and ') || 'nothing'} inferred`, () => {
    assert.deepEqual(written, { at: instant, inferred })
  })
}

test('months by their first three letters', () => {
  assert.deepEqual(['Jan', 'October', 'dec', 'Foo', ''].map(readMonth), [1, 10, 12, undefined, undefined])
})
