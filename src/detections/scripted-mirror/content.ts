/** What of this question single records can answer. */
import type { BehaviourContent } from '../contract.ts'

export const content: BehaviourContent = {
  kind: 'alert',
  title: 'Script that sets up a mirror written on a device',
  description:
    'A script or event handler on a device holds the commands of a mirror session. It sets one up when nobody is typing.',
  acts: ['scripted-mirror'],
  attack: ['T1020.001', 'T1053', 'DET0403', 'AN1132'],
  dataSources: ['Command: Command Execution'],
  references: ['https://attack.mitre.org/techniques/T1020/001/', 'https://attack.mitre.org/techniques/T1053/'],
  related: ['session-not-approved', 'silent-change'],
  beyondRules: ['Scripts whose lines are logged one by one, or not at all.'],
}
