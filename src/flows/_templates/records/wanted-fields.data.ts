/** The information elements that rows and option data are made of; every other field is passed over by its length. */

/** Places in a layout, one for each question that a record may answer. */
export const SLOT = {
  sourceIpv4: 0,
  sourceIpv6: 1,
  destinationIpv4: 2,
  destinationIpv6: 3,
  protocol: 4,
  sourcePort: 5,
  destinationPort: 6,
  ingress: 7,
  egress: 8,
  octets: 9,
  packets: 10,
  start: 11,
  end: 12,
  systemInit: 13,
  greKey: 14,
  segment: 15,
  frameSection: 16,
  ipSection: 17,
  sectionOffset: 18,
  sectionOctets: 19,
  samplerId: 20,
  samplingInterval: 21,
  packetInterval: 22,
  packetSpace: 23,
  samplingSize: 24,
  samplingPopulation: 25,
  interfaceName: 26,
  interfaceDescription: 27,
} as const
export type Slot = (typeof SLOT)[keyof typeof SLOT]

/** How many there are. */
export const SLOT_COUNT = 28

/** What a time is written in. `uptime`: milliseconds since the exporter started. `ntp`: seconds since 1900 and a 32-bit fraction. */
export type TimeUnit = 'none' | 'uptime' | 'seconds' | 'milliseconds' | 'ntp'

/** One element. Of several for one slot the one with the lowest rank counts, then the first. */
export interface WantedField {
  readonly slot: Slot
  readonly rank: number
  /** Lengths in bytes that make sense, reduced-size encoding included (RFC 7011, section 6.2). */
  readonly shortest: number
  readonly longest: number
  readonly unit: TimeUnit
}

const LONGEST_SECTION = 65_535

/** Element, slot, rank, shortest and longest length, unit. */
type Row = readonly [number, Slot, number, number, number, TimeUnit?]

/**
 * @source IANA IPFIX Information Elements; numbers up to 127 are those of NetFlow version 9 (RFC 3954, section 8)
 * @source RFC 5477, section 8 (304 to 319: packet sampling); Cisco ASA NetFlow Implementation Note (231, 298, 323; 85 is the flow's bytes)
 */
const ROWS: readonly Row[] = [
  [8, SLOT.sourceIpv4, 0, 4, 4],
  [27, SLOT.sourceIpv6, 0, 16, 16],
  [12, SLOT.destinationIpv4, 0, 4, 4],
  [28, SLOT.destinationIpv6, 0, 16, 16],
  [4, SLOT.protocol, 0, 1, 1],
  [7, SLOT.sourcePort, 0, 2, 2],
  [11, SLOT.destinationPort, 0, 2, 2],
  // Logical interfaces before physical ones.
  [10, SLOT.ingress, 0, 1, 4],
  [252, SLOT.ingress, 1, 1, 4],
  [14, SLOT.egress, 0, 1, 4],
  [253, SLOT.egress, 1, 1, 4],
  // Since the last export, of the flow so far, of the initiator, of the one packet. What left after changes (23, 24) is no count of this flow.
  [1, SLOT.octets, 0, 1, 8],
  [85, SLOT.octets, 1, 1, 8],
  [231, SLOT.octets, 2, 1, 8],
  [312, SLOT.octets, 3, 1, 8],
  [224, SLOT.octets, 4, 1, 8],
  [2, SLOT.packets, 0, 1, 8],
  [86, SLOT.packets, 1, 1, 8],
  [298, SLOT.packets, 2, 1, 8],
  [152, SLOT.start, 0, 6, 8, 'milliseconds'],
  [154, SLOT.start, 1, 8, 8, 'ntp'],
  [156, SLOT.start, 2, 8, 8, 'ntp'],
  [150, SLOT.start, 3, 4, 4, 'seconds'],
  [22, SLOT.start, 4, 4, 4, 'uptime'],
  [153, SLOT.end, 0, 6, 8, 'milliseconds'],
  [155, SLOT.end, 1, 8, 8, 'ntp'],
  [157, SLOT.end, 2, 8, 8, 'ntp'],
  [151, SLOT.end, 3, 4, 4, 'seconds'],
  [21, SLOT.end, 4, 4, 4, 'uptime'],
  // When the event of a record happened, where it is no span.
  [323, SLOT.end, 5, 6, 8, 'milliseconds'],
  [322, SLOT.end, 6, 4, 4, 'seconds'],
  [160, SLOT.systemInit, 0, 6, 8],
  [296, SLOT.greKey, 0, 1, 4],
  [351, SLOT.segment, 0, 8, 8],
  [315, SLOT.frameSection, 0, 1, LONGEST_SECTION],
  [104, SLOT.frameSection, 1, 1, LONGEST_SECTION],
  [313, SLOT.ipSection, 0, 1, LONGEST_SECTION],
  [409, SLOT.sectionOffset, 0, 1, 4],
  [410, SLOT.sectionOctets, 0, 1, 4],
  [302, SLOT.samplerId, 0, 1, 8],
  [48, SLOT.samplerId, 1, 1, 4],
  [34, SLOT.samplingInterval, 0, 1, 4],
  [50, SLOT.samplingInterval, 1, 1, 4],
  [305, SLOT.packetInterval, 0, 1, 4],
  [306, SLOT.packetSpace, 0, 1, 4],
  [309, SLOT.samplingSize, 0, 1, 4],
  [310, SLOT.samplingPopulation, 0, 1, 4],
  [82, SLOT.interfaceName, 0, 1, LONGEST_SECTION],
  [83, SLOT.interfaceDescription, 0, 1, LONGEST_SECTION],
]

/** By element number. */
export const WANTED_FIELDS: ReadonlyMap<number, WantedField> = new Map(
  ROWS.map(([element, slot, rank, shortest, longest, unit = 'none']) => [
    element,
    { slot, rank, shortest, longest, unit },
  ]),
)
