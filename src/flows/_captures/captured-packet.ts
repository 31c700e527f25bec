/** One packet of a capture, as its reader hands it on. */

/** Packets of captures hold no more; larger lengths are lies. @source libpcap pcap-int.h: MAXIMUM_SNAPLEN */
export const MAX_PACKET_BYTES = 262_144

/** The same object again and again, valid during the call only. */
export interface CapturedPacket {
  bytes: Uint8Array
  view: DataView
  /** First byte that was kept of it, and the first behind it. */
  from: number
  to: number
  /** On the wire; more than was kept where the capture cut it. */
  originalLength: number
  /** @source tcpdump.org/linktypes.html */
  linkType: number
  /** Epoch milliseconds; 0 where the capture has no time. */
  atMs: number
  /** Of its header in the input. */
  offset: number
}

/** What cannot be read, and where it starts in the input. */
export interface Damage {
  readonly message: string
  readonly offset: number
  /** Nothing behind it was read either. */
  readonly ends: boolean
  /** The input ended too early, and nothing else is wrong. */
  readonly isCutOff?: true
}

/** Who is told of packets and of what cannot be read. */
export interface CaptureHandlers {
  packet(packet: CapturedPacket): void
  damaged(damage: Damage): void
}

/** An empty one, to be filled. */
export function emptyPacket({ bytes, view }: Pick<CapturedPacket, 'bytes' | 'view'>): CapturedPacket {
  return { bytes, view, from: 0, to: 0, originalLength: 0, linkType: 0, atMs: 0, offset: 0 }
}

/** The last instant that four digits of a year can write. */
const LATEST_MS = 253_402_300_799_999

/** A time that can be true, in whole milliseconds; 0 for any other. */
export function plausibleMs(ms: number): number {
  // Half a microsecond takes back what binary fractions lose.
  const whole = Math.floor(ms + 0.0005)
  return whole > 0 && whole <= LATEST_MS ? whole : 0
}
