/** Flows that may carry a copy, rolled up by hour: what was seen on the wire, by whom, without the word of the device that sends it. */
import { z } from 'zod'
import { factBase, Ref } from './schema-parts.ts'

/** Records that one traffic fact remembers one by one; beyond them it only counts. A minute's export for two hours. */
export const MAX_TRAFFIC_RECORDS = 128

/**
 * One exported record: a hash of what the exporter wrote (12 hex digits), its bytes and packets as written, and the sampling
 * rate, so that the same record seen twice counts once. `['9f86d081884c', 1500, 1, 512]`
 */
export const TrafficRecord = z.tuple([z.string(), z.number(), z.number(), z.number()]).readonly()
export type TrafficRecord = z.infer<typeof TrafficRecord>

/** How surely the carrier is known: `header` bytes were seen, only the IP `protocol`, only a UDP `port`; `none` for no carrier. */
export const CarrierBasis = z.enum(['none', 'port', 'protocol', 'header'])
export type CarrierBasis = z.infer<typeof CarrierBasis>

/** Octets that left a port, and that came in. */
const PortOctets = z.object({ out: z.number(), in: z.number() }).readonly()

/**
 * One stream of one observer in one hour: of all its records the sums are "at least", because a record may be lost and a packet
 * not sampled. The same stream in the same hour is one fact, whatever files it came in; see `merge-traffic.ts`.
 */
export const TrafficFact = z
  .object({
    kind: z.literal('traffic'),
    ...factBase,
    /**
     * `carrier`: with a mirror's encapsulation, protocol or port. `sender`: sent by an address that the inventory knows.
     * `interface`: all that flow records show passing one port (`out` and `in` in `ports`). `counter`: the port's own counters.
     */
    of: z.enum(['carrier', 'sender', 'interface', 'counter']),
    /** The exporter or sensor; no names where the file does not say. `ref` is the outer source (or the exporter, of its ports). */
    observedBy: Ref,
    observer: z.enum(['exporter', 'sensor', 'cloud']),
    /** How it was observed: the format's id (`netflow-v9`, `packets`). Within one channel records add up. */
    channel: z.string(),
    /** Outer addresses, canonical text; empty for `interface` and `counter`. */
    source: z.string(),
    destination: z.string(),
    /** IP protocol number; -1 where none is said. */
    protocol: z.int(),
    /** A name of `carriers.data.ts`; empty for none. */
    carrier: z.string(),
    basis: CarrierBasis,
    /** UDP or TCP port of the service: the destination's, or the source's where only that one is well known. */
    port: z.int().optional(),
    /** ERSPAN session id, VXLAN or GENEVE network, GRE key. */
    sessionId: z.int().optional(),
    /** Interface numbers of the observer; absent where not said. */
    ingressIndex: z.int().optional(),
    egressIndex: z.int().optional(),
    /** The hour: `2026-11-14T03:00:00.000Z`. */
    segment: z.string(),
    /** First and last instant at which it was seen inside the hour. */
    firstAt: z.string(),
    lastAt: z.string(),
    /** The {@link MAX_TRAFFIC_RECORDS} records with the smallest hashes, in hash order. Empty for `interface` and `counter`. */
    records: z.array(TrafficRecord).readonly(),
    /** The greatest sums that one reading came to which could not remember all records; 0 while every record is remembered. */
    counted: z
      .object({ records: z.number(), bytes: z.number(), packets: z.number(), estimatedBytes: z.number() })
      .readonly(),
    /** More records than are remembered: the sums are those of `counted`. */
    isThinned: z.literal(true).optional(),
    bytesAtLeast: z.number(),
    packetsAtLeast: z.number(),
    /** Bytes times the sampling rate. */
    bytesEstimated: z.number(),
    /** What headers inside the carrier showed, at most 32 of each, sorted: VLANs, and services that are spoken in clear text (`tcp/23`). */
    innerVlans: z.array(z.int()).readonly().optional(),
    innerServices: z.array(z.string()).readonly().optional(),
    /** For `counter` and `interface`: octets that left and that came in; of `interface` a record that is filed twice counts twice. */
    ports: PortOctets.optional(),
    /**
     * For `counter`: what the port's counters said at `firstAt` and at `lastAt`. A reading of one value has no `ports`; two such
     * readings show together what the counters grew by.
     */
    counters: z.object({ first: PortOctets, last: PortOctets }).readonly().optional(),
  })
  .readonly()
export type TrafficFact = z.infer<typeof TrafficFact>
