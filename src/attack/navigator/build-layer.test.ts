import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildLayer, type TechniqueCoverage } from './build-layer.ts'
import { NavigatorLayer } from './layer.ts'

const coverage: readonly TechniqueCoverage[] = [
  {
    id: 'T1020.001',
    state: 'implemented',
    detections: ['ghost-mirror'],
    legs: ['flow'],
    analytics: ['AN1132'],
    beyond: [],
  },
  { id: 'T1562', state: 'partly', detections: [], legs: ['log'], analytics: ['AN0893'], beyond: ['Windows'] },
  { id: 'T1562.001', state: 'named', detections: ['silent-change'], legs: [], analytics: [], beyond: [] },
]

test('a technique is scored by its state and says what asks it', () => {
  const { techniques } = buildLayer(coverage, '18')
  const byId = new Map(techniques.map((technique) => [technique.techniqueID, technique]))

  assert.deepEqual(
    [byId.get('T1020.001')?.score, byId.get('T1562')?.score, byId.get('T1562.001')?.score],
    [100, 50, undefined],
  )
  assert.equal(byId.get('T1020.001')?.tactic, 'exfiltration')
  assert.equal(byId.get('T1020.001')?.comment, 'Implemented. Detections: ghost-mirror. Legs: flow. Analytics: AN1132.')
  assert.match(byId.get('T1562')?.comment ?? '', /^Partly\. Detections: none\. Legs: log\..*Not looked at: Windows\.$/)
  assert.match(byId.get('T1562.001')?.comment ?? '', /^Named as context, not measured\./)
  assert.deepEqual(byId.get('T1020'), { techniqueID: 'T1020', showSubtechniques: true })
})

test('ids are those of the release asked for, each once', () => {
  const ids = buildLayer(coverage, '19').techniques.map(({ techniqueID, tactic }) => [techniqueID, tactic])

  assert.deepEqual(ids, [
    ['T1020.001', 'exfiltration'],
    ['T1685', 'defense-impairment'],
    ['T1020', undefined],
  ])
})

test('what the format forbids is refused', () => {
  const layer = buildLayer(coverage, '18')
  const wrong = [
    { ...layer, versions: { ...layer.versions, layer: '4.4' } },
    { ...layer, versions: { ...layer.versions, navigator: '4.8.9' } },
    { ...layer, gradient: { ...layer.gradient, maxValue: 0 } },
    { ...layer, gradient: { ...layer.gradient, colors: ['#ffffff'] } },
    { ...layer, techniques: [{ techniqueID: 'AN1132' }] },
    { ...layer, techniques: [{ techniqueID: 'T1020', links: [{ label: 'x', url: 'attack.mitre.org' }] }] },
    { ...layer, name: undefined },
  ]

  assert.ok(NavigatorLayer.safeParse(layer).success)
  for (const each of wrong) assert.ok(!NavigatorLayer.safeParse(each).success)
})
