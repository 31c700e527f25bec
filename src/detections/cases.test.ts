/**
 * Every detection against its own cases: evidence in, through the whole pipeline, exactly these findings and statements out.
 * A case is a folder `cases/fires-…` or `cases/silent-…`; adding one adds no code. Only the detection of the folder is asked,
 * so that a new detection changes nobody else's cases. `TAPWARDEN_UPDATE_CASES=1` writes `expected.json`, to be reviewed like code.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import { z } from 'zod'
import { gatherEvidence } from '../app/evidence/gather-evidence.ts'
import { assessmentParts, detections } from '../app/plug-ins.ts'
import { assess } from '../engine/assess.ts'
import { Trust } from '../facts/schema-parts.ts'
import type { Finding } from '../findings/finding.ts'
import type { Detection } from './contract.ts'

const HEADINGS = ['What it sees', 'What it misses', 'False positives', 'Triage', 'Tuning']
const Case = z.strictObject({ shows: z.string().min(1), at: z.string(), trust: Trust.optional() })

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map(({ name }) => name)

it('every folder is a detection of the same name', () => {
  assert.deepEqual(
    detections.map(({ id }) => id),
    folders.toSorted(),
  )
})

for (const detection of detections) {
  describe(detection.id, () => {
    const folder = join(import.meta.dirname, detection.id)
    const cases = existsSync(join(folder, 'cases')) ? readdirSync(join(folder, 'cases')).sort() : []

    it('can be read by a stranger', () => checkPage(detection, readFileSync(join(folder, 'README.md'), 'utf8')))

    it('has cases in which it speaks and in which it is silent', () => {
      for (const kind of ['fires-', 'silent-'])
        assert.ok(
          cases.some((name) => name.startsWith(kind)),
          kind,
        )
      for (const name of cases) assert.match(name, /^(fires|silent)-/)
    })

    for (const name of cases)
      it(name, () => checkCase(detection, join(folder, 'cases', name), name.startsWith('fires-')))
  })
}

function checkPage({ title, question, attack }: Detection, page: string): void {
  assert.equal(page.split('\n')[0], `# ${title}`)
  assert.deepEqual(
    [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
    HEADINGS,
  )
  assert.match(question, /^[A-Z].*\?$/)
  assert.ok(attack.length > 0)
  for (const id of attack) assert.match(id, /^(T\d{4}(\.\d{3})?|DET\d{4}|AN\d{4})$/)
}

async function checkCase(detection: Detection, folder: string, shouldSpeak: boolean): Promise<void> {
  const found = (await runCase(detection, folder)).map(toOutcome)
  const expectation = join(folder, 'expected.json')

  if (process.env['TAPWARDEN_UPDATE_CASES'] !== undefined)
    writeFileSync(expectation, `${JSON.stringify(found, null, 2)}\n`)
  assert.deepEqual(found, JSON.parse(readFileSync(expectation, 'utf8')))
  // A case without a finding shows nothing: the evidence may not even have been read.
  assert.ok(found.length > 0, 'no finding at all')
  assert.equal(
    found.some(({ statements }) => statements.length > 0),
    shouldSpeak,
  )
  for (const { statements } of found) statements.forEach(checkVoice)
  assert.match(readFileSync(join(folder, 'origin.yaml'), 'utf8'), /^origin: .+\nlicence: .+\n/)
}

async function runCase(detection: Detection, folder: string): Promise<readonly Finding[]> {
  const { at, trust } = Case.parse(parse(readFileSync(join(folder, 'case.yaml'), 'utf8')))
  const inventory = join(folder, 'inventory.yaml')
  const evidence = await gatherEvidence({ paths: [join(folder, 'evidence')], inventory, at, trust })
  assert.deepEqual(evidence.inputFailures, [])
  const { facts, now, coverageBasis } = evidence
  const input = { facts, inventory: evidence.inventory, now, coverageBasis, withPlaces: false }
  return assess(input, { ...assessmentParts(), detections: [detection] }).findings
}

function toOutcome({ subject, setup, verdict, reasons }: Finding) {
  for (const { evidence } of reasons) assert.ok(evidence.length > 0, 'a reason without evidence')
  return { subject, setup: setup.address.id, verdict, statements: reasons.map(({ statement }) => statement) }
}

/** Whole sentences, absolute times in words, nothing about anybody's intent. */
function checkVoice(statement: string): void {
  assert.match(statement, /^[A-Z0-9].*\.$/)
  assert.doesNotMatch(statement, /attack|breach|compromis|malicious|\bago\b|yesterday|today|undefined|\dT\d\d:/i)
}
