/** What of this question single records can answer. */
import type { BehaviourContent } from '../contract.ts'

export const content: BehaviourContent = {
  kind: 'alert',
  title: 'Packet capture started on a device or in a cloud',
  description:
    'Somebody started a packet capture on a router, switch, firewall or gateway itself, or the packet capture of a cloud network.',
  acts: ['capture-set'],
  attack: ['T1040', 'T1020.001', 'AN0879', 'AN0878'],
  dataSources: ['Command: Command Execution', 'Cloud Service: Cloud Service Modification'],
  references: ['https://attack.mitre.org/techniques/T1040/', 'https://attack.mitre.org/techniques/T1020/001/'],
  related: ['capture-exported', 'session-not-approved', 'logging-impaired-around-change'],
  beyondRules: ['What was captured, and how much: the interface and filter may stand in other commands.'],
}
