/** What one input held of flows, for those who are told how reading went. */
import type { FlowOutcome } from '../../../flows/contract.ts'

/** What decoding found in an input with flows, and how much of it the watch rules kept. */
export type FlowSummary = Pick<FlowOutcome, 'decoded' | 'observers' | 'kept' | 'dropped'> & {
  /** `pcap`, `pcapng`, `datagrams`, or the format of a file. */
  readonly kind: string
}
