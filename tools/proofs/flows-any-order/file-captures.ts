/** Files the same packets in other captures: order, number of captures, kinds of capture, packets that are there twice. */
import { join } from 'node:path'
import type { CapturedFrame } from '../../../src/flows/_testing/captures.ts'
import { writeCapture } from '../_shared/captures.ts'
import { write } from '../_shared/deal.ts'
import { below, type Random, shuffled } from '../_shared/random.ts'

const MAX_CAPTURES = 12
/** Share of packets that are there twice. */
const DUPLICATED = 0.1

/** How packets were filed. */
export interface CaptureFiling {
  readonly captures: number
  /** Packets that are there twice. */
  readonly twice: number
  /** Exporters whose first datagram, as it is read, has no template yet. */
  readonly dataFirst: number
}

/** Writes captures into `folder` in an order and a cut that `random` decides. */
export function fileCaptures(packets: readonly CapturedFrame[], folder: string, random: Random): CaptureFiling {
  const repeated = packets.filter(() => random() < DUPLICATED)
  const ordered = order([...packets, ...repeated], random)
  const rotated = cut(ordered, 1 + below(random, MAX_CAPTURES), random)
  // Captures are read in the order of their names, which need not be that of their packets.
  const captures = random() < 0.5 ? rotated : shuffled(random, rotated)
  for (const [at, capture] of captures.entries()) {
    const { extension, bytes } = writeCapture(capture, random)
    write(join(folder, `${String(at).padStart(2, '0')}${extension}`), bytes, random)
  }
  return { captures: captures.length, twice: repeated.length, dataFirst: countDataFirst(captures.flat()) }
}

/** As they passed, backwards (then data comes before its template), or in no order. */
function order(packets: readonly CapturedFrame[], random: Random): readonly CapturedFrame[] {
  const inTime = packets.toSorted((a, b) => a.atMs - b.atMs)
  switch (below(random, 3)) {
    case 0:
      return inTime
    case 1:
      return inTime.toReversed()
    default:
      return shuffled(random, packets)
  }
}

/** One run of packets behind another, as captures rotate; or dealt, as by several sensors. */
function cut(packets: readonly CapturedFrame[], count: number, random: Random): readonly (readonly CapturedFrame[])[] {
  const piles = Array.from({ length: count }, (): CapturedFrame[] => [])
  const isDealt = random() < 0.5
  for (const [at, packet] of packets.entries())
    piles[isDealt ? below(random, count) : Math.floor((at * count) / packets.length)]?.push(packet)
  return piles.filter((pile) => pile.length > 0)
}

/** In Ethernet, IPv4 without options and UDP, where the datagrams of the example estate begin. */
const SENDER_AT = 14 + 12
const DATAGRAM_AT = 14 + 20 + 8
/** Version → length of the header and id of a set of templates. @source RFC 3954 section 5, RFC 7011 section 3 */
const TEMPLATE_SETS: ReadonlyMap<number, { readonly header: number; readonly id: number }> = new Map([
  [9, { header: 20, id: 0 }],
  [10, { header: 16, id: 2 }],
])

/** Exporters whose first datagram begins with data. */
function countDataFirst(packets: readonly CapturedFrame[]): number {
  const first = new Map<number, boolean>()
  for (const { bytes } of packets) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const sets = TEMPLATE_SETS.get(view.getUint16(DATAGRAM_AT))
    const exporter = view.getUint32(SENDER_AT)
    if (sets === undefined || first.has(exporter)) continue
    first.set(exporter, view.getUint16(DATAGRAM_AT + sets.header) !== sets.id)
  }
  return [...first.values()].filter((isData) => isData).length
}
