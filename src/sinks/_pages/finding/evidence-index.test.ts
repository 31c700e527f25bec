import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evidence, finding } from '../_testing/reports.ts'
import { indexEvidence } from './evidence-index.ts'

test('every fact once, undated first, and reasons cite runs of numbers', () => {
  const items = ['a', 'b', 'c', 'd'].map((fact, minute) =>
    evidence({ fact, at: `2026-11-14T03:0${minute}:00.000Z`, excerpt: fact }),
  )
  const cited = items.filter(({ fact }) => fact !== 'c')
  const one = finding({
    evidence: [evidence({ fact: 'undated', at: undefined }), ...items],
    reasons: [{ detection: 'd', statement: 's', evidence: [...cited].reverse() }],
  })
  const { lines, reasons } = indexEvidence(one)
  assert.deepEqual(
    lines.map(({ number, item }) => [number, item.fact]),
    [
      [1, 'undated'],
      [2, 'a'],
      [3, 'b'],
      [4, 'c'],
      [5, 'd'],
    ],
  )
  assert.deepEqual(reasons[0]?.cites, [
    { first: 2, last: 3 },
    { first: 5, last: 5 },
  ])
})

test('the order of reasons and evidence never shows in the numbers', () => {
  const { evidence: own, reasons } = finding()
  const turned = finding({ evidence: own.toReversed(), reasons: reasons.toReversed() })
  assert.deepEqual(indexEvidence(turned).lines, indexEvidence(finding()).lines)
})
