/** Datagrams of sFlow version 5. */
import { address, concat, padded, u32, u64 } from './bytes.ts'

export interface SflowOptions {
  readonly agent: string
  readonly sequence?: number
  readonly uptimeMs?: number
}

/** @source sFlow version 5 (sflow_version_5.txt), section 5: struct sample_datagram_v5 */
export function sflowDatagram(samples: readonly Uint8Array[], options: SflowOptions): Uint8Array {
  const { agent, sequence = 1, uptimeMs = 3_600_000 } = options
  const family = agent.includes(':') ? 2 : 1
  const head = concat(u32(5, family), address(agent), u32(0, sequence, uptimeMs, samples.length))
  return concat(head, ...samples)
}

/** Type and length before a sample or a record. */
export function sflowStructure(type: number, body: Uint8Array): Uint8Array {
  const content = padded(body)
  return concat(u32(type, content.length), content)
}

export interface FlowSampleOptions {
  readonly rate?: number
  readonly ingress?: number
  readonly egress?: number
  /** Of the whole packet; the header may be cut. */
  readonly originalLength?: number
}

/** A flow sample with the packet's first bytes. @source struct flow_sample, struct sampled_header (Ethernet: 1) */
export function flowSample(header: Uint8Array, options: FlowSampleOptions = {}): Uint8Array {
  const { rate = 1, ingress = 1, egress = 2, originalLength = header.length } = options
  const record = sflowStructure(1, concat(u32(1, originalLength, 0, header.length), header))
  return sflowStructure(1, concat(u32(1, ingress, rate, rate, 0, ingress, egress, 1), record))
}

export interface CounterSampleOptions {
  readonly index: number
  readonly inOctets: number
  readonly outOctets: number
}

/** A counter sample with generic interface counters. @source struct counters_sample, struct if_counters */
export function counterSample({ index, inOctets, outOctets }: CounterSampleOptions): Uint8Array {
  const start = concat(u32(index, 6), u64(1_000_000_000), u32(1, 3), u64(inOctets), u32(0, 0, 0, 0, 0, 0))
  const record = sflowStructure(1, concat(start, u64(outOctets), u32(0, 0, 0, 0, 0, 0)))
  return sflowStructure(2, concat(u32(1, index, 1), record))
}
