/** What of this question single records can answer. */
import type { BehaviourContent } from '../contract.ts'

export const content: BehaviourContent = {
  kind: 'hunt',
  title: 'Way to a collector changed',
  description:
    'A route or a translation changed on a device. An approved copy may be led elsewhere without its session changing.',
  acts: ['route-changed', 'translation-changed'],
  near: { acts: ['session-set', 'session-repointed'], withinSeconds: 3600, order: 'any' },
  attack: ['T1020.001', 'DET0403', 'AN1132'],
  dataSources: ['Command: Command Execution'],
  references: ['https://attack.mitre.org/techniques/T1020/001/'],
  related: ['redirect-not-mirror', 'session-repointed'],
  beyondRules: ["Whether the route or translation is the collector's."],
}
