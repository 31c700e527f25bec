/** Which names, addresses and serials belong to which subject, and by whose word. */
import type { Fact } from '../../facts/fact.ts'
import type { Leg, RefName } from '../../facts/schema-parts.ts'
import type { Instant } from '../../kit/instant.ts'
import type { Inventory } from '../inventory.ts'
import { resolveSubjects, type SubjectResolver } from '../resolve-subjects.ts'
import { claimsOf } from '../resolving/inventory-claims.ts'
import { type NameKey, toNameKey } from '../resolving/name-keys.ts'
import type { NameConflict, Subject } from '../subject.ts'

/** One name of a subject. `{ by: 'address', value: '192.0.2.19', saidBy: ['aaa by tac-plus', 'inventory'] }`. */
export interface Alias {
  readonly by: RefName['by']
  readonly value: string
  /** `inventory`, or a leg and the dialect that read it; sorted. */
  readonly saidBy: readonly string[]
}

/** One subject with all names it was given. */
export interface SubjectAliases {
  readonly subject: string
  readonly kind: Subject['kind']
  readonly inInventory: boolean
  readonly names: readonly Alias[]
  /** How many facts were filed under it, on which legs; none for a device that was never heard. */
  readonly facts: number
  readonly legs: readonly Leg[]
  readonly first?: Instant | undefined
  readonly last?: Instant | undefined
}

/** The whole report; every list in a fixed order. */
export interface AliasReport {
  readonly subjects: readonly SubjectAliases[]
  readonly conflicts: readonly NameConflict[]
  /** Ids of subjects whose records the inventory cannot place. */
  readonly unmatched: readonly string[]
  /** Ids of devices and accounts of the inventory that no record speaks of. */
  readonly neverHeard: readonly string[]
}

/** Collects every name. The same facts in any order give the same report. */
export function collectAliases(facts: readonly Fact[], inventory: Inventory): AliasReport {
  const resolver = resolveSubjects(facts, inventory)
  const filed = fileFacts(facts, resolver)
  const subjects = [...filed.values()].map(toSubjectAliases).sort((a, b) => (a.subject < b.subject ? -1 : 1))
  return {
    subjects,
    conflicts: resolver.conflicts,
    unmatched: subjects.filter(({ inInventory }) => !inInventory).map(({ subject }) => subject),
    neverHeard: subjects.filter((one) => one.inInventory && one.facts === 0).map(({ subject }) => subject),
  }
}

interface Filed {
  readonly subject: Subject
  readonly facts: Fact[]
}

function fileFacts(facts: readonly Fact[], { known, resolve }: SubjectResolver): ReadonlyMap<string, Filed> {
  const filed = new Map<string, Filed>(known.map((subject) => [subject.id, { subject, facts: [] }]))
  for (const fact of facts) {
    // A ticket names the devices it is about; nothing of it was sent by one.
    const subject = fact.kind === 'ticket' ? undefined : resolve(fact.ref)
    if (subject === undefined) continue
    const entry = filed.get(subject.id) ?? { subject, facts: [] }
    entry.facts.push(fact)
    filed.set(subject.id, entry)
  }
  return filed
}

function toSubjectAliases({ subject, facts }: Filed): SubjectAliases {
  const times = facts.flatMap((fact) => (fact.kind === 'seen' ? fact.hour : (fact.time.at ?? []))).sort()
  const [first, last] = [times[0], times.at(-1)]
  return {
    subject: subject.id,
    kind: subject.kind,
    inInventory: subject.device !== undefined || subject.account !== undefined,
    names: namesOf(subject, facts),
    facts: facts.length,
    legs: [...new Set(facts.map(({ leg }) => leg))].sort(),
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
  }
}

interface Said {
  readonly name: NameKey
  readonly word: string
}

function namesOf(subject: Subject, facts: readonly Fact[]): readonly Alias[] {
  const isListed = subject.device !== undefined || subject.account !== undefined
  const listed = isListed ? claimsOf([subject]).map(({ name }): Said => ({ name, word: 'inventory' })) : []
  const grouped = Map.groupBy([...listed, ...facts.flatMap(sayNames)], ({ name }) => name.key)
  return [...grouped.values()]
    .flatMap((said) => {
      const [one] = said.map(({ name }) => name).sort((a, b) => (a.spelling < b.spelling ? -1 : 1))
      return one === undefined ? [] : [{ by: one.by, value: one.spelling, saidBy: wordsOf(said) }]
    })
    .sort((a, b) => (`${a.by} ${a.value}` < `${b.by} ${b.value}` ? -1 : 1))
}

/** A record names its subject; an identity adds the names that it tells of it. */
function sayNames(fact: Fact): readonly Said[] {
  const names = fact.kind === 'identity' ? [...fact.ref.names, ...fact.names] : fact.ref.names
  return names.map((name) => ({ name: toNameKey(fact.ref.realm, name), word: `${fact.leg} by ${fact.dialect}` }))
}

function wordsOf(said: readonly Said[]): readonly string[] {
  return [...new Set(said.map(({ word }) => word))].sort()
}
