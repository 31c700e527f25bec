/** What of this question single records can answer. */
import type { BehaviourContent } from '../contract.ts'

export const content: BehaviourContent = {
  kind: 'alert',
  title: 'Mirror target shared with or by another account',
  description: 'A mirror target was shared with another account. Sessions of one account may then copy into the other.',
  acts: ['resource-shared'],
  attack: ['T1020.001', 'T1537', 'DET0403', 'AN1131'],
  dataSources: ['Cloud Service: Cloud Service Modification'],
  references: [
    'https://attack.mitre.org/techniques/T1020/001/',
    'https://docs.aws.amazon.com/vpc/latest/mirroring/what-is-traffic-mirroring.html',
  ],
  related: ['session-not-approved', 'session-repointed'],
  beyondRules: ['Whose the other account is: own, partner or unknown.'],
}
