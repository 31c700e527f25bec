import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { TapwardenError } from '../../../../kit/errors.ts'
import { scanPaths } from '../../../scan.ts'
import { openSigma } from './run-sigma-rules.ts'

const CASES = join(import.meta.dirname, 'cases')

/** Paths below a case as they are in it, ids of findings by their sentence. */
async function reportOf(folder: string) {
  const sigma = openSigma(join(folder, 'rules'))
  const outcome = await scanPaths({
    paths: [join(folder, 'evidence')],
    at: '2026-11-16T00:00:00Z',
    onRecord: sigma.onRecord,
  })
  const sentences = new Map(outcome.assessment.findings.map(({ id, sentence }) => [id, sentence]))
  return JSON.parse(JSON.stringify(sigma.report(outcome)).replaceAll(`${folder}/`, ''), (key, value) =>
    key === 'findings' ? value.map((id: string) => sentences.get(id)) : value,
  )
}

describe('Sigma rules over evidence', () => {
  for (const name of readdirSync(CASES)) {
    it(`say what ${name} expects`, async () => {
      const expected = JSON.parse(readFileSync(join(CASES, name, 'expected.json'), 'utf8'))

      assert.deepEqual(await reportOf(join(CASES, name)), expected)
    })
  }
})

describe('a path without rules', () => {
  const codeOf = (path: string): string => {
    try {
      openSigma(path)
    } catch (error) {
      if (error instanceof TapwardenError) return error.code
    }
    return 'none'
  }

  it('is refused before anything is read', (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'tapwarden-sigma-'))
    context.after(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'README.md'), 'no rule')

    assert.equal(codeOf(join(folder, 'missing')), 'TW_SIGMA_UNREADABLE')
    assert.equal(codeOf(folder), 'TW_SIGMA_NONE')
  })

  it('is none where one file is no rule: that is a problem of the file', (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'tapwarden-sigma-'))
    context.after(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'big.yml'), `# ${'x'.repeat(1024 * 1024)}`)

    assert.equal(codeOf(folder), 'none')
  })
})
