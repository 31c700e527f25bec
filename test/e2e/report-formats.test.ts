/** One result in every format: printed, written to a file, and made of the machine result afterwards. */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createColors } from 'picocolors'
import { CONVERTED_FORMATS } from '../../src/app/answers/report/render-report.ts'
import { main } from '../../src/cli/main.ts'
import { printable } from '../../src/cli/printable.ts'
import { project, tapwarden } from './_testing/tapwarden.ts'

const folder = mkdtempSync(join(tmpdir(), 'tapwarden-formats-'))
const CASE = join(project, 'src/detections/session-repointed/cases/fires-collector-replaced')
const SCAN = ['scan', join(CASE, 'evidence'), '--inventory', join(CASE, 'inventory.yaml'), '--at', '2026-11-16']

/** The command in this process: the formats are many, and starting it takes longer than the work. */
async function run(...words: readonly string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' }
  const status = await main(words, {
    out: (text) => {
      said.stdout += printable(text.endsWith('\n') ? text : `${text}\n`)
    },
    say: (text) => {
      said.stderr += text
    },
    watched: false,
    widthColumns: 120,
    colors: createColors(false),
  })
  return { status, ...said }
}

test('json is the machine result, with and without places', async () => {
  for (const more of [[], ['--locations']]) {
    const { stdout } = await run(...SCAN, ...more, '--format', 'json')
    assert.equal(stdout, (await run(...SCAN, ...more, '--json')).stdout)
    assert.equal(JSON.parse(stdout).findings.length, 1)
  }
})

test('every format is the same printed, in a file, and converted', async () => {
  const master = join(folder, 'master.json')
  writeFileSync(master, (await run(...SCAN, '--locations', '--json')).stdout)
  assert.ok(CONVERTED_FORMATS.length >= 3)
  for (const format of CONVERTED_FORMATS) {
    const file = join(folder, `${format}.out`)
    const printed = await run(...SCAN, '--locations', '--format', format)
    const written = await run(...SCAN, '--locations', '--format', format, '--out', file)
    const converted = await run('convert', master, '--to', format)
    assert.deepEqual([printed.status, written.status, converted.status], [0, 0, 0], converted.stderr)
    assert.equal(written.stdout, '')
    assert.match(written.stderr, /Wrote .*: 1 finding as/)
    assert.equal(readFileSync(file, 'utf8'), printed.stdout, format)
    assert.equal(converted.stdout, printed.stdout, format)
  }
})

test('what cannot be written is refused before anything is read', async () => {
  const file = join(folder, 'master.json')
  assert.match((await run(...SCAN, '--json', '--out', file)).stderr, /^TW_REPORT_EXISTS/)
  assert.match((await run(...SCAN, '--out', file)).stderr, /^TW_REPORT_FORMAT/)
  assert.equal((await run(...SCAN, '--json', '--format', 'csv')).status, 2)
  assert.equal((await run('convert', file)).status, 2)
})

test('the program prints the same bytes, from a file and from standard input', async () => {
  const { stdout } = await run(...SCAN, '--format', 'csv')
  assert.equal(tapwarden([...SCAN, '--format', 'csv']).stdout, stdout)
})
