import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { diffAttack } from './diff-attack.ts'
import { importBundles } from './library/import-bundles.ts'
import { navigatorLayer, techniqueCoverage } from './navigator.ts'
import { showAttack } from './show-attack.ts'

const CASES = join(import.meta.dirname, '..', '..', '..', 'attack', 'cases')

let library = ''
before(() => {
  library = mkdtempSync(join(tmpdir(), 'tapwarden-attack-'))
  for (const release of ['18.0', '18.1', '19.0'])
    importBundles({ paths: [join(CASES, `release-${release}`, 'input.json')], library, at: '2026-11-14T12:00:00.000Z' })
})
after(() => rmSync(library, { recursive: true }))

const show = (id: string, release?: string) => showAttack({ id, release, library })

test('a page has its record, the words of MITRE, relations, and our own part apart', () => {
  const { object, mitre, relations, analysis, notice } = show('AN1132', '18.1')

  assert.deepEqual([object?.release, object?.version, object?.status], ['18.1', '1.0', 'current'])
  assert.deepEqual(
    mitre?.mutableElements.map(({ field }) => field),
    ['ConfigChangeType', 'MirrorDestinationPort', 'DeviceRole'],
  )
  assert.ok(
    relations?.some(
      ({ relation, other, through }) =>
        relation === 'detects' && other.attackId === 'T1020.001' && through === 'DET0403',
    ),
  )
  assert.equal(analysis.by, 'tapwarden')
  assert.equal(analysis.coverage?.state, 'implemented')
  assert.match(notice, /^© 2025 The MITRE Corporation\./)
})

test('every statement of our own has a confidence and a basis', () => {
  for (const id of ['AN1131', 'AN1132', 'T1020.001', 'T1040', 'AN9999', 'T1562', 'M1018'])
    for (const { says, confidence, basis } of show(id, '18.1').analysis.statements) {
      assert.match(says, /\.$/, id)
      assert.match(confidence, /^(?:high|medium|low)$/)
      assert.ok(basis.length > 10, id)
    }
})

test('known weak spots of the objects are told with them', () => {
  const says = show('AN1131', '18.1')
    .analysis.statements.map((statement) => statement.says)
    .join(' ')

  assert.match(says, /ModifyTrafficMirrorTarget, which is no operation of EC2/)
  assert.match(says, /leave out mirrored traffic/)
  assert.match(JSON.stringify(show('AN0878', '18.1').analysis), /ModifyTrafficMirrorTarget/)
})

test('ids of 18 and 19 lead to the object of the release, whichever it is', () => {
  assert.equal(show('T1685', '18.1').object?.attackId, 'T1562')
  assert.equal(show('T1685', '19.0').object?.attackId, 'T1685')
  assert.deepEqual([show('T1562', '19.0').object?.attackId, show('T1562', '19.0').object?.status], ['T1562', 'revoked'])
  assert.equal(show('T1685', '19.0').analysis.coverage?.id, 'T1562')
  assert.match(JSON.stringify(show('T1562', '18.1').analysis.statements), /is T1685 in release 19/)
  assert.throws(() => show('T4711'), { code: 'TW_ATTACK_UNKNOWN' })
})

test('without a release there is our own part and the way to more', () => {
  for (const [id, of] of [
    ['T1685', 'T1562'],
    ['AN1132', 'AN1132'],
  ] as const) {
    const page = showAttack({ id, library: join(library, 'nothing') })
    assert.deepEqual([page.object, page.mitre, page.relations], [undefined, undefined, undefined])
    assert.equal(page.analysis.coverage?.id, of)
    assert.match(page.help ?? '', /attack import/)
  }
})

test('releases are compared object by object and member by member', () => {
  const all = diffAttack({ id: 'all', from: '18.0', to: '18.1', library })
  const one = diffAttack({ id: 'AN0879', from: '18.0', to: '18.1', library })
  const same = diffAttack({ id: 'AN1132', from: '18.0', to: '18.1', library })

  assert.deepEqual(all.counts, { same: 29, changed: 4, rewritten: 0, added: 0, removed: 1 })
  assert.deepEqual(
    one.objects[0]?.members.map(({ member }) => member),
    ['description', 'modified'],
  )
  assert.deepEqual(
    [one.objects[0]?.from?.modified, one.objects[0]?.to?.modified],
    ['2025-10-21T15:10:28.402Z', '2025-11-12T22:03:39.105Z'],
  )
  assert.equal(same.objects[0]?.state, 'same')
  assert.equal(same.objects[0]?.from?.sha256, same.objects[0]?.to?.sha256)
})

test('an id that moved is compared as the object that it was', () => {
  const [object] = diffAttack({ id: 'T1562', from: '18.1', to: '19.0', library }).objects

  assert.equal(object?.to?.status, 'revoked')
  assert.deepEqual(object?.members.map(({ member }) => member).includes('revoked'), true)
  assert.equal(diffAttack({ id: 'T1685', from: '18.1', to: '19.0', library }).objects[0]?.from?.attackId, 'T1562')
})

test('the layer has what is really covered, in ids of either release', () => {
  const scores = (version: string) =>
    new Map(navigatorLayer(version).techniques.map((each) => [each.techniqueID, each.score]))

  assert.deepEqual([scores('18').get('T1020.001'), scores('18').get('T1040'), scores('18').get('T1562')], [100, 50, 50])
  assert.deepEqual([scores('19').get('T1685'), scores('19').has('T1562')], [50, false])
  assert.throws(() => navigatorLayer('17'), { code: 'TW_ATTACK_GENERATION' })
  for (const { detections } of techniqueCoverage()) assert.ok(detections.length > 0)
})
