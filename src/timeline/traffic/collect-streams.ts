/** Traffic facts of one subject → its streams. Hours add up within one observer and channel; across them the greatest counts. */
import { type Carrier, carrierNamed } from '../../facts/carriers.data.ts'
import type { TrafficFact } from '../../facts/fact.ts'
import { CarrierBasis } from '../../facts/traffic.ts'
import type { Subject } from '../../inventory/subject.ts'
import { byText } from '../setup-id.ts'
import type { FactOwners } from './owners.ts'
import type { PortNames } from './port-names.ts'
import type { Observation, PortTraffic, Stream } from './stream.ts'

/** Who saw what, under which names. */
export interface WireNames {
  readonly owners: FactOwners
  readonly portName: PortNames
}

/** Whose streams are wanted, and which set-ups a fact speaks for: what different ones sent is not one stream. */
export interface StreamsOf {
  readonly subject: Subject
  readonly partOf: (fact: string) => string
}

/** Carriers that one stream may show as, depending on how much of a packet was seen: `gre` for every kind of GRE, else the name. */
export function familyOf(carrier: string): string {
  const { name, protocol }: Carrier = carrierNamed(carrier)
  return protocol === 47 ? 'gre' : name
}

/** The streams of a subject in key order. */
export function collectStreams(
  facts: readonly TrafficFact[],
  { subject, partOf }: StreamsOf,
  names: WireNames,
): readonly Stream[] {
  const groups = Map.groupBy(facts.filter(isStream), (fact) => `${streamKey(fact)}\u0000${partOf(fact.id)}`)
  return [...groups].sort(([a], [b]) => byText(a, b)).flatMap(([, group]) => toStream(group, subject, names) ?? [])
}

function isStream({ of }: TrafficFact): boolean {
  return of === 'carrier' || of === 'sender'
}

function streamKey({ of, source, destination, protocol, port, carrier, sessionId }: TrafficFact): string {
  const service = carrier === '' ? (port ?? '') : ''
  return [of, source, destination, protocol, familyOf(carrier), service, sessionId ?? ''].join('\u0000')
}

function toStream(group: readonly TrafficFact[], subject: Subject, names: WireNames): Stream | undefined {
  const surest = surestOf(group)
  if (surest === undefined) return undefined
  const { of, source, destination, protocol, port, carrier, basis, sessionId } = surest
  const observations = observationsOf(group, subject, names)
  return {
    of: of === 'sender' ? 'sender' : 'carrier',
    source,
    destination,
    protocol,
    ...(port === undefined ? {} : { port }),
    carrier,
    basis,
    ...(sessionId === undefined ? {} : { sessionId }),
    ...spanOf(group),
    facts: group.map(({ id }) => id).sort(byText),
    observations,
    bytesAtLeast: Math.max(...observations.map(({ bytesAtLeast }) => bytesAtLeast)),
    packetsAtLeast: Math.max(...observations.map(({ packetsAtLeast }) => packetsAtLeast)),
    innerVlans: [...new Set(group.flatMap(({ innerVlans = [] }) => innerVlans))].sort((a, b) => a - b),
    innerServices: [...new Set(group.flatMap(({ innerServices = [] }) => innerServices))].sort(byText),
  }
}

/** The fact whose carrier is known best. */
export function surestOf(facts: readonly TrafficFact[]): TrafficFact | undefined {
  const rank = ({ basis }: TrafficFact): number => CarrierBasis.options.indexOf(basis)
  return facts.toSorted((a, b) => rank(b) - rank(a) || byText(a.carrier, b.carrier) || byText(a.id, b.id))[0]
}

function spanOf(group: readonly TrafficFact[]): { readonly firstAt: string; readonly lastAt: string } {
  const firsts = group.map(({ firstAt }) => firstAt).sort()
  const lasts = group.map(({ lastAt }) => lastAt).sort()
  return { firstAt: firsts[0] ?? '', lastAt: lasts.at(-1) ?? '' }
}

function observationsOf(group: readonly TrafficFact[], subject: Subject, names: WireNames): readonly Observation[] {
  const seen = Map.groupBy(group, (fact) => `${observerName(fact, names.owners)}\u0000${fact.channel}`)
  return [...seen].sort(([a], [b]) => byText(a, b)).flatMap(([, facts]) => toObservation(facts, subject, names) ?? [])
}

/** Who saw it, in words. */
export function observerName(fact: TrafficFact, owners: FactOwners): string {
  if (fact.observer !== 'exporter') return fact.observer === 'sensor' ? 'a sensor' : 'the cloud'
  return owners.observerOf(fact)?.id ?? 'an exporter without a name'
}

function toObservation(
  facts: readonly TrafficFact[],
  subject: Subject,
  { owners, portName }: WireNames,
): Observation | undefined {
  const [first] = facts
  if (first === undefined) return undefined
  const observer = owners.observerOf(first)
  const byPort = Map.groupBy(facts, ({ egressIndex }) =>
    egressIndex === undefined ? '' : (portName(observer, egressIndex) ?? `ifIndex ${egressIndex}`),
  )
  const ports = [...byPort].filter(([port]) => port !== '').sort(([a], [b]) => byText(a, b))
  return {
    observer: observerName(first, owners),
    isOwn: observer === subject,
    channel: first.channel,
    egress: ports.map(([port, own]) => ({ port, ...spanOf(own) })),
    // A packet that enters and leaves is reported twice by some exporters: of the ports by which it left, the busiest counts.
    ...greatestByPort(facts),
  }
}

function greatestByPort(
  facts: readonly TrafficFact[],
): Pick<Observation, 'bytesAtLeast' | 'packetsAtLeast' | 'bytesEstimated'> {
  const byPort = [...Map.groupBy(facts, ({ egressIndex }) => egressIndex ?? -1).values()]
  const sum = (of: (fact: TrafficFact) => number): number =>
    Math.max(...byPort.map((group) => group.reduce((total, fact) => total + of(fact), 0)))
  return {
    bytesAtLeast: sum((fact) => fact.bytesAtLeast),
    packetsAtLeast: sum((fact) => fact.packetsAtLeast),
    bytesEstimated: sum((fact) => fact.bytesEstimated),
  }
}

/** What the ports of a subject sent, where their names are known; in port order. */
export function collectPorts(
  facts: readonly TrafficFact[],
  subject: Subject,
  { portName }: WireNames,
): readonly PortTraffic[] {
  const named = facts.flatMap((fact) => {
    const { of, egressIndex, ingressIndex } = fact
    const port = portName(subject, egressIndex ?? ingressIndex)
    const isOfPort = (of === 'interface' || of === 'counter') && fact.ports !== undefined
    return isOfPort && port !== undefined ? [{ fact, of, port }] : []
  })
  return [...Map.groupBy(named, ({ of, port }) => `${port}\u0000${of}`)]
    .sort(([a], [b]) => byText(a, b))
    .flatMap(([, group]) => {
      const [first] = group
      if (first === undefined) return []
      const own = group.map(({ fact }) => fact)
      return [
        {
          port: first.port,
          of: first.of,
          ...spanOf(own),
          outAtLeast: own.reduce((sum, { ports }) => sum + (ports?.out ?? 0), 0),
          inAtLeast: own.reduce((sum, { ports }) => sum + (ports?.in ?? 0), 0),
          facts: own.map(({ id }) => id).sort(byText),
        },
      ]
    })
}
