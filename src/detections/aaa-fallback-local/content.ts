/** What of this question single records can answer. */
import type { BehaviourContent } from '../contract.ts'

export const content: BehaviourContent = {
  kind: 'hunt',
  title: 'AAA of a device changed, or fell back to local accounts',
  description:
    'The servers that check or account what is done on a device were changed or taken away, or did not answer, so that local accounts served.',
  acts: ['aaa-server-changed', 'aaa-fallback-local'],
  attack: ['T1556.004', 'T1020.001'],
  dataSources: ['Command: Command Execution'],
  references: ['https://attack.mitre.org/techniques/T1556/004/', 'https://attack.mitre.org/techniques/T1020/001/'],
  related: ['logging-impaired-around-change', 'session-not-approved'],
  beyondRules: ['Whether a mirror was changed while nobody accounted for it.'],
}
