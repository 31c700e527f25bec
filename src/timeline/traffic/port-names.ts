/** Interface numbers of flow records → the names that configurations use. */
import type { Fact, IdentityFact } from '../../facts/fact.ts'
import type { Subject } from '../../inventory/subject.ts'
import type { FactOwners } from './owners.ts'

/** The name of a port of one subject by its number; undefined where neither the inventory nor the exporter says. */
export type PortNames = (subject: Subject | undefined, index: number | undefined) => string | undefined

/** The inventory's word counts, then the exporter's own; where it gave a number two names, none. */
export function collectPortNames(facts: readonly Fact[], owners: FactOwners): PortNames {
  const tables = new Map<string, Map<number, string | undefined>>()
  for (const fact of facts.filter(hasInterfaces)) {
    const subject = owners.of(fact)
    if (subject === undefined) continue
    const table = tables.get(subject.id) ?? new Map<number, string | undefined>()
    for (const { index, name } of fact.interfaces ?? [])
      table.set(index, table.has(index) && table.get(index) !== name ? undefined : name)
    tables.set(subject.id, table)
  }
  return (subject, index) => {
    if (subject === undefined || index === undefined) return undefined
    const listed = subject.device?.interfaces.find(({ ifIndex }) => ifIndex === index)
    return listed?.name ?? tables.get(subject.id)?.get(index)
  }
}

function hasInterfaces(fact: Fact): fact is IdentityFact {
  return fact.kind === 'identity' && fact.interfaces !== undefined
}
