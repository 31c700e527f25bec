/** Records of conversations: what both ends sent becomes a row for each direction. */
import type { FlowSink } from '../contract.ts'

/** What one end of a conversation sent. */
export interface Sent {
  readonly bytes: number
  readonly packets: number
}

/**
 * Takes the sink's row, which holds all but the amounts, for what the originator sent, and turned round for what the responder
 * sent back. A direction that says of itself that nothing went is no row, unless nothing went at all: then the attempt is one.
 */
export function takeBothWays(sink: FlowSink, sent: Sent, answered: Sent): void {
  if (isAnything(sent) || !isAnything(answered)) takeOneWay(sink, sent)
  if (!isAnything(answered)) return
  turn(sink)
  takeOneWay(sink, answered)
}

function isAnything({ bytes, packets }: Sent): boolean {
  return bytes > 0 || packets > 0
}

function takeOneWay(sink: FlowSink, { bytes, packets }: Sent): void {
  sink.row.bytes = bytes
  sink.row.packets = packets
  sink.take('record')
}

function turn({ row }: FlowSink): void {
  ;[row.sourceA, row.destinationA] = [row.destinationA, row.sourceA]
  ;[row.sourceB, row.destinationB] = [row.destinationB, row.sourceB]
  ;[row.sourceC, row.destinationC] = [row.destinationC, row.sourceC]
  ;[row.sourceD, row.destinationD] = [row.destinationD, row.sourceD]
  ;[row.sourcePort, row.destinationPort] = [row.destinationPort, row.sourcePort]
  ;[row.innerSourcePort, row.innerDestinationPort] = [row.innerDestinationPort, row.innerSourcePort]
  ;[row.ingress, row.egress] = [row.egress, row.ingress]
}
