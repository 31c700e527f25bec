/** The main job: read evidence, assess it. */
import { assess } from '../engine/assess.ts'
import type { Assessment } from '../engine/contract.ts'
import { type Evidence, type EvidenceOptions, gatherEvidence } from './evidence/gather-evidence.ts'
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

/**
 * Reads all paths and assesses what they say. Where an answer rests on a channel having been silent or alive, and channels were
 * only sampled, everything is heard again in full first. Throws `TapwardenError` for operator mistakes only.
 */
export async function scanPaths(options: ScanOptions): Promise<ScanOutcome> {
  const first = assessEvidence(await gatherEvidence(options), options)
  if (first.evidence.coverageBasis === 'exact' || !restsOnSilence(first.assessment)) return first
  return assessEvidence(await gatherEvidence({ ...options, exactCoverage: true }), options)
}

function assessEvidence(evidence: Evidence, { withPlaces = false }: ScanOptions): ScanOutcome {
  const { facts, inventory, now, coverageBasis } = evidence
  return { evidence, assessment: assess({ facts, inventory, now, coverageBasis, withPlaces }, assessmentParts()) }
}

function restsOnSilence({ timelines }: Assessment): boolean {
  const episodes = timelines.subjects.flatMap(({ setups }) => setups.flatMap((setup) => setup.episodes))
  return episodes.some(({ states }) => states.some(({ unlogged }) => unlogged !== undefined))
}
