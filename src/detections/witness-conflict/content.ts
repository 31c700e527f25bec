/** What of this question single records can answer. */
import type { BehaviourContent } from '../contract.ts'

export const content: BehaviourContent = {
  kind: 'hunt',
  title: 'Shell entered or image changed on a device',
  description:
    'Somebody entered a shell beneath the command line of a device, or changed the image it boots. What the device says of itself afterwards is one witness less.',
  acts: ['shell-entered', 'image-changed'],
  attack: ['T1601.001', 'T1059.008', 'T1020.001'],
  dataSources: ['Command: Command Execution'],
  references: ['https://attack.mitre.org/techniques/T1601/001/', 'https://attack.mitre.org/techniques/T1020/001/'],
  related: ['session-not-approved', 'on-box-capture'],
  beyondRules: ['Whether what others see contradicts the device.'],
}
