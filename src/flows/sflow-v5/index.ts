/** sFlow version 5: sampled packets with their first bytes, and counters of ports, as switches send them. */
import type { FlowFormat } from '../contract.ts'
import { SflowDecoder } from './decoder.ts'

export const flowFormat: FlowFormat = {
  id: 'sflow-v5',
  version: 1,
  title: 'sFlow version 5',
  observer: 'exporter',
  limits: [
    'sFlow looks at one packet in many: a short or thin copy may pass between two samples.',
    'Copies are mostly made behind the point where a switch samples: what leaves a mirror port shows in its counters alone.',
    'Datagrams say how long the agent runs and not what time it is: samples count at the moment their datagram was captured.',
  ],
  datagrams: new SflowDecoder(),
}
