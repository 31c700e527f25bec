/** The flows of an ordinary hour, from a seed, with a carrier or a watched sender once in a while. */
import { below, type Random, seededRandom } from '../../tools/proofs/_shared/random.ts'

/** One flow; the same object again and again. Addresses are the low words of 10.0.0.0/8 and 2001:db8::/32. */
export interface BenchFlow {
  source: number
  destination: number
  protocol: number
  sourcePort: number
  destinationPort: number
  ingress: number
  egress: number
  bytes: number
  packets: number
  /** Milliseconds before it was exported. */
  startedAgoMs: number
  endedAgoMs: number
}

/** How often a flow is one that the watch rules keep. */
export interface TrafficOptions {
  readonly seed: number
  readonly flowsPerKept: number
}

/** Ports of every exporter, and addresses that are watched: 10.255.0.0 and those behind it. */
const INTERFACES = 48
export const WATCHED_ADDRESSES = 2000
const FIRST_WATCHED = 0x0aff0000

const SERVICE_PORTS = [80, 443, 443, 443, 53, 22, 123, 445, 3389, 8080]

/** Makes flows one after the other. */
export class Traffic {
  readonly flow: BenchFlow = {
    source: 0,
    destination: 0,
    protocol: 0,
    sourcePort: 0,
    destinationPort: 0,
    ingress: 0,
    egress: 0,
    bytes: 0,
    packets: 0,
    startedAgoMs: 0,
    endedAgoMs: 0,
  }
  readonly #random: Random
  readonly #flowsPerKept: number

  constructor({ seed, flowsPerKept }: TrafficOptions) {
    this.#random = seededRandom(seed)
    this.#flowsPerKept = flowsPerKept
  }

  /** Fills {@link flow} afresh. */
  next(): BenchFlow {
    const { flow } = this
    const random = this.#random
    const packets = 1 + below(random, 40)
    flow.source = 0x0a000000 + below(random, 0xfe0000)
    flow.destination = 0x0a000000 + below(random, 0xfe0000)
    flow.protocol = below(random, 4) === 0 ? 17 : 6
    flow.sourcePort = 32_768 + below(random, 28_000)
    flow.destinationPort = SERVICE_PORTS[below(random, SERVICE_PORTS.length)] ?? 443
    flow.ingress = 1 + below(random, INTERFACES)
    flow.egress = 1 + below(random, INTERFACES)
    flow.packets = packets
    flow.bytes = packets * (64 + below(random, 1400))
    flow.startedAgoMs = 1000 + below(random, 60_000)
    flow.endedAgoMs = below(random, 1000)
    if (below(random, this.#flowsPerKept) === 0) this.#makeKept(flow, below(random, 3))
    return flow
  }

  #makeKept(flow: BenchFlow, kind: number): void {
    if (kind === 0) flow.protocol = 47
    if (kind === 0) flow.sourcePort = flow.destinationPort = 0
    if (kind === 1) flow.protocol = 17
    if (kind === 1) flow.destinationPort = 4789
    if (kind === 2) flow.source = FIRST_WATCHED + below(this.#random, WATCHED_ADDRESSES)
  }
}

/** The watched addresses as text. */
export function watchedAddresses(): readonly string[] {
  return Array.from({ length: WATCHED_ADDRESSES }, (_, n) => dottedQuad(FIRST_WATCHED + n))
}

/** 0x0aff0001 → `10.255.0.1`. */
export function dottedQuad(word: number): string {
  return `${word >>> 24}.${(word >>> 16) & 255}.${(word >>> 8) & 255}.${word & 255}`
}
