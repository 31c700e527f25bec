/** Packets of captures, taken out and written again in any kind of capture. */
import { readFileSync } from 'node:fs'
import { type CapturedFrame, pcapngOf, pcapOf } from '../../../src/flows/_testing/captures.ts'
import { below, type Random } from './random.ts'

/** A pcap header, and the one before each packet. @source draft-ietf-opsawg-pcap sections 4 and 5 */
const FILE_HEADER = 24
const PACKET_HEADER = 16
const LITTLE_ENDIAN_MICROSECONDS = 0xa1b2c3d4

/** The packets of a little-endian pcap with microseconds, as the example estate has them. Throws for any other file. */
export function packetsOf(path: string): readonly CapturedFrame[] {
  const file = readFileSync(path)
  if (file.readUInt32LE(0) !== LITTLE_ENDIAN_MICROSECONDS) throw new Error(`${path} is no pcap that is read here`)
  const frames: CapturedFrame[] = []
  for (let at = FILE_HEADER; at < file.length; ) {
    const from = at + PACKET_HEADER
    const to = from + file.readUInt32LE(at + 8)
    const atMs = file.readUInt32LE(at) * 1000 + file.readUInt32LE(at + 4) / 1000
    frames.push({ bytes: file.subarray(from, to), atMs, originalLength: file.readUInt32LE(at + 12) })
    at = to
  }
  return frames
}

/** A capture, and how its name ends: `.pcap` or `.pcapng`. */
export interface WrittenCapture {
  readonly extension: string
  readonly bytes: Uint8Array
}

/** The same packets as a pcap or pcapng of either byte order, in one of the units of time. */
export function writeCapture(frames: readonly CapturedFrame[], random: Random): WrittenCapture {
  const littleEndian = random() < 0.5
  switch (below(random, 4)) {
    case 0:
      return { extension: '.pcap', bytes: pcapOf(frames, { littleEndian }) }
    case 1:
      return { extension: '.pcap', bytes: pcapOf(frames, { littleEndian, magic: 'nanoseconds' }) }
    case 2:
      return { extension: '.pcap', bytes: pcapOf(frames, { littleEndian, magic: 'modified' }) }
    default:
      return { extension: '.pcapng', bytes: pcapngOf(frames, { littleEndian }) }
  }
}
