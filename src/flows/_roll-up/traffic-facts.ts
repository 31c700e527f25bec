/** Streams, ports and counters → traffic facts. Ids and excerpts are made of what is not summed. */
import { CARRIERS } from '../../facts/carriers.data.ts'
import { factId } from '../../facts/fact-id.ts'
import { sumsOf } from '../../facts/merge-traffic.ts'
import type { Trust } from '../../facts/schema-parts.ts'
import type { TrafficFact } from '../../facts/traffic.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { factTime, instantOf } from './moment.ts'
import { type FlowObserver, observerNames } from './origin.ts'
import type { Stream } from './streams/stream.ts'
import type { StreamKey } from './streams/stream-key.ts'

/** What all facts of one roll-up have in common. */
export interface FactFrame {
  readonly realm: string
  readonly trust: Trust
}

/** What a port of an observer passed in one hour, by flow records or by its own counters. */
export interface PortHour {
  readonly of: 'interface' | 'counter'
  readonly observer: FlowObserver
  readonly index: number
  /** The beginning of the hour; first and last moment in it, epoch milliseconds. */
  readonly hourMs: number
  readonly firstMs: number
  readonly lastMs: number
  readonly ports?: TrafficFact['ports']
  /** Of counters: their values at both moments. */
  readonly counters?: TrafficFact['counters']
  readonly counted: TrafficFact['counted']
  readonly path: string
}

/** The longest excerpt of a fact. */
const MAX_EXCERPT = 400

/** @source IANA protocol numbers */
const PROTOCOL_NAMES: ReadonlyMap<number, string> = new Map([
  [1, 'ICMP'],
  [6, 'TCP'],
  [17, 'UDP'],
  [58, 'ICMPv6'],
  [132, 'SCTP'],
])

/** The fact of a stream; `ref` is who sent it. */
export function streamFact(stream: Stream, frame: FactFrame): TrafficFact {
  const { key, firstMs, lastMs, place } = stream
  const { of, source, destination, protocol, basis, port, sessionId, ingress, egress } = key
  const names = source === '' ? observerNames(key.observer) : [{ by: 'address' as const, value: source }]
  const counts = stream.counts()
  const carrier = CARRIERS[key.carrier]?.name ?? ''
  const said = {
    of,
    source,
    destination,
    protocol,
    carrier,
    basis,
    ...(port === undefined ? {} : { port }),
    ...(sessionId < 0 ? {} : { sessionId }),
    ...(ingress === 0 ? {} : { ingressIndex: ingress }),
    ...(egress === 0 ? {} : { egressIndex: egress }),
    segment: instantOf(key.hourMs),
  } as const
  return {
    ...frameOf(key.observer, frame),
    id: idOf(key.observer, { ...said, datedBy: key.datedBy }),
    ref: { realm: frame.realm, names },
    time: factTime(firstMs, key.datedBy),
    places: [place],
    excerpt: excerptOf(key.observer, wordsOf(key)),
    ...said,
    firstAt: instantOf(firstMs),
    lastAt: instantOf(lastMs),
    ...counts,
    ...sumsOf(counts),
    ...stream.inner(),
  }
}

/** The fact of a port; `ref` is the observer, whose port it is. */
export function portFact(hour: PortHour, frame: FactFrame): TrafficFact {
  const { of, observer, index, counted, ports, counters, path, firstMs, lastMs } = hour
  const said = { of, egressIndex: index, segment: instantOf(hour.hourMs) } as const
  const records = { records: [], counted }
  return {
    ...frameOf(observer, frame),
    id: idOf(observer, said),
    ref: { realm: frame.realm, names: observerNames(observer) },
    time: factTime(firstMs, 'record'),
    places: [{ path }],
    excerpt: excerptOf(observer, `${of === 'counter' ? 'counters of' : 'flows through'} interface ${index}`),
    ...said,
    source: '',
    destination: '',
    protocol: -1,
    carrier: '',
    basis: 'none',
    firstAt: instantOf(firstMs),
    lastAt: instantOf(lastMs),
    ...records,
    ...sumsOf(records),
    ...(ports === undefined ? {} : { ports }),
    ...(counters === undefined ? {} : { counters }),
  }
}

type Frame = Pick<
  TrafficFact,
  'kind' | 'leg' | 'trust' | 'dialect' | 'dialectVersion' | 'observedBy' | 'observer' | 'channel'
>

function frameOf(observer: FlowObserver, { realm, trust }: FactFrame): Frame {
  return {
    kind: 'traffic',
    leg: 'flow',
    trust,
    dialect: observer.channel,
    dialectVersion: observer.channelVersion,
    observedBy: { realm, names: observerNames(observer) },
    observer: observer.kind,
    channel: observer.channel,
  }
}

function idOf({ by, value, channel }: FlowObserver, said: Readonly<Record<string, string | number>>): string {
  return factId('traffic', { native: canonicalJson({ ...said, observedBy: { by, value }, channel }) }, 0)
}

/** `NetFlow v9 of 192.0.2.1: 192.0.2.7 to 198.51.100.9, GRE (protocol 47)` */
function excerptOf({ title, value }: FlowObserver, words: string): string {
  return `${title}${value === '' ? '' : ` of ${value}`}: ${words}`.slice(0, MAX_EXCERPT)
}

function wordsOf(key: StreamKey): string {
  const { source, destination, basis, port } = key
  const service = port === undefined ? '' : ` port ${port}`
  // A port number shows no carrier: it is where one is usual.
  const hint = basis === 'port' ? ` (usual for ${titleOf(key)})` : ''
  const what = basis === 'port' || basis === 'none' ? protocolName(key) : titleOf(key)
  return `${source || 'no address'} to ${destination || 'no address'}, ${what}${service}${hint}`
}

function titleOf({ carrier, sessionId }: StreamKey): string {
  return `${CARRIERS[carrier]?.title ?? ''}${sessionId < 0 ? '' : ` id ${sessionId}`}`
}

function protocolName({ protocol }: StreamKey): string {
  return PROTOCOL_NAMES.get(protocol) ?? (protocol < 0 ? 'no protocol' : `protocol ${protocol}`)
}
