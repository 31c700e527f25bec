/** IPFIX: the standard that followed NetFlow version 9. */
import type { FlowFormat } from '../contract.ts'
import { decodeMessage, finishMemory, looksLikeHeader } from './decode-message.ts'

export const flowFormat: FlowFormat = {
  id: 'ipfix',
  version: 1,
  title: 'IPFIX',
  observer: 'exporter',
  limits: [
    'Most templates say the IP protocol of a tunnel and nothing of what is inside: GRE is protocol 47, its type is not visible.',
    'Most switches export nothing of the copies that local sessions send to a port.',
  ],
  datagrams: {
    recognise: looksLikeHeader,
    decode: decodeMessage,
    finish: finishMemory,
  },
}
