/** Runs small evidence texts through the real pipeline: files on disk → facts → findings, as `scan` does. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { toScanReport } from '../../../src/app/answers/scan-report.ts'
import { type Evidence, gatherEvidence } from '../../../src/app/evidence/gather-evidence.ts'
import { assessmentParts } from '../../../src/app/plug-ins.ts'
import { assess } from '../../../src/engine/assess.ts'
import type { Fact } from '../../../src/facts/fact.ts'
import type { Trust } from '../../../src/facts/schema-parts.ts'
import type { Finding } from '../../../src/findings/finding.ts'
import type { ScanReport } from '../../../src/findings/report/report.ts'
import { storeAdapters } from '../../../src/store/registry.generated.ts'
import type { Timelines } from '../../../src/timeline/subject-timeline.ts'

/** Texts by path below the scanned folder. */
export type Files = Readonly<Record<string, string>>

/** Inputs that arrive together: one realm, one trust. */
export interface Delivery {
  readonly files: Files
  readonly realm?: string
  readonly trust?: Trust
}

export interface Scenario {
  /** One delivery, or several in the order in which they arrive. */
  readonly evidence: Files | readonly Delivery[]
  /** Inventory YAML. */
  readonly inventory?: string
  /** The moment asked about; the day after the tests' day where absent. */
  readonly at?: string
}

export interface Answer {
  readonly report: ScanReport
  readonly findings: readonly Finding[]
  readonly facts: readonly Fact[]
  readonly timelines: Timelines
  readonly evidence: readonly Evidence[]
}

export const NOW = '2026-11-15T09:00:00.000Z'

/** Reads and assesses a scenario. */
export async function scan(scenario: Scenario): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'tapwarden-rules-'))
  try {
    return await scanIn(folder, scenario)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The one finding of a scenario; fails when there are none or several. */
export async function scanForOne(scenario: Scenario): Promise<Finding> {
  const { findings } = await scan(scenario)
  const [finding] = findings
  if (finding === undefined || findings.length > 1) throw new Error(`expected one finding, got ${tell(findings)}`)
  return finding
}

/** Findings in a few words: what a failing test prints. */
export function tell(findings: readonly Finding[]): string {
  return JSON.stringify(
    findings.map(({ id, verdict, status, sentence }) => [id, verdict, status, sentence]),
    null,
    1,
  )
}

/** All reasons of one detection, as sentences. */
export function statements({ reasons }: Finding, detection: string): readonly string[] {
  return reasons.filter((reason) => reason.detection === detection).map(({ statement }) => statement)
}

async function scanIn(folder: string, { evidence: given, inventory, at = NOW }: Scenario): Promise<Answer> {
  const deliveries: readonly Delivery[] = isDeliveries(given) ? given : [{ files: given }]
  const inventoryPath = join(folder, 'inventory', 'inventory.yaml')
  if (inventory !== undefined) write(inventoryPath, inventory)
  const store = await (await storeAdapters['memory']?.())?.open('')
  if (store === undefined) throw new Error('no memory store')
  const evidence: Evidence[] = []
  for (const [index, { files, realm, trust }] of deliveries.entries()) {
    const below = join(folder, `delivery-${index}`)
    for (const [path, text] of Object.entries(files)) write(join(below, path), text)
    const gathered = await gatherEvidence({
      paths: [below],
      at,
      realm,
      trust,
      ...(inventory === undefined ? {} : { inventory: inventoryPath }),
    })
    await store.putFacts(gathered.facts, at)
    evidence.push(gathered)
  }
  const facts = await store.facts()
  const [first] = evidence
  if (first === undefined) throw new Error('nothing was delivered')
  const question = {
    facts,
    inventory: first.inventory,
    now: first.now,
    coverageBasis: 'exact',
    withPlaces: false,
  } as const
  const assessment = assess(question, assessmentParts())
  const report = toScanReport({ evidence: first, assessment })
  return { report, findings: report.findings, facts, timelines: assessment.timelines, evidence }
}

function isDeliveries(given: Scenario['evidence']): given is readonly Delivery[] {
  return Array.isArray(given)
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
