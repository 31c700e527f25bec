/** Google Cloud VPC flow logs: entries of Cloud Logging. */
import { holdsOnly } from '../_records/sample-objects.ts'
import type { FlowFormat } from '../contract.ts'
import { isFlowEntry, readEntry } from './read-entry.ts'

export const flowFormat: FlowFormat = {
  id: 'gcp-flow-logs',
  version: 1,
  title: 'Google Cloud VPC flow logs',
  observer: 'cloud',
  limits: [
    "Google's pages do not say whether copies made by Packet Mirroring are logged: nothing is concluded from their silence.",
    'Packets are sampled and the amounts scaled up by Google, so bytes and packets are estimates.',
    'They hold no header bytes: of a tunnel only the IP protocol or the UDP port is visible.',
    'A flow that both ends report stands in the log twice, and its bytes may be counted twice.',
  ],
  file: {
    framing: 'json',
    recognise: (sample) => (holdsOnly(sample, isFlowEntry) ? 0.95 : 0),
    open: () => ({ read: readEntry }),
  },
}
