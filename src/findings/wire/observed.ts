/** What was seen of a copy on the wire, at each point of observation: "at least", because records get lost and packets are sampled. */
import type { Fact, TrafficFact } from '../../facts/fact.ts'
import type { Instant } from '../../kit/instant.ts'
import { sayBytes } from '../../kit/say-bytes.ts'
import { sayInstant } from '../../kit/say-instant.ts'
import { byText } from '../../timeline/setup-id.ts'
import type { SubjectTimeline } from '../../timeline/subject-timeline.ts'

/** One point of observation. `{ observer: 'core-sw-1', channel: 'sflow-v5', bytesAtLeast: 1200000, packetsAtLeast: 800, … }` */
export interface ObservedCopy {
  readonly observer: string
  readonly channel: string
  readonly bytesAtLeast: number
  readonly packetsAtLeast: number
  /** Bytes times the sampling rate. */
  readonly bytesEstimated: number
  readonly from: Instant
  readonly until: Instant
}

/** Services that are worth naming in one sentence. */
const MAX_SERVICES = 8

/** At least so much. */
export interface Amount {
  readonly bytesAtLeast: number
  readonly packetsAtLeast: number
}

/** A life of a set-up, and where its facts are looked up. */
export interface ObservationInput {
  readonly ids: readonly string[]
  readonly timeline: Pick<SubjectTimeline, 'observers'>
  readonly facts: ReadonlyMap<string, Fact>
}

/** One entry for each observer and channel, in name order. Two observers see the same bytes: they are never added up. */
export function observedCopies(input: ObservationInput): readonly ObservedCopy[] {
  const groups = Map.groupBy(trafficOf(input), (fact) => `${observerOf(fact, input)}\u0000${fact.channel}`)
  return [...groups].sort(([a], [b]) => byText(a, b)).flatMap(([, facts]) => toObserved(facts, input))
}

/** `core-sw-1 (sflow-v5) saw at least 1.2 MB of it in 800 packets between … and ….`, and what in it was in clear text. */
export function tellObserved(input: ObservationInput): readonly string[] {
  const copies = observedCopies(input).map(
    ({ observer, channel, bytesAtLeast, packetsAtLeast, bytesEstimated, from, until }) =>
      `On the wire ${observer} (${channel}) saw at least ${sayAmount({ bytesAtLeast, packetsAtLeast })} of it${saySampling({ bytesAtLeast, bytesEstimated })} between ${sayInstant(from)} and ${sayInstant(until)}.`,
  )
  const services = [...new Set(trafficOf(input).flatMap(({ innerServices = [] }) => innerServices))].sort(byText)
  if (services.length === 0) return copies
  return [...copies, `In clear text it carried ${services.slice(0, MAX_SERVICES).join(', ')}.`]
}

/** Of sampled packets, what the rate makes of them: an estimate, and said to be one. */
function saySampling({ bytesAtLeast, bytesEstimated }: Pick<ObservedCopy, 'bytesAtLeast' | 'bytesEstimated'>): string {
  return bytesEstimated > bytesAtLeast ? ` (about ${sayBytes(bytesEstimated)} by its sampling rate)` : ''
}

/** `1.2 MB in 800 packets`; counters of ports count octets alone. */
export function sayAmount({ bytesAtLeast, packetsAtLeast }: Amount): string {
  const packets = packetsAtLeast === 0 ? '' : ` in ${packetsAtLeast} packet${packetsAtLeast === 1 ? '' : 's'}`
  return `${sayBytes(bytesAtLeast)}${packets}`
}

/** What one fact adds: of a port, what it sent. */
export function amountOf({ ports, bytesAtLeast, packetsAtLeast }: TrafficFact): Amount {
  return ports === undefined ? { bytesAtLeast, packetsAtLeast } : { bytesAtLeast: ports.out, packetsAtLeast: 0 }
}

function trafficOf({ ids, facts }: ObservationInput): readonly TrafficFact[] {
  return ids.flatMap((id) => {
    const fact = facts.get(id)
    // A flow record of a port that is filed twice counts twice there: its sums are not at least.
    return fact?.kind === 'traffic' && fact.of !== 'interface' ? [fact] : []
  })
}

function observerOf({ id }: TrafficFact, { timeline }: ObservationInput): string {
  return timeline.observers.get(id) ?? 'an exporter without a name'
}

/** A packet that is reported at several ports of its observer is one: the busiest port counts. */
function toObserved(facts: readonly TrafficFact[], input: ObservationInput): readonly ObservedCopy[] {
  const [first] = facts
  if (first === undefined) return []
  const byPort = [...Map.groupBy(facts, ({ egressIndex }) => egressIndex ?? -1).values()]
  const greatest = (of: (fact: TrafficFact) => number): number =>
    Math.max(...byPort.map((group) => group.reduce((sum, fact) => sum + of(fact), 0)))
  return [
    {
      observer: observerOf(first, input),
      channel: first.channel,
      bytesAtLeast: greatest((fact) => amountOf(fact).bytesAtLeast),
      packetsAtLeast: greatest((fact) => amountOf(fact).packetsAtLeast),
      bytesEstimated: greatest(({ ports, bytesEstimated }) => ports?.out ?? bytesEstimated),
      from: facts.map(({ firstAt }) => firstAt).sort()[0] ?? first.firstAt,
      until:
        facts
          .map(({ lastAt }) => lastAt)
          .sort()
          .at(-1) ?? first.lastAt,
    },
  ]
}
