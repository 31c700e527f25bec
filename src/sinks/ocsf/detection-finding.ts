/** One finding as a Detection Finding, class 2004. */

import { ATTACK_NOTICE } from '../../facts/attack/techniques.data.ts'
import type { Finding } from '../../findings/finding.ts'
import type { ReportedAct, ScanReport } from '../../findings/report/report.ts'
import type { SinkContext } from '../contract.ts'
import { affected, realmOf, resourcesOf, type Subjected } from './affected.ts'
import { DETECTION_FINDING, eventHead, filled, numbered, type OcsfObject, timestamp } from './event.ts'
import { evidencesOf } from './evidences.ts'
import { attacksOf, findingInfo } from './finding-info.ts'
import { observablesOf } from './observables.ts'
import { type ACTIVITIES, CONFIDENCES, OUTCOMES, SEVERITIES, STATUSES, VERDICTS } from './words.data.ts'

/** The event of one finding of a report. */
export function detectionFinding(finding: Finding, report: ScanReport, context: SinkContext): OcsfObject {
  const { at, coverage, acts } = report
  const kind = coverage.find(({ subject }) => subject === finding.subject)?.kind ?? 'device'
  const subjected: Subjected = { finding, kind }
  const act = acts.find((one) => one.finding === finding.id && one.holds)
  return {
    ...eventHead({
      class: DETECTION_FINDING,
      activity: activityOf(finding, report, act),
      uid: finding.id,
      at,
      profiles: ['incident', 'security_control', ...(kind === 'account' ? ['cloud'] : [])],
      tenant: realmOf(finding),
      version: context.version,
    }),
    start_time: timestamp(finding.since),
    end_time: timestamp(finding.until),
    message: finding.sentence,
    ...gradesOf(finding, act),
    comment: act?.reason,
    finding_info: findingInfo(finding, context),
    ...affected(subjected),
    resources: resourcesOf(finding),
    evidences: evidencesOf(subjected),
    observables: observablesOf(subjected),
    tickets: ticketsOf(finding),
    remediation: remediationOf(finding),
    unmapped: unmappedOf(finding),
  }
}

/** A copy that ended is not thereby settled: only a person closes a finding. */
function activityOf(
  { id }: Finding,
  { newSinceLastScan }: ScanReport,
  act: ReportedAct | undefined,
): keyof typeof ACTIVITIES {
  if (act?.does === 'resolve') return 'close'
  return newSinceLastScan?.includes(id) === false ? 'update' : 'create'
}

function gradesOf({ verdict, severity, confidence, status }: Finding, act: ReportedAct | undefined): OcsfObject {
  const isApproved = verdict === 'approved'
  const isSettled = act?.does === 'suppress' || act?.does === 'resolve'
  const { action, disposition } = isApproved ? OUTCOMES.allowed : OUTCOMES.observed
  return {
    ...numbered('severity', isApproved ? SEVERITIES.info : SEVERITIES[severity]),
    ...numbered('confidence', CONFIDENCES[confidence.existence]),
    confidence_score: confidence.existenceScore,
    ...numbered('verdict', VERDICTS[verdict]),
    ...numbered('status', STATUSES[act?.does ?? (isApproved ? 'approved' : 'none')]),
    status_detail: status,
    ...numbered('action', action),
    ...numbered('disposition', disposition),
    is_alert: !isApproved && !isSettled,
  }
}

/** The ticket that permits it, and those that its acts name. */
function ticketsOf({ ticket, tickets }: Finding): readonly OcsfObject[] | undefined {
  const isListed = tickets.some(({ number }) => number === ticket)
  const numbers = [
    ...(ticket === null || isListed ? [] : [{ uid: ticket }]),
    ...tickets.map(({ number, state }) => ({ uid: number, status: state })),
  ]
  return filled(numbers)
}

function remediationOf({ playbook }: Finding): OcsfObject | undefined {
  if (playbook.length === 0) return undefined
  const steps = playbook.map(({ stage, text, commands }) => [`${stage}: ${text}`, ...commands].join('\n  '))
  return { desc: steps.join('\n') }
}

/** All of the machine result that has no place of its own; records are named by their ids. */
function unmappedOf(finding: Finding): OcsfObject {
  const { id: _id, sentence: _sentence, evidence: _evidence, playbook: _playbook, reasons, ...rest } = finding
  return {
    ...rest,
    reasons: reasons.map(({ evidence, ...said }) => ({ ...said, evidence: evidence.map(({ fact }) => fact) })),
    attackNotice: attacksOf(finding) === undefined ? undefined : ATTACK_NOTICE,
  }
}
