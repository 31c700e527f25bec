/** What was seen on the wire of one subject: streams that may carry a copy, and what its ports sent. */
import type { CarrierBasis } from '../../facts/traffic.ts'
import type { Instant } from '../../kit/instant.ts'

/** A port by name (else `ifIndex 12`), and when a stream was seen to leave by it. */
export interface EgressPort {
  readonly port: string
  readonly firstAt: Instant
  readonly lastAt: Instant
}

/** What one observer saw of a stream, on one channel. `{ observer: 'core-sw-1', channel: 'sflow-v5', isOwn: false, … }` */
export interface Observation {
  /** The exporter; `a sensor` for captures and monitors, `an exporter without a name` where the file does not say. */
  readonly observer: string
  /** Whether the sender itself is the one who says so. */
  readonly isOwn: boolean
  readonly channel: string
  /** Ports of the observer by which it left, in name order. */
  readonly egress: readonly EgressPort[]
  readonly bytesAtLeast: number
  readonly packetsAtLeast: number
  readonly bytesEstimated: number
}

/** One stream of a subject: all that it sent to one place in one kind of carrier (and for a known session id, under that id). */
export interface Stream {
  readonly of: 'carrier' | 'sender'
  readonly source: string
  readonly destination: string
  readonly protocol: number
  readonly port?: number | undefined
  /** The surest word for the carrier that any observer had; empty for traffic that is none. */
  readonly carrier: string
  readonly basis: CarrierBasis
  readonly sessionId?: number | undefined
  readonly firstAt: Instant
  readonly lastAt: Instant
  /** Sorted. */
  readonly facts: readonly string[]
  readonly observations: readonly Observation[]
  /** The greatest that one observation comes to: two observers see the same bytes. */
  readonly bytesAtLeast: number
  readonly packetsAtLeast: number
  readonly innerVlans: readonly number[]
  readonly innerServices: readonly string[]
}

/** Octets that a port was seen to send and receive, from flow records or its own counters. */
export interface PortTraffic {
  readonly port: string
  readonly of: 'interface' | 'counter'
  readonly firstAt: Instant
  readonly lastAt: Instant
  readonly outAtLeast: number
  readonly inAtLeast: number
  readonly facts: readonly string[]
}

/** A stream that a collector sends. */
export interface CollectorStream {
  readonly collector: string
  readonly realm: string
  readonly stream: Stream
}
