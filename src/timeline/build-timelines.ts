/**
 * All facts → every subject's timeline. The heart: pure, and the same for any order, batching or repetition of facts.
 */
import type { Fact, TicketFact } from '../facts/fact.ts'
import type { Inventory } from '../inventory/inventory.ts'
import { resolveSubjects } from '../inventory/resolve-subjects.ts'
import { inRealm } from '../inventory/resolving/name-keys.ts'
import type { Subject } from '../inventory/subject.ts'
import type { Instant } from '../kit/instant.ts'
import { buildTimeline, type TimelineOptions } from './build-timeline.ts'
import { joinSetups } from './links/join-setups.ts'
import { linkSharedObjects } from './links/shared-objects.ts'
import { collectTickets } from './links/tickets.ts'
import type { Setup } from './setup.ts'
import { byText } from './setup-id.ts'
import type { SubjectTimeline, Timelines } from './subject-timeline.ts'
import { shareWire } from './traffic/share-wire.ts'

/** All that timelines depend on. */
export interface TimelineInput extends TimelineOptions {
  readonly facts: readonly Fact[]
  readonly inventory: Inventory
}

/** Builds every timeline, subjects in id order. A subject of the inventory that nobody heard of has an empty one. */
export function buildTimelines(input: TimelineInput): Timelines {
  const facts = input.facts.toSorted((a, b) => byText(a.id, b.id))
  const resolver = resolveSubjects(facts, input.inventory)
  const wire = shareWire(facts, resolver, input)
  const bySubject = new Map<string, { subject: Subject; facts: Fact[] }>()
  for (const subject of resolver.known) bySubject.set(subject.id, { subject, facts: [] })
  for (const fact of facts) {
    if (fact.kind === 'ticket') continue
    const owner = wire.names.owners.of(fact)
    // What unknown hosts send, seen by a sensor, is nobody's here; what collectors send is told by the copies that go to them.
    if (owner === undefined && fact.kind === 'traffic') continue
    const subject = owner ?? nameless(fact.ref.realm)
    const entry = bySubject.get(subject.id) ?? { subject, facts: [] }
    entry.facts.push(fact)
    bySubject.set(subject.id, entry)
  }
  const alone = [...bySubject.values()]
    .sort((a, b) => byText(a.subject.id, b.subject.id))
    .flatMap((entry) => buildTimeline(entry, { ...input, wire }))
  const tickets = collectTickets(facts, resolver, (id) => bySubject.has(id)).filter(({ fact }) =>
    isKnownBy(fact, input.now),
  )
  const { collectorStreams } = wire
  return { subjects: joinAcross(alone), conflicts: resolver.conflicts, tickets, collectorStreams }
}

/** Whose records name nobody (`show logging` in a file, rows of an export without a host): told under a name that no device has. */
function nameless(realm: string): Subject {
  return { id: inRealm(realm, '(unnamed device)'), realm, kind: 'device' }
}

/** A ticket is known from when it was written; one that does not say when always was. */
function isKnownBy({ createdAt }: TicketFact, now: Instant): boolean {
  return createdAt === undefined || createdAt <= now
}

/** The second stage: what links set-ups of several subjects. */
function joinAcross(timelines: readonly SubjectTimeline[]): readonly SubjectTimeline[] {
  const owned = timelines.flatMap(({ subject, setups }) => setups.map((setup) => ({ subject, setup })))
  const joined = new Map<string, Setup>(linkSharedObjects(joinSetups(owned)).map((setup) => [setup.id, setup]))
  return timelines.map((timeline) => ({
    ...timeline,
    setups: timeline.setups.map((setup) => joined.get(setup.id) ?? setup),
  }))
}
