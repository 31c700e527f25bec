/** The same evidence in any order, cut and number of copies gives the same bytes of output. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { seededRandom } from './_shared/random.ts'
import { fileEvidence } from './any-order/file-evidence.ts'
import { cutEstate, type Units } from './any-order/units.ts'
import type { Proof } from './contract.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const ESTATE = join(ROOT, 'examples', 'estate')
const AT = '2026-11-16T09:00:00Z'
const run = promisify(execFile)

/** Runs the installed command and returns what it printed; findings are no failure. */
async function scan(args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [join(ROOT, 'dist', 'cli.js'), 'scan', ...args, '--json'], {
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout
}

/** One filing: read at once, or part by part into a store with a new process for each part. */
async function scanFiled(units: Units, seed: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tapwarden-order-'))
  const random = seededRandom(seed)
  try {
    const evidence = join(folder, 'evidence')
    fileEvidence(units, evidence, random)
    const options = ['--inventory', join(ESTATE, 'inventory'), '--at', AT]
    if (random() < 0.7) return await scan([evidence, ...options])
    return await scanInParts(
      readdirSync(evidence).map((part) => join(evidence, part)),
      [...options, '--store', join(folder, 'facts.db')],
      random() < 0.5,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function scanInParts(parts: readonly string[], options: readonly string[], reversed: boolean): Promise<string> {
  let last = ''
  for (const part of reversed ? parts.toReversed() : parts) last = await scan([part, ...options])
  return last
}

/** How many filings differ from the first answer; two processes at a time. */
async function countDifferent(units: Units, expected: string, seeds: readonly number[]): Promise<readonly number[]> {
  const different: number[] = []
  const waiting = [...seeds]
  const work = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      if ((await scanFiled(units, seed)) !== expected) different.push(seed)
    }
  }
  await Promise.all([work(), work()])
  return different
}

export const proof: Proof = {
  title: 'Evidence permuted, split, concatenated, duplicated and fed over restarts gives byte-identical output',

  async run({ slice, seed }) {
    const filings = slice ? 16 : 1000
    const units = cutEstate(ESTATE)
    const expected = await scan([ESTATE])
    const different = await countDifferent(
      units,
      expected,
      Array.from({ length: filings }, (_, index) => seed * 100_000 + index),
    )
    return {
      passed: different.length === 0,
      summary: `${filings - different.length} of ${filings} filings of ${units.configurations.length} configurations, ${units.lines.length} lines and ${units.records.length} audit records gave the same ${expected.length} characters.`,
      figures: {
        filings,
        configurations: units.configurations.length,
        lines: units.lines.length,
        auditRecords: units.records.length,
        outputCharacters: expected.length,
        different: different.length,
      },
      failures: different.slice(0, 10).map((at) => `seed ${at} gave another answer`),
    }
  },
}
