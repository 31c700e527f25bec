/** Export datagrams of NetFlow and IPFIX with the fields that most exporters send. */
import { address, concat, padded, u8, u16, u32, u64 } from './bytes.ts'

/** One flow; what is left out is 0. */
export interface ComposedFlow {
  readonly source: string
  readonly destination: string
  readonly protocol: number
  readonly sourcePort?: number
  readonly destinationPort?: number
  readonly ingress?: number
  readonly egress?: number
  readonly bytes: number
  readonly packets: number
  readonly startMs: number
  readonly endMs: number
}

export interface ExportOptions {
  /** When the exporter says that it sends this. */
  readonly exportedMs: number
  readonly sequence?: number
  /** Source id (version 9), observation domain (IPFIX). */
  readonly domain?: number
}

/** How long the exporter says to have run. */
const UPTIME_MS = 3_600_000

/** IPv4 only, at most 30 flows. @source Cisco NetFlow Export Datagram Format, tables B-3 and B-4 */
export function netflowV5(flows: readonly ComposedFlow[], { exportedMs, sequence = 0 }: ExportOptions): Uint8Array {
  const head = concat(u16(5, flows.length), u32(UPTIME_MS, ...clock(exportedMs)), u32(sequence), u8(0, 0), u16(0))
  return concat(head, ...flows.map((flow) => recordV5(flow, exportedMs)))
}

function recordV5(flow: ComposedFlow, exportedMs: number): Uint8Array {
  const { source, destination, protocol, ingress = 0, egress = 0, sourcePort = 0, destinationPort = 0 } = flow
  const [first, last] = [flow.startMs, flow.endMs].map((ms) => UPTIME_MS + ms - exportedMs)
  return concat(
    address(source),
    address(destination),
    u32(0),
    u16(ingress, egress),
    u32(flow.packets, flow.bytes, first ?? 0, last ?? 0),
    u16(sourcePort, destinationPort),
    u8(0, 0, protocol, 0),
    u16(0, 0),
    u8(0, 0),
    u16(0),
  )
}

/** Field type and length; an enterprise's number where it is not IANA's. */
export type TemplateField = readonly [type: number, length: number, enterprise?: number]

/** The fields that {@link dataRecord} writes, by address family. @source RFC 3954 section 8, IANA IPFIX registry */
export function templateFields(family: 4 | 6): readonly TemplateField[] {
  const addresses: readonly TemplateField[] =
    family === 4
      ? [
          [8, 4],
          [12, 4],
        ]
      : [
          [27, 16],
          [28, 16],
        ]
  return [...addresses, [4, 1], [7, 2], [11, 2], [10, 4], [14, 4], [1, 8], [2, 8]]
}

/** Switched times: milliseconds of uptime in version 9 (22, 21), of the epoch in IPFIX (152, 153). */
const TIMES_V9: readonly TemplateField[] = [
  [22, 4],
  [21, 4],
]
const TIMES_IPFIX: readonly TemplateField[] = [
  [152, 8],
  [153, 8],
]

function dataRecord(flow: ComposedFlow): Uint8Array {
  const { source, destination, protocol, ingress = 0, egress = 0, sourcePort = 0, destinationPort = 0 } = flow
  const start = concat(address(source), address(destination), u8(protocol), u16(sourcePort, destinationPort))
  return concat(start, u32(ingress, egress), u64(flow.bytes), u64(flow.packets))
}

/** A set with its header, filled up to 4 bytes. */
export function set(id: number, ...records: readonly Uint8Array[]): Uint8Array {
  const body = padded(concat(...records))
  return concat(u16(id, body.length + 4), body)
}

/** One template, as it stands in a template set (0 in version 9, 2 in IPFIX). */
export function template(id: number, fields: readonly TemplateField[]): Uint8Array {
  const specifiers = fields.map(([type, length, enterprise]) =>
    enterprise === undefined ? u16(type, length) : concat(u16(type | 0x8000, length), u32(enterprise)),
  )
  return concat(u16(id, fields.length), ...specifiers)
}

/** A datagram of these sets; `count` is what its header claims. @source RFC 3954 section 5.1 */
export function netflowV9(
  sets: readonly Uint8Array[],
  options: ExportOptions & { readonly count?: number },
): Uint8Array {
  const { exportedMs, sequence = 0, domain = 0, count = sets.length } = options
  return concat(u16(9, count), u32(UPTIME_MS, Math.floor(exportedMs / 1000), sequence, domain), ...sets)
}

/** A message of these sets. @source RFC 7011 section 3.1 */
export function ipfix(
  sets: readonly Uint8Array[],
  { exportedMs, sequence = 0, domain = 0 }: ExportOptions,
): Uint8Array {
  const body = concat(...sets)
  return concat(u16(10, 16 + body.length), u32(Math.floor(exportedMs / 1000), sequence, domain), body)
}

/** Template set and data set for flows of one address family; template 256 for IPv4, 257 for IPv6. */
export function flowSetsV9(flows: readonly ComposedFlow[], exportedMs: number): readonly [Uint8Array, Uint8Array] {
  const { id, family } = templateOf(flows)
  // Uptime is counted from a whole second, as the header's clock is.
  const bootMs = Math.floor(exportedMs / 1000) * 1000 - UPTIME_MS
  const records = flows.map((flow) => concat(dataRecord(flow), u32(flow.startMs - bootMs, flow.endMs - bootMs)))
  return [set(0, template(id, [...templateFields(family), ...TIMES_V9])), set(id, ...records)]
}

/** The same for IPFIX. */
export function flowSetsIpfix(flows: readonly ComposedFlow[]): readonly [Uint8Array, Uint8Array] {
  const { id, family } = templateOf(flows)
  const records = flows.map((flow) => concat(dataRecord(flow), u64(flow.startMs), u64(flow.endMs)))
  return [set(2, template(id, [...templateFields(family), ...TIMES_IPFIX])), set(id, ...records)]
}

function templateOf(flows: readonly ComposedFlow[]): { readonly id: number; readonly family: 4 | 6 } {
  return flows[0]?.source.includes(':') === true ? { id: 257, family: 6 } : { id: 256, family: 4 }
}

function clock(ms: number): readonly [number, number] {
  return [Math.floor(ms / 1000), (ms % 1000) * 1_000_000]
}
