/** What never changes is read once in its life, and nobody can tell from the findings. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { toScanReport } from '../answers/scan-report.ts'
import { type ScanOutcome, scanPaths } from '../scan.ts'

const paths = [join(import.meta.dirname, 'fixtures', 'configurations.bundle')]
const at = '2026-11-15T00:00:00Z'

let folder = ''
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapwarden-read-once-'))
})
after(() => rmSync(folder, { recursive: true }))

const findings = (outcome: ScanOutcome): string => JSON.stringify(toScanReport(outcome).findings)

it('a repository scanned again into a store is not opened again, and gives the same findings', async () => {
  const store = join(folder, 'facts.db')

  const plain = await scanPaths({ paths, at })
  const first = await scanPaths({ paths, at, store })
  const again = await scanPaths({ paths, at, store })

  assert.ok(plain.assessment.findings.length > 0)
  assert.deepEqual([first.evidence.reading.inputs.length, first.evidence.reading.unchanged], [4, 0])
  assert.deepEqual([again.evidence.reading.inputs.length, again.evidence.reading.unchanged], [0, 4])
  assert.equal(findings(first), findings(plain))
  assert.equal(findings(again), findings(plain))
})
