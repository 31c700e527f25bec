/** What was found, by which detections, and what it is called in ATT&CK. */

import { ATTACK_VERSION, TECHNIQUES } from '../../facts/attack/techniques.data.ts'
import type { Finding } from '../../findings/finding.ts'
import { firstDetection, reasonIds } from '../_shared/first-reason.ts'
import type { DetectionWords, SinkContext } from '../contract.ts'
import { filled, type OcsfObject, timestamp } from './event.ts'
import { recordsOf } from './evidences.ts'

const TITLES: Readonly<Record<Finding['kind'], string>> = {
  mirror: 'Copy of traffic',
  ghost: 'Copy of traffic that no session explains',
  attempt: 'Attempt to copy traffic',
  redirect: 'Traffic led away',
  access: 'Who can copy traffic',
  governance: 'How copies of traffic are governed',
}

/** `finding_info` of a finding. */
export function findingInfo(finding: Finding, { detections }: SinkContext): OcsfObject {
  const { id, kind, subject, verdict, sentence, reasons, since, until, asOf } = finding
  const first = firstDetection(finding)
  const others = reasonIds(finding).filter((detection) => detection !== first)
  const records = recordsOf(finding)
  return {
    uid: id,
    title: `${TITLES[kind]} on ${subject}: ${verdict}`,
    desc: [sentence, ...reasons.map(({ statement }) => statement)].join('\n'),
    types: [kind],
    analytic: analytic(first, detections?.get(first)),
    related_analytics: filled(others.map((detection) => analytic(detection, detections?.get(detection)))),
    attacks: attacksOf(finding),
    first_seen_time: timestamp(since),
    last_seen_time: timestamp(until ?? asOf),
    data_sources: filled([...new Set(records.map(({ leg, dataComponent }) => dataComponent ?? leg))]),
    related_events: filled(
      records.map(({ fact, leg, at }) => ({ uid: fact, type: leg, first_seen_time: timestamp(at) })),
    ),
    related_events_count: records.length,
  }
}

/** Techniques alone: analytics and strategies have no place in OCSF and stand in `unmapped`. */
export function attacksOf({ attack }: Finding): readonly OcsfObject[] | undefined {
  return filled(attack.filter((id) => /^T\d/.test(id)).map(toAttack))
}

function toAttack(id: string): OcsfObject {
  const [parent = id] = id.split('.')
  return {
    version: ATTACK_VERSION,
    tactic: TECHNIQUES[id]?.tactic,
    technique: { uid: parent, name: TECHNIQUES[parent]?.name },
    sub_technique: parent === id ? undefined : { uid: id, name: TECHNIQUES[id]?.name },
  }
}

/** @source OCSF 1.8.0: objects/analytic.json: 1 is a rule */
function analytic(id: string, words: DetectionWords | undefined): OcsfObject {
  return {
    uid: id,
    name: words?.title ?? id,
    desc: words?.question,
    version: words === undefined ? undefined : String(words.version),
    type_id: 1,
    type: 'Rule',
  }
}
