/** Whose change a ticket is about: the names in it are looked up like those of any record. */
import type { Fact, TicketFact } from '../../facts/fact.ts'
import type { RefName } from '../../facts/schema-parts.ts'
import type { SubjectResolver } from '../../inventory/resolve-subjects.ts'
import { canonicalAddress } from '../../kit/ip-network.ts'
import { byText } from '../setup-id.ts'
import type { Ticket } from '../subject-timeline.ts'

/** All tickets in number order, each as it was last seen, with the subjects that its names lead to. */
export function collectTickets(
  facts: readonly Fact[],
  resolver: SubjectResolver,
  isKnown: (subject: string) => boolean,
): readonly Ticket[] {
  const tickets = facts.filter((fact): fact is TicketFact => fact.kind === 'ticket')
  return [...Map.groupBy(tickets, ({ ref, number }) => `${ref.realm}\u0000${number}`).values()]
    .flatMap((states) => states.toSorted(byAge).slice(-1))
    .map((fact) => {
      const ids = fact.subjects.map((name) => subjectOf(fact, name, { resolver, isKnown }))
      const unknownNames = fact.subjects.filter((_, index) => ids[index] === undefined)
      return { fact, subjects: [...new Set(ids.filter((id) => id !== undefined))].sort(byText), unknownNames }
    })
    .sort((a, b) => byText(a.fact.number, b.fact.number) || byText(a.fact.id, b.fact.id))
}

/** The state that its system changed last comes last. */
function byAge(a: TicketFact, b: TicketFact): number {
  return byText(a.updatedAt ?? a.createdAt ?? '', b.updatedAt ?? b.createdAt ?? '') || byText(a.id, b.id)
}

interface Lookup {
  readonly resolver: SubjectResolver
  readonly isKnown: (subject: string) => boolean
}

/** A ticket does not say what kind of name it has: each kind is tried. */
function subjectOf({ ref }: TicketFact, name: string, { resolver, isKnown }: Lookup): string | undefined {
  const value = name.trim()
  if (value === '') return undefined
  const kinds: readonly RefName['by'][] =
    canonicalAddress(value) === undefined ? ['hostname', 'account', 'serial'] : ['address']
  return kinds
    .map((by) => resolver.resolve({ realm: ref.realm, names: [{ by, value }] })?.id)
    .find((id) => id !== undefined && isKnown(id))
}
