/** The main job: read evidence, assess it. */
import { assess } from '../engine/assess.ts'
import type { Assessment } from '../engine/contract.ts'
import { type Evidence, type EvidenceOptions, gatherEvidence } from './gather-evidence.ts'
import { assessmentParts } from './plug-ins.ts'

/** What to read, and how much to say about where it was found. */
export interface ScanOptions extends EvidenceOptions {
  /** Puts path and line into every piece of evidence. */
  readonly withPlaces?: boolean | undefined
}

/** What was read and what it means. */
export interface ScanOutcome {
  readonly evidence: Evidence
  readonly assessment: Assessment
}

/** Reads all paths and assesses what they say. Throws `TapwardenError` for operator mistakes only. */
export async function scanPaths(options: ScanOptions): Promise<ScanOutcome> {
  const evidence = await gatherEvidence(options)
  const { facts, inventory, now, reading } = evidence
  const input = { facts, inventory, now, coverageBasis: reading.coverage, withPlaces: options.withPlaces === true }
  return { evidence, assessment: assess(input, assessmentParts()) }
}
