import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseAttackId } from './attack-id.ts'
import { MOVED_IDS } from './moved-ids.data.ts'
import { generationOf, idsIn } from './moved-ids.ts'

const stix = 'x-mitre-analytic--0729dd54-2fda-460a-8bb3-eee02f0f3c4e'
const ids: readonly (readonly [string, string, readonly string[] | undefined])[] = [
  ['T1020.001', 'T1020.001', ['attack-pattern']],
  ['ta0010', 'TA0010', ['x-mitre-tactic']],
  ['M1041', 'M1041', ['course-of-action']],
  ['det0403', 'DET0403', ['x-mitre-detection-strategy']],
  ['an1132', 'AN1132', ['x-mitre-analytic']],
  ['DC0078', 'DC0078', ['x-mitre-data-component']],
  ['G1045', 'G1045', ['intrusion-set']],
  ['S1206', 'S1206', ['malware', 'tool']],
  ['C0046', 'C0046', ['campaign']],
  [stix.toUpperCase(), stix, undefined],
]

for (const [asked, id, types] of ids)
  test(`${asked} is understood`, () => {
    assert.deepEqual(parseAttackId(asked), types === undefined ? { form: 'stix', id } : { form: 'attack', id, types })
  })

for (const text of ['', 'T12', 'AN113', 'T1020.1', 'AN1132; rm', '../AN1132', 'x--1', 'CVE-2025-0001'])
  test(`${JSON.stringify(text)} is refused`, () => {
    assert.throws(() => parseAttackId(text), { code: 'TW_ATTACK_ID' })
  })

test('ids of either release lead to those of the other, and others stay', () => {
  assert.deepEqual(idsIn('19', 'T1562'), ['T1685'])
  assert.deepEqual(idsIn('18', 'T1685'), ['T1562', 'T1562.001', 'T1562.006'])
  assert.deepEqual(idsIn('19', 'T1562.008'), ['T1685.002'])
  assert.deepEqual(idsIn('18', 'T1685.002'), ['T1562.008'])
  for (const generation of ['18', '19'] as const) assert.deepEqual(idsIn(generation, 'T1020.001'), ['T1020.001'])
  assert.deepEqual(idsIn('19', 'T1685'), ['T1685'])
  assert.deepEqual(idsIn('19', 'TA0005'), ['TA0005', 'TA0112'])
  assert.deepEqual([generationOf('18.1'), generationOf('19.0'), generationOf('9.0')], ['18', '19', '18'])
})

test('every row of the table is two ids of one kind with a source, and stands there once', () => {
  for (const { from, to, source } of MOVED_IDS) {
    const [a, b] = [parseAttackId(from), parseAttackId(to)]
    assert.ok(a.form === 'attack' && b.form === 'attack' && source.length > 20)
    assert.deepEqual(a.types, b.types)
  }
  assert.equal(new Set(MOVED_IDS.map(({ from, to }) => `${from} ${to}`)).size, MOVED_IDS.length)
})
