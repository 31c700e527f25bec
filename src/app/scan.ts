/** The main job: read evidence, assess it. */
import { assess } from '../engine/assess.ts'
import type { Assessment } from '../engine/contract.ts'
import type { Finding } from '../findings/finding.ts'
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
  const heardAgain = await gatherEvidence({ ...options, exactCoverage: true, recordRun: false })
  const { previous } = first.evidence
  return assessEvidence({ ...heardAgain, ...(previous === undefined ? {} : { previous }) }, options)
}

/** What was found when the store was last scanned, judged as it was then; undefined where it never was. */
export function assessPrevious({ previous, coverageBasis }: Evidence): readonly Finding[] | undefined {
  if (previous === undefined) return undefined
  const { facts, inventory, now } = previous
  return assess({ facts, inventory, now, coverageBasis, withPlaces: false }, assessmentParts()).findings
}

function assessEvidence(evidence: Evidence, { withPlaces = false }: ScanOptions): ScanOutcome {
  const { facts, inventory, now, coverageBasis } = evidence
  return { evidence, assessment: assess({ facts, inventory, now, coverageBasis, withPlaces }, assessmentParts()) }
}

function restsOnSilence({ timelines }: Assessment): boolean {
  const episodes = timelines.subjects.flatMap(({ setups }) => setups.flatMap((setup) => setup.episodes))
  return episodes.some(({ states }) => states.some(({ unlogged }) => unlogged !== undefined))
}
