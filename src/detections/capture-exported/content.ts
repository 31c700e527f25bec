/** What of this question single records can answer. */
import type { BehaviourContent } from '../contract.ts'

export const content: BehaviourContent = {
  kind: 'alert',
  title: 'Packet capture copied off the device',
  description: 'What a device captured was copied to somewhere else.',
  acts: ['capture-exported'],
  attack: ['T1020.001', 'T1040', 'AN0879'],
  dataSources: ['Command: Command Execution'],
  references: ['https://attack.mitre.org/techniques/T1040/', 'https://attack.mitre.org/techniques/T1020/001/'],
  related: ['on-box-capture', 'short-lived-session'],
  beyondRules: ['Whether the destination is one that captures may be copied to.'],
}
