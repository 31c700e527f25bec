/** What of this question single records can answer. */
import type { BehaviourContent } from '../contract.ts'

export const content: BehaviourContent = {
  kind: 'hunt',
  title: 'Parts of a traffic mirror made or changed',
  description:
    'Somebody made or changed what mirror sessions are built of: a target, a filter or its rules, a collector group. Alone it copies nothing; beside a session it is one act.',
  acts: ['part-set'],
  attack: ['T1020.001', 'DET0403', 'AN1131'],
  dataSources: ['Cloud Service: Cloud Service Modification'],
  references: [
    'https://attack.mitre.org/techniques/T1020/001/',
    'https://docs.aws.amazon.com/vpc/latest/mirroring/what-is-traffic-mirroring.html',
    'https://cloud.google.com/vpc/docs/packet-mirroring',
  ],
  related: ['session-not-approved', 'indirect-change', 'target-just-created', 'accept-all-filter'],
  beyondRules: ['Which sessions use the part, now or later.'],
}
