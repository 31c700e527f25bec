/** What of this question single records can answer. */
import type { BehaviourContent } from '../contract.ts'

export const content: BehaviourContent = {
  kind: 'alert',
  title: 'Traffic mirroring set up or changed',
  description:
    'Somebody made, changed or switched on a mirror session: SPAN, RSPAN, ERSPAN, an analyzer or a port mirror on a network device, traffic mirroring, a virtual network TAP or packet mirroring in a cloud. Whether it is allowed is decided by the approvals: what the watchlist or the filter made of them names is left out.',
  acts: ['session-set'],
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN1132'],
  dataSources: [
    'Cloud Service: Cloud Service Modification',
    'Network Traffic: Network Traffic Flow (DC0078)',
    'Command: Command Execution',
  ],
  references: [
    'https://attack.mitre.org/techniques/T1020/001/',
    'https://attack.mitre.org/detectionstrategies/DET0403/',
    'https://docs.aws.amazon.com/vpc/latest/mirroring/what-is-traffic-mirroring.html',
    'https://learn.microsoft.com/azure/virtual-network/virtual-network-tap-overview',
    'https://cloud.google.com/vpc/docs/packet-mirroring',
  ],
  related: [
    'session-repointed',
    'prepared-not-live',
    'attempt-denied',
    'logging-impaired-around-change',
    'on-box-capture',
    'redirect-not-mirror',
    'admin-not-authorised',
    'silent-change',
    'aaa-fallback-local',
  ],
  beyondRules: [
    'Sessions that only a configuration backup shows, because nobody logged the change.',
    'Sources, directions, filters and carriers against what the approval says of each.',
    'Commands inside a block: which session an `ip address` belongs to.',
    'Copies on the wire that no session explains.',
  ],
}
