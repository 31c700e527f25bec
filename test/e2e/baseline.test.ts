import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { parse } from 'yaml'
import type { ScanReport } from '../../src/findings/report/report.ts'
import { tapwarden, tapwardenJson } from './_testing/tapwarden.ts'

const estate = 'examples/estate'
const out = mkdtempSync(join(tmpdir(), 'tapwarden-baseline-'))
after(() => rmSync(out, { recursive: true }))

test('what baseline proposes is YAML, unreviewed, and never leads outside', () => {
  const { status, stdout, stderr } = tapwarden(['baseline', 'propose', estate])
  assert.equal(status, 0)
  const { approvals } = parse(stdout)
  assert.ok(approvals.length > 0)
  assert.ok(approvals.every(({ reviewed }: { readonly reviewed?: boolean }) => reviewed === false))
  assert.doesNotMatch(stdout, /198\.51\.100\.200|444455556666|tmt-0f9e8d7c6b5a40312/)
  assert.match(stderr, /review\.yaml/)
})

test('a proposal approves nothing before it is reviewed; what leads outside waits in a file of its own', () => {
  assert.equal(tapwarden(['baseline', 'propose', estate, '--out', out]).status, 0)
  const review = readFileSync(join(out, 'review.yaml'), 'utf8')
  assert.match(review, /198\.51\.100\.200/)
  assert.match(review, /tmt-0f9e8d7c6b5a40312/)
  const { findings } = tapwardenJson<ScanReport>('scan', estate, '--inventory', join(out, 'proposal.yaml'))
  assert.ok(findings.length > 0)
  assert.deepEqual(
    findings.filter(({ verdict }) => verdict === 'approved'),
    [],
  )
})
