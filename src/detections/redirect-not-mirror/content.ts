/** What of this question single records can answer. */
import type { BehaviourContent } from '../contract.ts'

export const content: BehaviourContent = {
  kind: 'hunt',
  title: 'Tunnel, route or translation changed on a device',
  description:
    'A tunnel, a route, a policy route or an address translation was added or changed. Traffic that is led away is read like traffic that is copied.',
  acts: ['tunnel-changed', 'route-changed', 'translation-changed'],
  attack: ['T1020.001', 'T1557'],
  dataSources: ['Command: Command Execution'],
  references: ['https://attack.mitre.org/techniques/T1020/001/', 'https://attack.mitre.org/techniques/T1557/'],
  related: ['session-not-approved', 'destination-rerouted'],
  beyondRules: [
    "Whether a tunnel and a policy route together lead a port's traffic away.",
    "Whether the tunnel's far end is approved.",
  ],
}
