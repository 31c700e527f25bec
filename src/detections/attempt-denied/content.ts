/** What of this question single records can answer. */
import type { BehaviourContent } from '../contract.ts'

export const content: BehaviourContent = {
  kind: 'alert',
  title: 'Refused attempt to mirror traffic',
  description:
    'A call or command that would have set up or changed a mirror was refused or failed. Somebody tried who may not, or something was tried out.',
  acts: ['session-refused'],
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN1132'],
  dataSources: ['Cloud Service: Cloud Service Modification', 'Command: Command Execution'],
  references: [
    'https://attack.mitre.org/techniques/T1020/001/',
    'https://attack.mitre.org/detectionstrategies/DET0403/',
  ],
  related: ['session-not-approved', 'admin-not-authorised'],
  beyondRules: ['Whether the same hands succeeded somewhere else.'],
}
