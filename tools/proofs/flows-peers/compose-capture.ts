/** A capture of our own whose flows are known: web, names, and copies in ERSPAN. */
import { type CapturedFrame, pcapOf } from '../../../src/flows/_testing/captures.ts'
import { copiedFrame, erspan2 } from '../../../src/flows/_testing/carriers.ts'
import { ethernet, ip, tcp, udp } from '../../../src/flows/_testing/packets.ts'
import type { TableFlow } from './flow-table.ts'

/** A capture, and what a meter must find in it. */
export interface ComposedCapture {
  readonly bytes: Uint8Array
  readonly flows: readonly TableFlow[]
}

const AT_MS = Date.parse('2026-11-14T03:12:00Z')
const PACKETS = 4

/** So many flows of four packets each, in turn of TCP, UDP and GRE. */
export function composeCapture(family: 4 | 6, count: number): ComposedCapture {
  const made = Array.from({ length: count }, (_, at) => composeFlow(family, at))
  const frames = made.flatMap(({ frames: own }) => own).sort((a, b) => a.atMs - b.atMs)
  return { bytes: pcapOf(frames), flows: made.map(({ flow }) => flow) }
}

function composeFlow(family: 4 | 6, at: number): { flow: TableFlow; frames: readonly CapturedFrame[] } {
  const ends = endsOf(family, at)
  const ports = { sourcePort: 40_000 + (at % 20_000), destinationPort: at % 3 === 0 ? 443 : 53 }
  const payload = new Uint8Array(40 + (at % 400))
  const kinds = [
    { protocol: 6, ports, carried: (): Uint8Array => tcp(payload, ports) },
    { protocol: 17, ports, carried: (): Uint8Array => udp(payload, ports) },
    {
      protocol: 47,
      ports: { sourcePort: 0, destinationPort: 0 },
      carried: (sequence: number): Uint8Array => erspan2(copiedFrame(), { session: 104, sequence }),
    },
  ]
  const kind = kinds[at % kinds.length] ?? kinds[0]
  if (kind === undefined) throw new Error('no kind of flow')
  const packets = Array.from({ length: PACKETS }, (_, packet) =>
    ip(kind.carried(packet), { ...ends, protocol: kind.protocol }),
  )
  return {
    flow: {
      ...ends,
      ...kind.ports,
      protocol: kind.protocol,
      bytes: packets.reduce((sum, { length }) => sum + length, 0),
      packets: PACKETS,
    },
    frames: packets.map((packet, turn) => ({ bytes: ethernet(packet), atMs: AT_MS + turn * 250 + (at % 250) })),
  }
}

/** Documentation addresses are few: the third and fourth number of private ones count. */
function endsOf(family: 4 | 6, at: number): { readonly source: string; readonly destination: string } {
  const [high, low] = [at >>> 8, at & 255]
  return family === 4
    ? { source: `10.${high}.${low}.7`, destination: `10.128.${high}.${low}` }
    : { source: `2001:db8:7::${(at + 1).toString(16)}`, destination: `2001:db8:66::${(at + 1).toString(16)}` }
}
