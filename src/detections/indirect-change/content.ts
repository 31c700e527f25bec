/** What of this question single records can answer. */
import type { BehaviourContent } from '../contract.ts'

export const content: BehaviourContent = {
  kind: 'hunt',
  title: 'What stands behind a mirror changed',
  description:
    'The targets of a load balancer or the tags of an instance changed. Where a mirror goes to the one or selects by the other, the copy changed without a call that names it.',
  acts: ['load-balancer-changed', 'tag-changed'],
  attack: ['T1020.001', 'DET0403', 'AN1131'],
  dataSources: ['Cloud Service: Cloud Service Modification'],
  references: [
    'https://attack.mitre.org/techniques/T1020/001/',
    'https://docs.aws.amazon.com/vpc/latest/mirroring/what-is-traffic-mirroring.html',
    'https://cloud.google.com/vpc/docs/packet-mirroring',
  ],
  related: ['session-repointed', 'prepared-not-live'],
  beyondRules: ['Whether any mirror uses the load balancer or the tag.'],
}
