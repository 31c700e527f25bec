/** By which interfaces flow records show copies leaving their device. */
import type { Fact, TrafficFact } from '../../../facts/fact.ts'
import type { MirrorSession } from '../../../facts/mirror-session.ts'
import type { Inventory } from '../../../inventory/inventory.ts'
import { resolveSubjects } from '../../../inventory/resolve-subjects.ts'
import type { Subject } from '../../../inventory/subject.ts'

/** Answers for one session of one subject: interfaces by name, sorted; none where no flow record shows one. */
export function egressIndex(
  facts: readonly Fact[],
  inventory: Inventory,
): (subject: Subject, session: MirrorSession) => readonly string[] {
  const traffic = facts.filter((fact): fact is TrafficFact => fact.kind === 'traffic')
  if (traffic.length === 0) return () => []
  const { resolve } = resolveSubjects(facts, inventory)
  const bySubject = Map.groupBy(traffic, ({ ref }) => resolve(ref)?.id)
  return (subject, { destinations }) => {
    const ends = new Set(destinations.flatMap(({ ip }) => ip ?? []))
    const sent = (bySubject.get(subject.id) ?? []).filter(({ destination }) => ends.has(destination))
    return [
      ...new Set(sent.flatMap(({ egressIndex }) => (egressIndex === undefined ? [] : `ifIndex ${egressIndex}`))),
    ].sort()
  }
}
