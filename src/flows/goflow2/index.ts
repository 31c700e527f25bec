/** goflow2: NetFlow, IPFIX and sFlow as its JSON formatter writes them. */
import { textOf } from '../_records/members.ts'
import { holdsOnly } from '../_records/sample-objects.ts'
import type { FlowFormat } from '../contract.ts'
import { readMessage } from './read-message.ts'

const TYPES: ReadonlySet<string> = new Set(['SFLOW_5', 'NETFLOW_V5', 'NETFLOW_V9', 'IPFIX'])

export const flowFormat: FlowFormat = {
  id: 'goflow2',
  version: 1,
  title: 'goflow2 (JSON)',
  observer: 'exporter',
  limits: [
    'goflow2 keeps no header bytes: of NetFlow and IPFIX only IP protocol 47 or a UDP port is visible.',
    'Of sFlow it names GRE and GENEVE layers, but neither the type of GRE nor a session or network number.',
    'Interface counters of sFlow are not in its output.',
  ],
  file: {
    framing: 'json',
    recognise: (sample) =>
      holdsOnly(
        sample,
        ({ type, sampler_address, src_addr }) =>
          TYPES.has(textOf(type)) && sampler_address !== undefined && src_addr !== undefined,
      )
        ? 0.95
        : 0,
    open: () => ({ read: readMessage }),
  },
}
