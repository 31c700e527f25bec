/** An hour in which one stream has more packets than a fact remembers: then sums are "at least", and claims stay as they are. */
import type { CapturedFrame } from '../../../src/flows/_testing/captures.ts'
import { erspanFrame } from '../../../src/flows/_testing/carriers.ts'
import { MINUTE_MS } from '../../../src/kit/durations.ts'
import type { Answer } from './estate.ts'

const PACKETS = 5000
const HOUR = '2026-11-14T14:00:00.000Z'

/** Packets of the estate's ERSPAN session 66, all in one hour, each of another length. */
export function busyPackets(): readonly CapturedFrame[] {
  const from = Date.parse(HOUR)
  return Array.from({ length: PACKETS }, (_, at) => {
    const ends = { source: '192.0.2.1', destination: '198.51.100.200' }
    const bytes = erspanFrame(2, { ...ends, session: 66, vlan: 110, sequence: at + 1 })
    return {
      bytes,
      atMs: from + Math.floor((at * 59 * MINUTE_MS) / PACKETS),
      originalLength: bytes.length + (at % 1300),
    }
  })
}

/** What those packets add up to. */
export function bytesOf(packets: readonly CapturedFrame[]): number {
  return packets.reduce((sum, { bytes, originalLength = bytes.length }) => sum + originalLength, 0)
}

/** What an answer says of that hour: bytes and packets "at least". */
export function saidOf({ facts }: Answer): { readonly bytes: number; readonly packets: number } {
  const said = facts.filter((fact) => fact.kind === 'traffic').filter(isOfHour)
  return {
    bytes: said.reduce((sum, { bytesAtLeast }) => sum + bytesAtLeast, 0),
    packets: said.reduce((sum, { packetsAtLeast }) => sum + packetsAtLeast, 0),
  }
}

function isOfHour(fact: { readonly channel: string; readonly of: string; readonly segment: string }): boolean {
  return fact.channel === 'packets' && fact.of === 'carrier' && fact.segment === HOUR
}

/** All that a finding claims, without amounts. */
export function claimsOf({ findings }: Answer): string {
  return JSON.stringify(
    findings.map(({ id, claim, verdict, conduct, status, severity, confidence, witnesses }) => {
      return { id, claim, verdict, conduct, status, severity, confidence, witnesses }
    }),
  )
}
