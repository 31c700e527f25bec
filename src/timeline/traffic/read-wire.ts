/** The traffic facts of one subject, sorted by what is done with them. */
import type { Fact, TrafficFact } from '../../facts/fact.ts'
import type { Subject } from '../../inventory/subject.ts'
import type { Instant } from '../../kit/instant.ts'
import type { SeenTraffic } from './attach-traffic.ts'
import { collectPorts, collectStreams, observerName, type WireNames } from './collect-streams.ts'
import type { PortTraffic, Stream } from './stream.ts'

/** What was seen of one subject. */
export interface Wire {
  readonly seen: SeenTraffic
  readonly streams: readonly Stream[]
  readonly ports: readonly PortTraffic[]
  /** Traffic fact → who saw it. */
  readonly observers: ReadonlyMap<string, string>
}

/** Reads the wire of a subject from its facts; of an hour that has begun at the moment asked about, the last instant is that moment. */
export function readWire(
  facts: readonly Fact[],
  subject: Subject,
  { names, now }: { readonly names: WireNames; readonly now: Instant },
): Wire {
  const traffic = facts.filter(isTraffic).map((fact) => (fact.lastAt > now ? { ...fact, lastAt: now } : fact))
  const ports = traffic.flatMap((fact) => {
    const port = names.portName(subject, fact.egressIndex ?? fact.ingressIndex)
    return fact.source !== '' || port === undefined ? [] : [{ fact, port }]
  })
  return {
    seen: { streams: traffic.filter(({ source }) => source !== ''), ports },
    streams: collectStreams(traffic, subject, names),
    ports: collectPorts(traffic, subject, names),
    observers: new Map(traffic.map((fact) => [fact.id, observerName(fact, names.owners)])),
  }
}

/** A stream or what a port sent. */
export function isTraffic(fact: Fact): fact is TrafficFact {
  return fact.kind === 'traffic'
}
