/** NetFlow version 5: IPv4 flows in records of one fixed form. */
import type { FlowFormat } from '../contract.ts'
import { decodeMessage, looksLikeHeader } from './decode-message.ts'

export const flowFormat: FlowFormat = {
  id: 'netflow-v5',
  version: 1,
  title: 'NetFlow version 5',
  observer: 'exporter',
  limits: [
    'The format has no room for IPv6, nor for interface numbers above 65535.',
    'Of a tunnel it says the IP protocol and nothing of what is inside: GRE is protocol 47, its type is not visible.',
    'Most switches export nothing of the copies that local sessions send to a port.',
  ],
  datagrams: {
    recognise: looksLikeHeader,
    decode: decodeMessage,
  },
}
