/**
 * Datagrams and flow files → traffic facts. A format folder knows one way of writing flows; what all of them share (rows,
 * packets, captures, watch rules, roll-up) stands in the folders whose names start with `_`.
 *
 * All of it is pure: bytes are handed in, facts come out; no clock, no I/O; it never throws, whatever the bytes.
 */
import type { Fact } from '../facts/fact.ts'
import type { Note } from '../facts/note.ts'
import type { Trust } from '../facts/schema-parts.ts'
import type { Instant } from '../kit/instant.ts'
import type { FlowRow } from './_row/flow-row.ts'

export type { FlowRow } from './_row/flow-row.ts'

/** What decoding counts beside rows. A record of flows ends as `record`; samples of sFlow as their kind; what cannot be read as `malformed`. */
export const DECODE_COUNTS = [
  'record',
  'option-record',
  'template',
  'option-template',
  'set-without-template',
  'flow-sample',
  'counter-sample',
  'drop-sample',
  'packet',
  'malformed',
  'unsupported',
] as const
export type DecodeCount = (typeof DECODE_COUNTS)[number]

/** Where a decoder puts what it finds. There is one row: fill it after `row.reset()`, then `take` it. */
export interface FlowSink {
  readonly row: FlowRow
  /** The row is complete: a flow record, a sampled packet, a packet. Counts it under `as`. */
  take(as: 'record' | 'flow-sample' | 'packet'): void
  /** Everything that is no row. */
  count(what: Exclude<DecodeCount, 'record' | 'flow-sample' | 'packet'>, times?: number): void
  /** The exporter's own name of a port. */
  interfaceName(index: number, name: string): void
  /** Octets that a port sent and received since it started, at a time. */
  portCounters(counters: PortCounters): void
  /**
   * Who observed what follows, where the records themselves say (text formats, the agent of sFlow): canonical address, host
   * name, or the cloud account whose log it is (`aws:111122223333`). An empty value forgets it: the next record names nobody.
   */
  observer(by: 'address' | 'hostname' | 'account', value: string): void
  note(code: string, message: string): void
}

/** A port's own counters at one moment. */
export interface PortCounters {
  readonly index: number
  readonly outOctets: number
  readonly inOctets: number
  readonly atMs: number
}

/** One UDP payload (or one of several in a file); the same object again and again, valid during the call only. */
export interface Datagram {
  readonly bytes: Uint8Array
  readonly view: DataView
  /** First byte, and the first behind it. */
  readonly from: number
  readonly to: number
  /** When the capture saw it, epoch milliseconds; 0 where nobody said. */
  readonly receivedMs: number
}

/** What a decoder remembers of one exporter: templates, sampling rates. Bounded by the decoder. */
export interface ExporterMemory {
  /** The decoder's own memory, made once. `memory.of('ipfix', () => new Templates())` */
  of<T extends object>(name: string, make: () => T): T
  /** What all exporters of a run share: budgets. Absent outside of runs. */
  readonly run?: ExporterMemory | undefined
}

/** Reads the datagrams of one protocol. */
export interface DatagramDecoder {
  /** Whether a datagram is one of this protocol: its version, and a header that can be true. Cheap: asked of every datagram. */
  recognise(datagram: Datagram): boolean
  /**
   * Decodes one datagram and returns the offset behind its last byte that belongs to it (`to`, unless a file holds several
   * datagrams one after the other). What is damaged is counted as `malformed`, once for each part that is left out.
   */
  decode(datagram: Datagram, memory: ExporterMemory, sink: FlowSink): number
  /** To be called when no more will come: data that waited for a template is counted. */
  finish?(memory: ExporterMemory, sink: FlowSink): void
}

/** Reads files that other flow tools and clouds write: lines, or JSON objects. */
export interface FlowFileReader {
  /** `either`: JSON objects where the file starts as JSON, else lines; the session is given whichever it is. */
  readonly framing: 'lines' | 'json' | 'either'
  /** How surely a file is of this format, 0 to 1, from its first 64 KiB; competes with all dialects. */
  recognise(sample: string): number
  /** A reader of one file, which may remember its header lines. */
  open(): FlowFileSession
}

/** One file being read. */
export interface FlowFileSession {
  /** Takes rows from one line or object into the sink; says how the line ended where it gave none. */
  read(record: string | Readonly<Record<string, unknown>>, sink: FlowSink): RecordEnding
}

/** How a line or object of a file ended: with rows, as something of the format that holds none, or as nothing of it. */
export type RecordEnding = 'rows' | 'irrelevant' | 'unrecognised'

/** The same, knowing whether the watch rules kept any of its rows. */
export type RecordOutcome = 'kept' | 'dropped' | Exclude<RecordEnding, 'rows'>

/** One format: the one export, named `flowFormat`, of its folder's `index.ts`. */
export interface FlowFormat {
  /** Equals the folder's name; the `channel` of its facts. */
  readonly id: string
  /** Raised when the same bytes give other facts than before. */
  readonly version: number
  readonly title: string
  /** Whose word it is. */
  readonly observer: 'exporter' | 'sensor' | 'cloud'
  /** What this kind of record can never show, each one sentence. `VPC flow logs leave out mirrored traffic.` */
  readonly limits: readonly string[]
  readonly datagrams?: DatagramDecoder
  readonly file?: FlowFileReader
}

/**
 * Which flows become facts, by the record and these rules alone. Versioned: what older rules dropped was not looked for.
 * The rules keep every carrier of copies, and what these addresses send.
 */
export interface WatchRules {
  readonly version: number
  /** Addresses and networks of devices and collectors: canonical text, `192.0.2.0/24` or `192.0.2.9`. */
  readonly senders: readonly string[]
}

/** What a run of flow readings is made with. */
export interface FlowRunOptions {
  readonly formats: readonly FlowFormat[]
  readonly realm: string
  readonly trust: Trust
  /** Stands in for a missing time. */
  readonly reference: Instant
  readonly watch: WatchRules
}

/** How an input with flows is to be read. */
export interface FlowKind {
  /** `pcap`, `pcapng`, `datagrams`, or the id of a file format. */
  readonly id: string
  readonly framing: 'bytes' | 'lines' | 'json'
  /** 0 to 1; competes with dialects. */
  readonly score: number
}

/** One run: templates and pending data live across its inputs. */
export interface FlowRun {
  /** Changes when the same bytes may give other facts: versions of formats, watch rules. */
  readonly circumstances: string
  /** What an input is, from its first 64 KiB; undefined when it holds no flows. */
  recognise(head: Uint8Array): FlowKind | undefined
  open(kind: FlowKind, path: string): FlowReading
  /** What still waited for its template: nothing more will come. */
  finish(): FlowOutcome
}

/** One input being read. */
export interface FlowReading {
  /** For `bytes`: the next bytes, in any segmentation. They may be reused after the call. */
  push(bytes: Uint8Array): void
  /** For `lines` and `json`: one record, and where it stands. */
  record(
    record: string | Readonly<Record<string, unknown>>,
    at: { readonly line?: number; readonly offset?: number },
  ): RecordOutcome
  /** Facts so far, when many have gathered; empty otherwise. */
  takeFacts(): readonly Fact[]
  end(): FlowOutcome
}

/** What became of one input: counts of decoding, rows kept and dropped by the watch rules, facts and notes. */
export interface FlowOutcome {
  readonly facts: readonly Fact[]
  readonly notes: readonly Note[]
  readonly decoded: Readonly<Record<DecodeCount, number>>
  /** Exporters, accounts or hosts that are named as observers. */
  readonly observers: number
  /** Rows that became part of a fact, and rows that the watch rules dropped; together all rows. */
  readonly kept: number
  readonly dropped: number
  /** Lines or objects of a file format that held no row: headers, other events. */
  readonly irrelevant: number
  readonly unrecognised: number
}
