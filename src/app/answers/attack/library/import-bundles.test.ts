import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { sha256Hex } from '../../../../kit/hash.ts'
import { type BundleImport, importBundles } from './import-bundles.ts'
import { libraryFolder, packPath } from './library-folder.ts'
import { listReleases, openRelease, readObjectBytes } from './read-library.ts'

const CASES = join(import.meta.dirname, '..', '..', '..', '..', 'attack', 'cases')
const SINGLE = join(import.meta.dirname, '..', 'cases', 'single-objects', 'input')
const AN1132 = 'x-mitre-analytic--0729dd54-2fda-460a-8bb3-eee02f0f3c4e'
const bundle = (release: string) => join(CASES, `release-${release}`, 'input.json')

let root = ''
let library = ''
let count = 0
before(() => {
  root = mkdtempSync(join(tmpdir(), 'tapwarden-attack-'))
})
beforeEach(() => {
  count += 1
  library = join(root, `library-${count}`)
})
after(() => rmSync(root, { recursive: true }))

function take(paths: readonly string[], more: Partial<BundleImport> = {}) {
  return importBundles({ paths, library, at: '2026-11-14T12:00:00.000Z', ...more })
}

function everything(): Readonly<Record<string, string>> {
  const names = readdirSync(library, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    names.map(({ parentPath, name }) => [name, sha256Hex(readFileSync(join(parentPath, name)))]),
  )
}

test('a bundle is kept byte for byte under its own hash, and every object is found in it', () => {
  const bytes = readFileSync(bundle('18.1'))

  const report = take([bundle('18.1')])

  assert.deepEqual([report.release, report.objects, report.added], ['18.1', 33, 33])
  assert.equal(report.sha256, sha256Hex(bytes))
  assert.ok(readFileSync(packPath(library, report.sha256)).equals(bytes))
  const index = openRelease(library)
  for (const object of index.objects) {
    const kept = readObjectBytes(library, index, object)
    assert.ok(kept.equals(bytes.subarray(object.offset, object.offset + object.bytes)))
    assert.equal(sha256Hex(kept), object.sha256)
  }
})

test('importing the same again changes nothing, and releases stand side by side', () => {
  take([bundle('18.1')])
  const once = everything()

  const again = take([bundle('18.1')], { at: '2026-12-01T00:00:00.000Z' })

  assert.deepEqual([again.added, again.replaced, again.unchanged], [0, 0, 33])
  assert.deepEqual(everything(), once)
  take([bundle('18.0')])
  take([bundle('19.0')])
  assert.deepEqual(listReleases(library), ['18.0', '18.1', '19.0'])
  assert.equal(openRelease(library, '18.0').objects.length, 34)
})

test('single objects as folders hold them need a release, and later modifications count', () => {
  assert.throws(() => take([SINGLE]), { code: 'TW_ATTACK_RELEASE_MISSING' })

  const report = take([SINGLE], { release: '18.0' })

  assert.deepEqual([report.files, report.objects], [2, 2])
  const index = openRelease(library, '18.0')
  const object = index.objects.find(({ stixId }) => stixId === AN1132)
  assert.ok(object)
  const file = readFileSync(join(SINGLE, `${AN1132}.json`))
  assert.ok(file.includes(readObjectBytes(library, index, object)))
  assert.equal(index.files[object.file]?.sha256, sha256Hex(file))
  const whole = take([bundle('18.0')])
  assert.deepEqual([whole.added, whole.passedOver, whole.objects], [32, 2, 34])
})

test('what a collection says and what the operator says must agree', () => {
  assert.throws(() => take([bundle('18.1')], { release: '18.0' }), { code: 'TW_ATTACK_RELEASE_DIFFERS' })
  assert.throws(() => take([bundle('18.0'), bundle('18.1')]), { code: 'TW_ATTACK_RELEASE_DIFFERS' })
  assert.throws(() => take([bundle('18.1')], { release: '../18' }), { code: 'TW_ATTACK_RELEASE' })
})

test('a claimed hash is kept as what a source says, of an object or of the file', () => {
  const claimedHashes = ['AN1132=0E0B6F11260A1B43', 'ffffffffffffffff']

  take([bundle('18.1')], { claimedHashes, source: 'an annotated page' })
  take([bundle('18.1')])

  const index = openRelease(library)
  const object = index.objects.find(({ attackId }) => attackId === 'AN1132')
  assert.deepEqual(object?.claimed, { hash: '0e0b6f11260a1b43', by: 'an annotated page' })
  assert.deepEqual(index.files[0]?.claimed, { hash: 'ffffffffffffffff', by: 'an annotated page' })
  assert.notEqual(object?.sha256, object?.claimed?.hash)
  for (const wrong of ['AN4711=0e0b6f11260a1b43', 'short', 'AN1132='])
    assert.throws(() => take([bundle('18.1')], { claimedHashes: [wrong] }), { code: 'TW_ATTACK_CLAIM' })
  assert.throws(() => take([SINGLE], { release: '18.0', claimedHashes: ['0e0b6f11260a1b43'] }), {
    code: 'TW_ATTACK_CLAIM',
  })
})

test('an import that fails leaves the library as it was', () => {
  take([bundle('18.1')])
  const before = everything()
  const folder = join(root, `broken-${count}`)
  cpSync(SINGLE, folder, { recursive: true })
  writeFileSync(join(folder, 'z.json'), '{"type":"bundle","objects":[')

  assert.throws(() => take([folder], { release: '18.1' }), { code: 'TW_ATTACK_BUNDLE' })
  assert.throws(() => take([join(folder, 'absent')]), { code: 'TW_ATTACK_PATH' })

  assert.deepEqual(everything(), before)
})

test('more than an import may hold is refused before it is read', () => {
  const large = join(root, 'large.json')
  writeFileSync(large, '')
  truncateSync(large, 256 * 1024 * 1024 + 1)

  assert.throws(() => take([large]), { code: 'TW_ATTACK_TOO_LARGE' })
})

test('bytes that changed since the import are never shown as what was imported', () => {
  const { sha256 } = take([bundle('18.1')])
  const path = packPath(library, sha256)
  writeFileSync(path, readFileSync(path, 'utf8').replace('Analytic 1132', 'Analytic 1133'))
  const index = openRelease(library)
  const object = index.objects.find(({ attackId }) => attackId === 'AN1132')
  assert.ok(object)

  assert.throws(() => readObjectBytes(library, index, object), { code: 'TW_ATTACK_CHANGED' })
  take([bundle('18.1')])
  assert.ok(readObjectBytes(library, index, object).includes('Analytic 1132'))
})

test('an index that is none, and a folder that cannot be one, are said', () => {
  take([bundle('18.1')])
  writeFileSync(join(library, 'releases', '18.1.json'), '{}')
  assert.throws(() => openRelease(library), { code: 'TW_ATTACK_LIBRARY' })
  assert.throws(() => openRelease(library, '17.0'), { code: 'TW_ATTACK_RELEASE_UNKNOWN' })
  assert.throws(() => openRelease(join(library, 'empty')), { code: 'TW_ATTACK_NOTHING_IMPORTED' })
  assert.throws(() => take([bundle('18.0')], { library: bundle('18.0') }), { code: 'TW_ATTACK_LIBRARY' })
})

test('the library is where it was named, or in the home of the user', () => {
  assert.equal(libraryFolder('/a', { TAPWARDEN_HOME: '/b' }), '/a')
  assert.equal(libraryFolder(undefined, { TAPWARDEN_HOME: '/b', XDG_DATA_HOME: '/c' }), '/b/attack')
  assert.equal(libraryFolder(undefined, { XDG_DATA_HOME: '/c' }), '/c/tapwarden/attack')
  assert.match(libraryFolder(undefined, { XDG_DATA_HOME: 'relative' }), /\.local\/share\/tapwarden\/attack$/)
})
