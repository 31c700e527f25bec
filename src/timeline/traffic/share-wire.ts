/** What can only be known of the traffic of all subjects together: whose addresses are whose, names of ports, who answers whom. */
import type { Fact } from '../../facts/fact.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import type { SubjectResolver } from '../../inventory/resolve-subjects.ts'
import type { Instant } from '../../kit/instant.ts'
import type { WireNames } from './collect-streams.ts'
import { collectCollectorStreams } from './collector-streams.ts'
import { collectAnswered, type Explanations } from './explain-streams.ts'
import { createOwners } from './owners.ts'
import { collectPortNames } from './port-names.ts'
import { isTraffic } from './read-wire.ts'
import type { CollectorStream } from './stream.ts'

/** The wire of all subjects. */
export interface SharedWire {
  readonly names: WireNames
  readonly isAnswered: Explanations['isAnswered']
  readonly collectorStreams: readonly CollectorStream[]
  readonly collectors: Inventory['collectors']
}

/** Reads it from all facts, in any order. */
export function shareWire(
  facts: readonly Fact[],
  resolver: SubjectResolver,
  { inventory, now }: { readonly inventory: Inventory; readonly now: Instant },
): SharedWire {
  const owners = createOwners(facts, resolver)
  const names = { owners, portName: collectPortNames(facts, owners) }
  const traffic = facts.filter(isTraffic).filter(({ firstAt }) => firstAt <= now)
  return {
    names,
    isAnswered: collectAnswered(traffic),
    collectors: inventory.collectors,
    collectorStreams: collectCollectorStreams(traffic, inventory, names),
  }
}
