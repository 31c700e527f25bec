/** Secrets planted in evidence of every kind come out of no command and are not in what the store keeps. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { ScanReport } from '../../src/findings/report/report.ts'
import { tapwarden } from '../e2e/_testing/tapwarden.ts'
import { CANARY_INPUTS } from './canaries.data.ts'

const folder = mkdtempSync(join(tmpdir(), 'tapwarden-canaries-'))
after(() => rmSync(folder, { recursive: true }))
const evidence = mkdtempSync(join(folder, 'evidence-'))
const store = join(mkdtempSync(join(folder, 'store-')), 'facts.db')
const MIN_CANARIES = 50

let planted = 0
for (const [name, text] of Object.entries(CANARY_INPUTS)) {
  const seeded = text.replaceAll('@@', () => `CANARY${String(++planted).padStart(3, '0')}xQ7vT2mZ9`)
  writeFileSync(join(evidence, name), seeded)
  if (name.endsWith('.log')) writeFileSync(join(evidence, `siem-${name}.json`), wrapped(seeded))
}

/** How a search head exports its results. */
function wrapped(text: string): string {
  const lines = text.trimEnd().split('\n')
  return lines.map((_raw) => `${JSON.stringify({ preview: false, result: { _raw } })}\n`).join('')
}

test('enough secrets are planted', () => {
  assert.ok(planted >= MIN_CANARIES, String(planted))
})

test('no answer shows a secret, and no file of the store holds one', () => {
  const scanned = run('scan', evidence, '--json', '--locations', '--store', store)
  const { findings }: ScanReport = JSON.parse(scanned)
  assert.ok(findings.length > 0)
  run('scan', evidence, '--locations')
  run('timeline', evidence, '--json')
  run('sessions', evidence, '--json')
  for (const { id } of findings.slice(0, 3)) run('explain', id, evidence)
  for (const name of readdirSync(join(store, '..'))) leaksNothing(readFileSync(join(store, '..', name), 'latin1'), name)
})

for (const [name, text] of Object.entries(CANARY_INPUTS)) {
  test(`trace shows no secret of ${name}`, () => {
    const line = text.split('\n').findIndex((one) => one.includes('@@')) + 1
    run('trace', `${join(evidence, name)}:${line}`)
  })
}

function run(...parameters: readonly string[]): string {
  const { stdout, stderr, status } = tapwarden(parameters)
  // Some of what is planted cannot be read, which is said with status 2.
  assert.ok(status === 0 || status === 2, `${parameters.join(' ')}: ${stderr}`)
  leaksNothing(stdout + stderr, parameters.join(' '))
  return stdout
}

function leaksNothing(said: string, where: string): void {
  const leaks = said
    .split('\n')
    .flatMap((line) => [...line.matchAll(/.{0,160}CANARY\d{3}.{0,40}/g)].map(([leak]) => leak))
  assert.deepEqual(leaks.slice(0, 20), [], where)
}
