/** What of this question single records can answer. */
import type { BehaviourContent } from '../contract.ts'

export const content: BehaviourContent = {
  kind: 'alert',
  title: 'Logging of a device or account cut',
  description:
    'Logging to a server, the log of typed commands, accounting, the audit trail or flow logs were switched off or taken away. Close to a change of a mirror session it hides what was done.',
  acts: ['logging-cut', 'command-logging-cut', 'accounting-cut', 'audit-trail-cut', 'flow-logs-cut'],
  near: { acts: ['session-set', 'session-repointed', 'capture-set'], withinSeconds: 3600, order: 'any' },
  attack: ['T1562', 'T1020.001', 'DET0317'],
  dataSources: ['Command: Command Execution', 'Cloud Service: Cloud Service Disable'],
  references: ['https://attack.mitre.org/techniques/T1562/', 'https://attack.mitre.org/techniques/T1020/001/'],
  related: ['session-not-approved', 'silent-change', 'aaa-fallback-local'],
  beyondRules: [
    'A log that fell silent without a command that says so.',
    "Clocks that are off: distance is measured between devices' own times.",
  ],
}
