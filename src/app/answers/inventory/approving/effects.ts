/** What an approval would change, tried over the same facts before anything is written. */
import { VERDICTS } from '../../../../detections/contract.ts'
import { assess } from '../../../../engine/assess.ts'
import { type Finding, SEVERITIES } from '../../../../findings/finding.ts'
import type { Inventory } from '../../../../inventory/inventory.ts'
import { assessmentParts } from '../../../plug-ins.ts'
import type { ScanOutcome } from '../../../scan.ts'

/** One finding before and after; null where it would be told by another finding. */
export interface VerdictChange {
  readonly finding: string
  readonly before: Pick<Finding, 'verdict' | 'severity' | 'sentence'>
  readonly after: Pick<Finding, 'verdict' | 'severity' | 'sentence'> | null
}

/** All changes of verdict and severity, in the order of the findings. */
export interface ApprovalEffects {
  /** The findings that were to be approved. */
  readonly wanted: readonly VerdictChange[]
  /** Others whose verdict would weigh less, or that would vanish. */
  readonly silenced: readonly VerdictChange[]
  /** Others whose verdict would weigh more: a first approval makes a device one that approvals are asked about. */
  readonly sharpened: readonly VerdictChange[]
  /** Others with the same verdict that would be graded lower: their destination would be known. */
  readonly gradedLower: readonly VerdictChange[]
}

/** Assesses the same facts with another inventory. `wanted` are ids of findings. */
export function tryInventory(
  { evidence, assessment }: ScanOutcome,
  inventory: Inventory,
  wanted: ReadonlySet<string>,
): ApprovalEffects {
  const { facts, now, coverageBasis } = evidence
  const after = assess({ facts, inventory, now, coverageBasis, withPlaces: false }, assessmentParts()).findings
  const afterById = new Map(after.map((finding) => [finding.id, finding]))
  const changes = assessment.findings.map((finding) => toChange(finding, afterById.get(finding.id)))
  const others = changes.filter(({ finding }) => !wanted.has(finding))
  return {
    wanted: changes.filter(({ finding }) => wanted.has(finding)),
    silenced: others.filter((change) => verdictStep(change) > 0),
    sharpened: others.filter((change) => verdictStep(change) < 0),
    gradedLower: others.filter((change) => verdictStep(change) === 0 && severityStep(change) < 0),
  }
}

function toChange(before: Finding, after: Finding | undefined): VerdictChange {
  return { finding: before.id, before: shorten(before), after: after === undefined ? null : shorten(after) }
}

function shorten({ verdict, severity, sentence }: Finding): VerdictChange['before'] {
  return { verdict, severity, sentence }
}

/** Above 0: the verdict weighs less than before. */
function verdictStep({ before, after }: VerdictChange): number {
  return after === null ? 1 : VERDICTS.indexOf(after.verdict) - VERDICTS.indexOf(before.verdict)
}

function severityStep({ before, after }: VerdictChange): number {
  return after === null ? 0 : SEVERITIES.indexOf(after.severity) - SEVERITIES.indexOf(before.severity)
}
