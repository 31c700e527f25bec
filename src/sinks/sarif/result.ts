/** One finding as one result. */
import type { Finding } from '../../findings/finding.ts'
import type { ReportedAct } from '../../findings/report/report.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { sha256Hex } from '../../kit/hash.ts'
import { firstDetection, reasonIds } from '../_shared/first-reason.ts'
import { locationsOf } from './locations.ts'
import { plainMessage } from './message.ts'

/** A result object. @source SARIF 2.1.0, 3.27 */
export interface SarifResult {
  readonly ruleId: string
  readonly [member: string]: unknown
}

/** @source SARIF 2.1.0, 3.27.10 */
const LEVELS: Readonly<Record<Finding['severity'], 'note' | 'warning' | 'error'>> = {
  info: 'note',
  low: 'note',
  medium: 'warning',
  high: 'error',
  critical: 'error',
}

/** An approved copy passed the question it was asked; what is passed has no level. */
export function resultOf(finding: Finding, act: ReportedAct | undefined): SarifResult {
  const { id, sentence, severity, verdict, claim } = finding
  return {
    ruleId: firstDetection(finding),
    ...(verdict === 'approved' ? { kind: 'pass', level: 'none' } : { kind: 'fail', level: LEVELS[severity] }),
    message: plainMessage(sentence),
    locations: locationsOf(finding),
    partialFingerprints: { 'finding/v1': id, 'claim/v1': sha256Hex(canonicalJson({ ...claim })) },
    suppressions: suppressionsOf(finding, act),
    properties: propertiesOf(finding),
  }
}

/** What an approval or a person takes off the list; an empty list says that nothing does. @source SARIF 2.1.0, 3.27.23, 3.35 */
function suppressionsOf({ verdict, approval }: Finding, act: ReportedAct | undefined): readonly unknown[] {
  const accepted = (justification: string) => ({ kind: 'external', status: 'accepted', justification })
  const isSettled = act?.holds === true && (act.does === 'suppress' || act.does === 'resolve')
  return [
    ...(verdict === 'approved' ? [accepted(plainMessage(approval.answer).text)] : []),
    ...(isSettled ? [accepted(plainMessage(`${act.does} by ${act.by}: ${act.reason}`).text)] : []),
  ]
}

function propertiesOf(finding: Finding): Readonly<Record<string, unknown>> {
  const { verdict, conduct, severity, severityBasis, confidence, status, subject, attack, since, until } = finding
  return {
    verdict,
    conduct,
    severity,
    severityBasis,
    confidence,
    status,
    subject,
    session: finding.session.name,
    since,
    until,
    case: finding.case,
    detections: reasonIds(finding),
    attack,
  }
}
