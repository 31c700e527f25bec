/** What the places where copies may end send themselves: an approved collector may pass on what it was given. */
import type { TrafficFact } from '../../facts/fact.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import { isWithin } from '../../inventory/matching/collectors.ts'
import type { Collector } from '../../inventory/schema.ts'
import { collectStreams, type WireNames } from './collect-streams.ts'
import type { CollectorStream } from './stream.ts'

/** Streams of every collector of the inventory, in its order. */
export function collectCollectorStreams(
  facts: readonly TrafficFact[],
  { collectors }: Inventory,
  names: WireNames,
): readonly CollectorStream[] {
  if (facts.length === 0) return []
  return collectors.flatMap((collector) => {
    const { name, realm } = collector
    const own = facts.filter((fact) => fact.ref.realm === realm && isFrom(collector, fact))
    const subject = { id: name, realm, kind: 'device' } as const
    return collectStreams(own, { subject, partOf: () => '' }, names).map((stream) => ({
      collector: name,
      realm,
      stream,
    }))
  })
}

function isFrom({ addresses }: Collector, { source }: TrafficFact): boolean {
  return source !== '' && addresses.some((network) => isWithin(network, source))
}
