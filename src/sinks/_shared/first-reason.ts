/** Which of its reasons a finding goes by, where a format has room for one rule. */
import type { Finding } from '../../findings/finding.ts'

/** The detection that speaks for a verdict, where it gave one of the reasons. */
const SPEAKS_FOR: Readonly<Partial<Record<Finding['verdict'], string>>> = {
  unapproved: 'session-not-approved',
  'exceeds-approval': 'exceeds-approval',
  expired: 'approval-expired',
  attempted: 'attempt-denied',
}

/** Asked of every set-up; an approved one has passed it. */
const ALWAYS_ASKED = 'session-not-approved'

/** The id of the detection that says most of the verdict, else of the first that spoke. */
export function firstDetection({ verdict, reasons }: Pick<Finding, 'verdict' | 'reasons'>): string {
  const [first, ...others] = reasonIds({ reasons })
  const speaker = SPEAKS_FOR[verdict]
  return speaker !== undefined && others.includes(speaker) ? speaker : (first ?? ALWAYS_ASKED)
}

/** Ids of the detections that gave reasons, each once, in the order of the finding. */
export function reasonIds({ reasons }: Pick<Finding, 'reasons'>): readonly string[] {
  return [...new Set(reasons.map(({ detection }) => detection))]
}
