/** Writes down what a person did to a finding, with the claim that the person saw. */
import type { Finding } from '../../../findings/finding.ts'
import { canonicalJson } from '../../../kit/canonical-json.ts'
import { parseInstant } from '../../../kit/instant.ts'
import type { Act } from '../../../store/contract.ts'
import { badTime } from '../../evidence/errors.ts'
import type { EvidenceOptions } from '../../evidence/gather-evidence.ts'
import { openStore } from '../../evidence/open-store.ts'
import { scanPaths } from '../../scan.ts'
import { findFinding } from '../find-finding.ts'
import { actInThePast, actWithoutReason, actWithoutStore } from './errors.ts'

/** What is done, by whom and why. `until` and `reason` as typed. */
export interface ActRequest {
  readonly finding: string
  readonly does: Act['does']
  readonly by: string
  readonly reason: string
  readonly until?: string | undefined
}

/** The act as it was kept, and the finding it was made upon. */
export interface RecordedAct {
  readonly act: Act
  readonly finding: Finding
}

/**
 * Assesses what the store holds (and any paths given), finds the one finding and keeps the act. It is dated with the moment
 * the answer is for, so that it stands in the same time as the finding. Throws `TW_ACT_STORE`, `TW_ACT_REASON`,
 * `TW_ACT_UNTIL`, `TW_FINDING_UNKNOWN`.
 */
export async function recordAct(request: ActRequest, options: EvidenceOptions): Promise<RecordedAct> {
  const { store: location } = options
  if (location === undefined) throw actWithoutStore(request.does)
  if (request.reason.trim() === '' || request.by.trim() === '') throw actWithoutReason(request.does)
  const { assessment, evidence } = await scanPaths(options)
  const finding = findFinding(assessment.findings, request.finding)
  const until = request.until === undefined ? undefined : readUntil(request.until, evidence.now)
  const act: Act = {
    finding: finding.id,
    at: evidence.now,
    by: request.by,
    does: request.does,
    ...(until === undefined ? {} : { until }),
    reason: request.reason,
    claim: canonicalJson({ ...finding.claim }),
  }
  const store = await openStore(location)
  try {
    await store.putAct(act)
  } finally {
    await store.close()
  }
  return { act, finding }
}

function readUntil(text: string, now: string): string {
  const until = parseInstant(text)
  if (until === undefined) throw badTime('--until', text)
  if (until <= now) throw actInThePast(until, now)
  return until
}
