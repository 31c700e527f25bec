/** What of this question single records can answer. */
import type { BehaviourContent } from '../contract.ts'

export const content: BehaviourContent = {
  kind: 'hunt',
  title: 'Right to mirror traffic granted',
  description: 'Somebody was given a role or policy that allows mirror sessions to be made or changed.',
  acts: ['mirror-rights-granted', 'privilege-gained'],
  attack: ['T1078', 'T1020.001'],
  dataSources: ['User Account: User Account Modification'],
  references: ['https://attack.mitre.org/techniques/T1020/001/', 'https://attack.mitre.org/techniques/T1078/'],
  related: ['session-not-approved', 'attempt-denied'],
  beyondRules: ['Roles whose content changed, and rights that come by way of groups.'],
}
