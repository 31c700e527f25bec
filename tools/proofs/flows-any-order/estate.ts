/** The example estate, of which only the captures are read again for each answer. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { toScanReport } from '../../../src/app/answers/scan-report.ts'
import { type Evidence, gatherEvidence } from '../../../src/app/evidence/gather-evidence.ts'
import { scanPaths } from '../../../src/app/scan.ts'
import type { Fact } from '../../../src/facts/fact.ts'
import { mergeFacts } from '../../../src/facts/merge-facts.ts'
import type { Finding } from '../../../src/findings/finding.ts'
import type { CapturedFrame } from '../../../src/flows/_testing/captures.ts'
import { assessFacts } from '../_shared/assess-paths.ts'
import { packetsOf } from '../_shared/captures.ts'
import { ROOT } from '../_shared/command.ts'

const FOLDER = join(ROOT, 'examples', 'estate')
const FLOWS = join(FOLDER, 'flows')
const HOW = { inventory: join(FOLDER, 'inventory'), at: '2026-11-16T09:00:00Z' }

/** What is said of one filing. */
export interface Answer {
  /** What `scan --json` prints. */
  readonly report: string
  readonly findings: readonly Finding[]
  /** Of the captures alone. */
  readonly facts: readonly Fact[]
  /** Records, samples and packets that were read. */
  readonly rows: number
}

/** The estate with everything but its captures read. */
export interface Estate {
  /** Packets of all its captures. */
  readonly packets: readonly CapturedFrame[]
  /** The answer with the captures of a folder in place of its own. */
  answerWith(captures: string): Promise<Answer>
}

/** What `scan --json` prints of the estate as it is filed. */
export async function reportOfEstate(): Promise<string> {
  return JSON.stringify(toScanReport(await scanPaths({ paths: [FOLDER] })), null, 2)
}

/** Reads what stays as it is. */
export async function openEstate(): Promise<Estate> {
  const isCapture = (file: string): boolean => file.endsWith('.pcap')
  const [files, parts] = [readdirSync(FLOWS), readdirSync(FOLDER)]
  const kept = parts.filter((part) => !['flows', 'inventory', 'manifest.yaml', 'README.md'].includes(part))
  const paths = [
    ...kept.map((part) => join(FOLDER, part)),
    ...files.filter((file) => !isCapture(file)).map((file) => join(FLOWS, file)),
  ]
  const rest = await gatherEvidence({ paths, ...HOW })
  return {
    packets: files.filter(isCapture).flatMap((file) => packetsOf(join(FLOWS, file))),
    answerWith: async (captures) => answer(await gatherEvidence({ paths: [captures], ...HOW }), rest.facts),
  }
}

/** As a store holds them, facts of both are united by their ids. */
function answer(read: Evidence, rest: readonly Fact[]): Answer {
  const byId = new Map(rest.map((fact) => [fact.id, fact]))
  for (const fact of read.facts) byId.set(fact.id, mergeFacts(byId.get(fact.id) ?? fact, fact))
  const facts = [...byId.values()]
  const assessment = assessFacts(read, facts)
  const report = toScanReport({ evidence: { ...read, facts }, assessment })
  const rows = read.reading.inputs.reduce(
    (sum, { flows }) => sum + (flows === undefined ? 0 : flows.kept + flows.dropped),
    0,
  )
  return { report: JSON.stringify(report, null, 2), findings: assessment.findings, facts: read.facts, rows }
}
