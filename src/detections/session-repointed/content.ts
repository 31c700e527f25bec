/** What of this question single records can answer. */
import type { BehaviourContent } from '../contract.ts'

export const content: BehaviourContent = {
  kind: 'alert',
  title: 'Mirror session pointed to another destination',
  description:
    'A mirror session that was there was given another destination. Approved sessions are turned to a new collector in this way without a new session being made.',
  acts: ['session-repointed'],
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN1132'],
  dataSources: ['Cloud Service: Cloud Service Modification', 'Command: Command Execution'],
  references: [
    'https://attack.mitre.org/techniques/T1020/001/',
    'https://attack.mitre.org/detectionstrategies/DET0403/',
    'https://docs.aws.amazon.com/vpc/latest/mirroring/what-is-traffic-mirroring.html',
  ],
  related: ['session-not-approved', 'indirect-change', 'cross-account-target'],
  beyondRules: [
    'Where the session pointed before, and whether either destination is approved.',
    'Devices: a typed destination line does not say that there was another one before.',
  ],
}
