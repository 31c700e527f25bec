/** The guide of one finding: how to look into it, what to do, what to hunt for, what could be tuned, each with its own values. */
import type { Finding } from '../../../findings/finding.ts'
import { EMPTY_INVENTORY } from '../../../inventory/inventory.ts'
import { DAY_MS } from '../../../kit/durations.ts'
import { type Instant, shiftInstant } from '../../../kit/instant.ts'
import { guides } from '../../plug-ins.ts'
import type { ScanOutcome } from '../../scan.ts'
import { contentInputs } from '../content/content-inputs.ts'
import { findFinding } from '../find-finding.ts'
import { type TuningFigure, tuningFigures } from './tuning-figures.ts'

/** One hunt to go on with: run here, or as rules of another system. */
export interface GuidedHunt {
  readonly behaviour: string
  readonly title: string
  /** Arguments of `tapwarden hunt`. */
  readonly since: Instant
}

/** What the page of one detection says of tuning and of ordinary circumstances. */
export interface GuidedDetection {
  readonly detection: string
  readonly falsePositives: readonly string[]
  readonly tuning: readonly string[]
}

/** Everything about what to do with one finding. `{ finding: {…}, hunts: […], detections: […], figures: […] }` */
export interface FindingGuide {
  readonly finding: Pick<Finding, 'id' | 'sentence' | 'verdict' | 'severity' | 'subject' | 'investigation' | 'playbook'>
  readonly hunts: readonly GuidedHunt[]
  readonly detections: readonly GuidedDetection[]
  /** What turning each knob so that it would leave this finding's circumstances out would do to all findings of the same evidence. */
  readonly figures: readonly TuningFigure[]
}

/** The guide of the finding whose id begins so. Throws `TW_FINDING_…`. */
export function guideFinding(outcome: ScanOutcome, id: string): FindingGuide {
  const finding = findFinding(outcome.assessment.findings, id)
  const spoke = [...new Set(finding.reasons.map(({ detection }) => detection))]
  const { sentence, verdict, severity, subject, investigation, playbook } = finding
  return {
    finding: { id: finding.id, sentence, verdict, severity, subject, investigation, playbook },
    hunts: huntsAfter(finding, spoke, outcome.evidence.now),
    detections: spoke.map((detection) => ({
      detection,
      falsePositives: guides.get(detection)?.falsePositives ?? [],
      tuning: guides.get(detection)?.tuning ?? [],
    })),
    figures: tuningFigures(outcome, finding),
  }
}

/** What a detection that spoke names as related and records of this kind can show, from a day before the copy became what it is. */
function huntsAfter({ since, legs }: Finding, spoke: readonly string[], now: Instant): readonly GuidedHunt[] {
  const { definitions } = contentInputs(EMPTY_INVENTORY)
  const own = definitions.filter(({ id }) => spoke.includes(id))
  const related = new Set(own.flatMap((definition) => [definition.id, ...definition.related]))
  const from = shiftInstant(since ?? now, -DAY_MS)
  const form = legs.audit === 'seen' ? 'json' : 'text'
  return definitions
    .filter(({ id, sources }) => related.has(id) && sources.some(({ source }) => source.form === form))
    .map(({ id, title }) => ({ behaviour: id, title, since: from }))
}
