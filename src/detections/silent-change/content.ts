/** What of this question single records can answer. */
import type { BehaviourContent } from '../contract.ts'

export const content: BehaviourContent = {
  kind: 'hunt',
  title: 'Configuration copied onto a device',
  description:
    'A configuration was loaded from a file or server. Commands that come in this way are logged by no device, so a mirror may have come with them.',
  acts: ['configuration-copied-in'],
  attack: ['T1020.001', 'T1602.002', 'AN1132'],
  dataSources: ['Command: Command Execution'],
  references: ['https://attack.mitre.org/techniques/T1020/001/', 'https://attack.mitre.org/techniques/T1602/002/'],
  related: ['session-not-approved', 'logging-impaired-around-change'],
  beyondRules: ['What the file held: the backups before and after show it.'],
}
