/** What of this question single records can answer. */
import type { BehaviourContent } from '../contract.ts'

export const content: BehaviourContent = {
  kind: 'hunt',
  title: 'Traffic mirroring removed soon after it was set up',
  description:
    'A mirror session was removed within an hour of being set up. What was copied in between is gone, and a configuration backup may never have shown it.',
  acts: ['session-removed'],
  near: { acts: ['session-set'], withinSeconds: 3600, order: 'before' },
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN1132'],
  dataSources: ['Cloud Service: Cloud Service Modification', 'Command: Command Execution'],
  references: [
    'https://attack.mitre.org/techniques/T1020/001/',
    'https://attack.mitre.org/detectionstrategies/DET0403/',
  ],
  related: ['session-not-approved', 'capture-exported'],
  beyondRules: ['Whether it is the same session: records of devices do not always name it.'],
}
