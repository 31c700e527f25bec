import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { VERDICTS } from '../detections/contract.ts'
import type { Severity } from './finding.ts'
import { gradeSeverity, rankOfSeverity, SEVERITY_TABLE, type SeverityInput } from './severity.ts'

const destinations = ['D0', 'D1', 'D2', 'D3', 'D4'] as const
const sources = ['S1', 'S2', 'S3'] as const
const statuses = ['live', 'configured', 'never-live', 'ended', 'unknown'] as const

type Given = Partial<Omit<SeverityInput, 'destination' | 'source'>> & {
  readonly d?: (typeof destinations)[number]
  readonly s?: (typeof sources)[number]
}

function input({ d = 'D4', s = 'S1', ...rest }: Given = {}): SeverityInput {
  return {
    destination: { class: d, because: 'where it goes' },
    source: { class: s, because: 'what it carries' },
    verdict: 'unapproved',
    status: 'live',
    attempted: false,
    aggravations: [],
    ...rest,
  }
}

function grade(given: Given): Severity {
  return gradeSeverity(input(given)).severity
}

test('the table is the printed one', () => {
  const rows = destinations.map((d) => sources.map((s) => SEVERITY_TABLE[d][s]).join(' '))

  assert.deepEqual(rows, [
    'info info low',
    'low medium medium',
    'medium medium high',
    'medium high critical',
    'high critical critical',
  ])
})

test('every cell of the table is the severity of a plain live unapproved copy', () => {
  for (const d of destinations)
    for (const s of sources) assert.equal(grade({ d, s }), SEVERITY_TABLE[d][s], `${d} ${s}`)
})

test('however much aggravates, it is one step up', () => {
  assert.equal(grade({ aggravations: ['logging-impaired-around-change'] }), 'critical')
  assert.equal(grade({ d: 'D1', aggravations: ['a', 'b', 'c'] }), 'medium')
})

test('critical needs D4, or D3 with S3, and a live copy', () => {
  const aggravations = ['logging-impaired-around-change']

  assert.equal(grade({ d: 'D3', s: 'S2', aggravations }), 'high')
  assert.equal(grade({ d: 'D2', s: 'S3', aggravations }), 'high')
  assert.equal(grade({ d: 'D3', s: 'S3' }), 'critical')
  for (const status of ['configured', 'ended', 'unknown'] as const) assert.equal(grade({ s: 'S3', status }), 'high')
})

test('what was never live is at most medium, what was attempted at most low, what is approved info', () => {
  assert.equal(grade({ s: 'S3', status: 'never-live' }), 'medium')
  assert.equal(grade({ d: 'D1', status: 'never-live' }), 'low')
  assert.equal(grade({ s: 'S3', attempted: true, verdict: 'attempted' }), 'low')
  assert.equal(grade({ d: 'D0', s: 'S3', verdict: 'approved', aggravations: ['x'] }), 'info')
})

test('what nobody could judge yet is at most high', () => {
  assert.equal(grade({ s: 'S3', verdict: 'needs-review' }), 'high')
})

test('the basis tells every step in words', () => {
  const { basis } = gradeSeverity(input({ status: 'configured', aggravations: ['capture-exported'] }))

  assert.deepEqual(basis, [
    'destination D4 (where it goes) × source S1 (what it carries) → high',
    'one step up for capture-exported → critical',
    'critical only while live, and this is configured → high',
  ])
})

const anyGiven = fc.record({
  d: fc.constantFrom(...destinations),
  s: fc.constantFrom(...sources),
  verdict: fc.constantFrom(...VERDICTS),
  status: fc.constantFrom(...statuses),
  attempted: fc.boolean(),
  aggravations: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
})

test('a worse end, a more sensitive source or an aggravation never lowers severity', () => {
  fc.assert(
    fc.property(anyGiven, fc.constantFrom(...destinations), fc.constantFrom(...sources), (given, d, s) => {
      const before = rankOfSeverity(grade(given))
      if (d >= given.d) assert.ok(rankOfSeverity(grade({ ...given, d })) >= before)
      if (s >= given.s) assert.ok(rankOfSeverity(grade({ ...given, s })) >= before)
      assert.ok(
        rankOfSeverity(grade({ ...given, aggravations: ['a'] })) >=
          rankOfSeverity(grade({ ...given, aggravations: [] })),
      )
      assert.ok(rankOfSeverity(grade({ ...given, status: 'live' })) >= before)
    }),
  )
})

test('no input gives critical outside D4 or D3 with S3, live', () => {
  fc.assert(
    fc.property(anyGiven, (given) => {
      if (grade(given) !== 'critical') return
      assert.equal(given.status, 'live')
      assert.ok(given.d === 'D4' || (given.d === 'D3' && given.s === 'S3'))
    }),
  )
})
