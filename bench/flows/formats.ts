/** One datagram of each format as ordinary exporters send them, full of records. */
import type { ByteWriter } from './byte-writer.ts'
import type { BenchFlow, Traffic } from './traffic.ts'

/** Who sends a datagram, its how-manieth of it this is, and when. */
export interface Sending {
  readonly exporter: number
  readonly ordinal: number
  readonly atMs: number
  /** Its address. */
  readonly agent: number
}

/** Writes one datagram and says how many flows it holds. */
type WriteDatagram = (into: ByteWriter, traffic: Traffic, sending: Sending) => number

/** The formats that are measured. */
export type FlowKindName = 'netflow-v5' | 'netflow-v9' | 'ipfix' | 'sflow-v5'

const UPTIME_MS = 86_400_000
const TEMPLATE_EVERY = 20

/** Type and length. @source RFC 3954 section 8, IANA IPFIX information elements */
type Field = readonly [type: number, length: number]

/** 19 fields, 62 bytes: addresses, next hop, ports of the exporter, counts, times, ports, flags, masks, autonomous systems. */
const V9_IPV4: readonly Field[] = fields(
  '8:4 12:4 15:4 10:4 14:4 2:8 1:8 22:4 21:4 7:2 11:2 4:1 6:1 5:1 9:1 13:1 61:1 16:4 17:4',
)
const V9_IPV6: readonly Field[] = fields(
  '27:16 28:16 62:16 10:4 14:4 2:8 1:8 22:4 21:4 7:2 11:2 4:1 6:1 5:1 29:1 30:1 61:1 16:4 17:4',
)
/** 24 fields, 78 bytes: the same with times in milliseconds, and IP version, ICMP type, VLANs, reason of the end. */
const IPFIX_IPV4: readonly Field[] = fields(
  '8:4 12:4 15:4 10:4 14:4 2:8 1:8 152:8 153:8 7:2 11:2 4:1 6:1 5:1 9:1 13:1 61:1 16:4 17:4 60:1 32:2 58:2 59:2 136:1',
)
const IPFIX_IPV6: readonly Field[] = fields(
  '27:16 28:16 62:16 10:4 14:4 2:8 1:8 152:8 153:8 7:2 11:2 4:1 6:1 5:1 29:1 30:1 61:1 16:4 17:4 60:1 139:2 58:2 59:2 136:1',
)
const V9_RECORDS = { ipv4: 22, ipv6: 13 } as const
const IPFIX_RECORDS = { ipv4: 17, ipv6: 12 } as const
const SFLOW_SAMPLES = 7

/** How each format is written. */
export const FORMATS: Readonly<Record<FlowKindName, WriteDatagram>> = {
  'netflow-v5': writeV5,
  'netflow-v9': writeV9,
  ipfix: writeIpfix,
  'sflow-v5': writeSflow,
}

function fields(text: string): readonly Field[] {
  return text.split(' ').map((field) => {
    const [type = 0, length = 0] = field.split(':').map(Number)
    return [type, length]
  })
}

/** 30 records, 1,464 bytes. @source Cisco NetFlow Export Datagram Format, tables B-3 and B-4 */
function writeV5(into: ByteWriter, traffic: Traffic, { ordinal, atMs, exporter }: Sending): number {
  into.u16(5, 30)
  into.u32(UPTIME_MS, Math.floor(atMs / 1000), (atMs % 1000) * 1_000_000, ordinal * 30)
  into.u8(0, exporter)
  into.u16(0)
  for (let n = 0; n < 30; n++) {
    const flow = traffic.next()
    into.u32(flow.source, flow.destination, 0x0a000001)
    into.u16(flow.ingress, flow.egress)
    into.u32(flow.packets, flow.bytes, UPTIME_MS - flow.startedAgoMs, UPTIME_MS - flow.endedAgoMs)
    into.u16(flow.sourcePort, flow.destinationPort)
    into.u8(0, 0x18, flow.protocol, 0)
    into.u16(64_500, 64_501)
    into.u8(24, 24)
    into.u16(0)
  }
  return 30
}

/** Templates in every twentieth datagram, then one set; every fifth datagram is of IPv6. @source RFC 3954 section 5 */
function writeV9(into: ByteWriter, traffic: Traffic, { ordinal, atMs, exporter }: Sending): number {
  const isIpv6 = ordinal % 5 === 4
  const hasTemplates = ordinal % TEMPLATE_EVERY === 0
  const count = isIpv6 ? V9_RECORDS.ipv6 : V9_RECORDS.ipv4 - (hasTemplates ? 4 : 0)
  into.u16(9, count + (hasTemplates ? 2 : 0))
  into.u32(UPTIME_MS, Math.floor(atMs / 1000), ordinal, exporter)
  if (hasTemplates) writeTemplates(into, 0, [V9_IPV4, V9_IPV6])
  writeSet(into, isIpv6 ? 257 : 256, () => {
    for (let n = 0; n < count; n++) {
      const flow = traffic.next()
      writeStart(into, flow, isIpv6)
      into.u32(UPTIME_MS - flow.startedAgoMs, UPTIME_MS - flow.endedAgoMs)
      writeEnd(into, flow)
    }
  })
  return count
}

/** The same with absolute times and five fields more. @source RFC 7011 section 3 */
function writeIpfix(into: ByteWriter, traffic: Traffic, { ordinal, atMs, exporter }: Sending): number {
  const isIpv6 = ordinal % 5 === 4
  const hasTemplates = ordinal % TEMPLATE_EVERY === 0
  const count = isIpv6 ? IPFIX_RECORDS.ipv6 : IPFIX_RECORDS.ipv4 - (hasTemplates ? 4 : 0)
  const from = into.at
  into.u16(10, 0)
  into.u32(Math.floor(atMs / 1000), ordinal, exporter)
  if (hasTemplates) writeTemplates(into, 2, [IPFIX_IPV4, IPFIX_IPV6])
  writeSet(into, isIpv6 ? 257 : 256, () => {
    for (let n = 0; n < count; n++) {
      const flow = traffic.next()
      writeStart(into, flow, isIpv6)
      into.u64(atMs - flow.startedAgoMs, atMs - flow.endedAgoMs)
      writeEnd(into, flow)
      into.u8(isIpv6 ? 6 : 4)
      into.u16(0, 10, 10)
      into.u8(1)
    }
  })
  into.view.setUint16(from + 2, into.at - from)
  return count
}

function writeTemplates(into: ByteWriter, set: number, templates: readonly (readonly Field[])[]): void {
  writeSet(into, set, () => {
    templates.forEach((template, n) => {
      into.u16(256 + n, template.length)
      for (const [type, length] of template) into.u16(type, length)
    })
  })
}

/** Filled up to four bytes. */
function writeSet(into: ByteWriter, id: number, body: () => void): void {
  const from = into.at
  into.u16(id, 0)
  body()
  into.zeros((4 - ((into.at - from) % 4)) % 4)
  into.view.setUint16(from + 2, into.at - from)
}

function writeStart(into: ByteWriter, flow: BenchFlow, isIpv6: boolean): void {
  for (const address of [flow.source, flow.destination, 0x0a000001]) {
    if (isIpv6) into.u32(0x20010db8, 0, 0)
    into.u32(address)
  }
  into.u32(flow.ingress, flow.egress)
  into.u64(flow.packets, flow.bytes)
}

function writeEnd(into: ByteWriter, { sourcePort, destinationPort, protocol }: BenchFlow): void {
  into.u16(sourcePort, destinationPort)
  into.u8(protocol, 0x18, 0, 24, 24, 0)
  into.u32(64_500, 64_501)
}

/** Seven flow samples with the first 128 bytes of a packet, and the VLANs of the switch. @source sFlow version 5, section 5 */
function writeSflow(into: ByteWriter, traffic: Traffic, { ordinal, agent, exporter }: Sending): number {
  into.u32(5, 1, agent, 0, ordinal, ordinal * 1000, SFLOW_SAMPLES)
  for (let n = 0; n < SFLOW_SAMPLES; n++) {
    const flow = traffic.next()
    const ordinalOfSample = ordinal * SFLOW_SAMPLES + n
    into.u32(1, 32 + 8 + 16 + 128 + 8 + 16)
    into.u32(ordinalOfSample, flow.ingress, 512, ordinalOfSample * 512, 0, flow.ingress, flow.egress, 2)
    into.u32(1, 16 + 128, 1, 1518, 4, 128)
    writeFrame(into, flow, exporter)
    into.u32(1001, 16, 10, 0, 10, 0)
  }
  return SFLOW_SAMPLES
}

/** Ethernet, IPv4, and the ports. */
function writeFrame(into: ByteWriter, flow: BenchFlow, exporter: number): void {
  const from = into.at
  into.u16(0x0200, 0, exporter, 0x0200, 0, 1, 0x0800)
  into.u8(0x45, 0)
  into.u16(1500, 1, 0x4000)
  into.u8(64, flow.protocol)
  into.u16(0)
  into.u32(flow.source, flow.destination)
  into.u16(flow.sourcePort, flow.destinationPort)
  into.zeros(128 - (into.at - from))
}
