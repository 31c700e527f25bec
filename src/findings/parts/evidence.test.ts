import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeFact, factMap, snapshotFact } from '../_testing/facts.ts'
import { ADDRESS } from '../_testing/subjects.ts'
import { gatherEvidence } from './evidence.ts'

const FACTS = factMap(changeFact('change-1'), snapshotFact('snapshot-1'))
const context = { facts: FACTS, withPlaces: false }

test('a snapshot proves with the lines of the session in question', () => {
  const { items } = gatherEvidence([{ ids: ['snapshot-1'], address: ADDRESS }], context)

  assert.deepEqual(items, [
    {
      fact: 'snapshot-1',
      leg: 'config',
      at: '2026-11-14T04:00:00.000Z',
      excerpt: 'monitor session 4 type erspan-source\n source interface Te0/0/1 rx',
    },
  ])
})

test('lines of another session of the same snapshot are not shown', () => {
  const { items } = gatherEvidence([{ ids: ['snapshot-1'], address: { ...ADDRESS, id: '9' } }], context)

  assert.equal(items[0]?.excerpt, 'excerpt of snapshot-1')
})

test('items come by time, each once, and a fact that is not there is left out', () => {
  const ids = ['snapshot-1', 'change-1', 'snapshot-1', 'gone']
  const { items, more } = gatherEvidence([{ ids, address: ADDRESS }], context)

  assert.deepEqual(
    items.map(({ fact }) => fact),
    ['change-1', 'snapshot-1'],
  )
  assert.equal(more, 0)
})

test('of very many the first and the last are shown and the rest counted', () => {
  const minute = (index: number): string => `2026-11-14T03:${String(index).padStart(2, '0')}:00.000Z`
  const many = Array.from({ length: 60 }, (_, index) => ({
    ...changeFact(`fact-${index}`),
    time: { at: minute(index), basis: 'record' as const },
  }))
  const { items, more } = gatherEvidence([{ ids: many.map(({ id }) => id), address: ADDRESS }], {
    facts: factMap(...many),
    withPlaces: false,
  })

  assert.equal(items.length, 50)
  assert.equal(more, 10)
  assert.deepEqual([items[0]?.at, items[24]?.at, items[25]?.at, items[49]?.at], [0, 24, 35, 59].map(minute))
})
