/** Small facts of the wire for tests. */
import type { IdentityFact, SnapshotFact, TrafficFact } from '../../facts/fact.ts'
import { factId } from '../../facts/fact-id.ts'
import { snapshot } from './build-facts.ts'

/** An hour of GRE from 192.0.2.7 to 198.51.100.9 that the exporter 192.0.2.1 saw on the 14th from 06:00, with members put in place. */
export function traffic(members: Partial<TrafficFact> = {}): TrafficFact {
  const { firstAt = '2026-11-14T06:00:00.000Z' } = members
  const body = {
    of: 'carrier' as const,
    observedBy: address('192.0.2.1'),
    observer: 'exporter' as const,
    channel: 'netflow-v9',
    source: '192.0.2.7',
    destination: '198.51.100.9',
    protocol: 47,
    carrier: 'gre',
    basis: 'protocol' as const,
    segment: firstAt,
    firstAt,
    lastAt: firstAt.replace(':00:00.000Z', ':50:00.000Z'),
    records: [],
    counted: { records: 1, bytes: 1_000_000, packets: 1000, estimatedBytes: 1_000_000 },
    bytesAtLeast: 1_000_000,
    packetsAtLeast: 1000,
    bytesEstimated: 1_000_000,
    ...members,
  }
  return {
    kind: 'traffic',
    id: factId('traffic', { native: JSON.stringify(members) }, 0),
    ref: body.source === '' ? body.observedBy : address(body.source),
    time: { at: body.firstAt, basis: 'record' },
    leg: 'flow',
    trust: 'network-path',
    dialect: body.channel,
    dialectVersion: 1,
    places: [{ path: 'flows' }],
    excerpt: 'a stream',
    ...body,
  }
}

/** A reference to an address. */
export function address(value: string): TrafficFact['ref'] {
  return { realm: 'default', names: [{ by: 'address', value }] }
}

/** A running configuration of edge-rtr-07 with these features beside its address 192.0.2.7. */
export function configured(
  time: string,
  features: SnapshotFact['features'] = [],
  ...session: Parameters<typeof snapshot> extends [unknown, ...infer Rest] ? Rest : never
): SnapshotFact {
  const own = { feature: 'address', name: 'Loopback0', values: { ip: '192.0.2.7/32' }, line: 1, text: '' } as const
  return { ...snapshot(time, ...session), features: [own, ...features] }
}

/** The names that the exporter 192.0.2.7 gives its own ports. */
export function portNames(interfaces: IdentityFact['interfaces']): IdentityFact {
  return {
    ...traffic(),
    kind: 'identity',
    id: factId('identity', { native: JSON.stringify(interfaces) }, 0),
    ref: address('192.0.2.7'),
    names: [],
    ...(interfaces === undefined ? {} : { interfaces }),
  }
}
