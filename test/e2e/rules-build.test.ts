import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import type { BuiltTarget } from '../../src/app/answers/content/build-content.ts'
import { tapwarden, tapwardenJson } from './_testing/tapwarden.ts'

const folder = mkdtempSync(join(tmpdir(), 'tapwarden-rules-'))
after(() => rmSync(folder, { recursive: true }))
let out = folder
let count = 0
beforeEach(() => {
  count += 1
  out = join(folder, String(count))
})

const build = (...words: readonly string[]): readonly BuiltTarget[] =>
  tapwardenJson<{ built: readonly BuiltTarget[] }>('rules', 'build', ...words, '--out', out).built
const read = (path: string): string => readFileSync(join(out, path), 'utf8')

test('every target is built into a folder of its own, with a page and the list of its files', () => {
  const built = build('all')
  assert.deepEqual(
    built.map(({ target }) => target),
    ['atomic', 'sentinel', 'sigma'],
  )
  for (const { target, files } of built) {
    assert.ok(files.length > 1, target)
    for (const { path } of files) assert.ok(existsSync(join(out, target, path)), path)
    const page = read(join(target, 'README.md'))
    for (const words of [
      'Severity high, confidence medium',
      'False positives:',
      'Tuning:',
      'Data sources:',
      'Related:',
      'References:',
    ])
      assert.ok(page.includes(words), `${target}: ${words}`)
  }
})

test('building again changes nothing, and takes away what is made no more', () => {
  build('atomic')
  const before = readdirSync(out, { recursive: true }).map(String).sort()
  const list = JSON.parse(read('tapwarden-content.json'))
  writeFileSync(join(out, 'OLD.md'), 'old\n')
  list.files['OLD.md'] = 'b7c1c8fe3fdd8a2b7d0ef6e5a2ee6b9e2ff4b1d1c1f3b0c8b3f1a0c4f2b1a0d9'
  writeFileSync(join(out, 'tapwarden-content.json'), JSON.stringify(list))
  build('atomic')
  assert.ok(existsSync(join(out, 'OLD.md')), 'somebody changed it since')
  rmSync(join(out, 'OLD.md'))
  build('atomic')
  assert.deepEqual(readdirSync(out, { recursive: true }).map(String).sort(), before)
})

test('what somebody changed is not written over, and then nothing is written', () => {
  build('atomic')
  const [rule] = readdirSync(out, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.yaml'))
  assert.ok(rule !== undefined)
  writeFileSync(join(out, rule), 'mine: true\n')
  rmSync(join(out, 'README.md'))
  const { status, stderr } = tapwarden(['rules', 'build', 'atomic', '--out', out])
  assert.equal(status, 2)
  assert.match(stderr, /TW_CONTENT_IN_THE_WAY/)
  assert.equal(read(rule), 'mine: true\n')
  assert.ok(!existsSync(join(out, 'README.md')))
})

test('a language that content is not written for is refused by name', () => {
  const { status, stderr } = tapwarden(['rules', 'build', 'cobol', '--out', out])
  assert.equal(status, 2)
  assert.match(stderr, /TW_CONTENT_TARGET.*cobol[\s\S]*sigma/)
  assert.ok(!existsSync(out))
})

test('with an inventory, what it approves is left out where the target can say all of it', () => {
  const inventory = join(folder, 'inventory.yaml')
  writeFileSync(
    inventory,
    `accounts: [{ id: '111122223333', provider: aws }]
approvals:
  - id: APR-1
    scope: { account: '111122223333', region: eu-west-1 }
    destinations: [{ resource: tmt-0a1b2c3d4e5f60718 }]
    purpose: ids-ndr
    owner: soc
    validFrom: 2026-01-01
  - id: APR-3
    scope: { account: '111122223333' }
    destinations: [{ resource: tmt-0a1b2c3d4e5f60719 }]
    purpose: ids-ndr
    owner: soc
    validFrom: 2026-01-01
  - id: APR-2
    scope: { account: '111122223333' }
    sources: [eni-0a1b2c3d4e5f60718]
    purpose: ids-ndr
    owner: soc
    validFrom: 2026-01-01
`,
  )
  const built = build('all', '--inventory', inventory)
  const filters = readdirSync(join(out, 'sigma', 'filters'))
  assert.deepEqual(filters, ['mf_aws_cloudtrail_apr_1.yml', 'mf_aws_cloudtrail_apr_3.yml'])
  const filter = read(join('sigma', 'filters', 'mf_aws_cloudtrail_apr_1.yml'))
  for (const words of ['111122223333', 'eu-west-1', 'tmt-0a1b2c3d4e5f60718']) assert.ok(filter.includes(words), words)
  const because = built
    .flatMap(({ target, limits }) => (target === 'sigma' ? limits : []))
    .map((limit) => limit.because)
  assert.ok(because.some((text) => /APR-2 is no filter: one record does not show whether "sources" holds/.test(text)))
  const watchlist = readdirSync(join(out, 'sentinel'), { recursive: true })
    .map(String)
    .find((path) => path.endsWith('.csv'))
  assert.ok(watchlist !== undefined && read(join('sentinel', watchlist)).includes('APR-3'))
})
