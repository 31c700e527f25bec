/** The traffic facts of one subject, sorted by what is done with them. */
import type { Fact, TrafficFact } from '../../facts/fact.ts'
import type { Subject } from '../../inventory/subject.ts'
import type { Instant } from '../../kit/instant.ts'
import type { Setup } from '../setup.ts'
import type { SeenTraffic } from './attach-traffic.ts'
import { collectPorts, collectStreams, observerName, type WireNames } from './collect-streams.ts'
import type { PortTraffic, Stream } from './stream.ts'

/** What was seen of one subject. */
export interface Wire {
  readonly seen: SeenTraffic
  readonly ports: readonly PortTraffic[]
  /** Traffic fact → who saw it. */
  readonly observers: ReadonlyMap<string, string>
}

/** What streams are told apart by. */
export interface KnownSetups {
  readonly setups: readonly Setup[]
  readonly names: WireNames
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
    ports: collectPorts(traffic, subject, names),
    observers: new Map(traffic.map((fact) => [fact.id, observerName(fact, names.owners)])),
  }
}

/** The streams of a subject whose set-ups are known. */
export function readStreams({ streams }: SeenTraffic, subject: Subject, known: KnownSetups): readonly Stream[] {
  const parts = new Map<string, string>()
  for (const { id, episodes } of known.setups)
    for (const fact of episodes.flatMap((episode) => episode.facts)) parts.set(fact, `${parts.get(fact) ?? ''} ${id}`)
  return collectStreams(streams, { subject, partOf: (fact) => parts.get(fact) ?? '' }, known.names)
}

/** A stream or what a port sent. */
export function isTraffic(fact: Fact): fact is TrafficFact {
  return fact.kind === 'traffic'
}
