/** Whose record is this: from the names that records give to one of the subjects that the inventory or the records know. */
import type { Fact } from '../facts/fact.ts'
import type { Ref } from '../facts/schema-parts.ts'
import type { Inventory } from './inventory.ts'
import { firstLabel, groupHostNames, type HostNames } from './resolving/host-names.ts'
import { type Claim, claimsOf, toKnownSubjects } from './resolving/inventory-claims.ts'
import { type Labels, labelNames, type Statement } from './resolving/label-names.ts'
import { inRealm, type NameKey, toNameKeys } from './resolving/name-keys.ts'
import type { NameConflict, Subject } from './subject.ts'

/** Answers whose record something is. */
export interface SubjectResolver {
  /** Every subject of the inventory, in id order. */
  readonly known: readonly Subject[]
  /** Names that several subjects lay claim to, in realm and name order. */
  readonly conflicts: readonly NameConflict[]
  /** The subject of a ref; undefined only for a ref without names. The same subject is the same object every time. */
  resolve(ref: Ref): Subject | undefined
}

/**
 * Learns from the inventory and from every fact which names go together, within each realm: inventory, serial, own address,
 * host name, in that order. A name with two candidates joins nothing and is shown. A name that nothing else is known of is a
 * subject of its own: `edge-rtr-07`, `192.0.2.9`, `aws:111122223333`.
 *
 * The answer depends on the set of facts, never on their order.
 */
export function resolveSubjects(facts: Iterable<Fact>, inventory: Inventory): SubjectResolver {
  const known = toKnownSubjects(inventory)
  const claims = claimsOf(known)
  const stated = readStatements(facts)
  const names = [...claims.map(({ name }) => name), ...stated.flat()]
  const hostNames = groupHostNames(names.filter(isHostName), ownerBySpelling(claims))
  const statements = stated.map((statement) => canonicalStatement(statement, hostNames))
  const labels = labelNames(
    statements,
    claims.map((claim) => ({ ...claim, name: canonicalName(claim.name, hostNames) })),
  )
  const subjects = createSubjects({ known, labels, spellings: collectSpellings(names, hostNames) })
  return {
    known,
    conflicts: [...hostNames.conflicts, ...toConflicts(labels, subjects)].sort(compareConflicts),
    resolve: memoised((ref) => {
      const label = labelOf(canonicalStatement(toNameKeys(ref), hostNames), labels)
      return label === undefined ? undefined : subjects(label)
    }),
  }
}

/** Thousands of records carry the same ref: each different one is looked at once. */
function memoised(resolve: (ref: Ref) => Subject | undefined): (ref: Ref) => Subject | undefined {
  const answers = new Map<string, Subject | undefined>()
  return (ref) => {
    const text = refText(ref)
    if (!answers.has(text)) answers.set(text, resolve(ref))
    return answers.get(text)
  }
}

function refText({ realm, names }: Ref): string {
  return JSON.stringify([realm, ...names.flatMap(({ by, value }) => [by, value])])
}

/** What each record says of one subject, each different statement once. */
function readStatements(facts: Iterable<Fact>): readonly Statement[] {
  const refs = new Map<string, Ref>()
  for (const fact of facts) {
    const { realm, names } = fact.ref
    const said: Ref = fact.kind === 'identity' ? { realm, names: [...names, ...fact.names] } : fact.ref
    refs.set(refText(said), said)
  }
  return [...refs.values()].map(toNameKeys)
}

function isHostName({ by }: NameKey): boolean {
  return by === 'hostname'
}

/** The device that a spelling belongs to by the inventory; undefined for none or several. */
function ownerBySpelling(claims: readonly Claim[]): (name: NameKey) => string | undefined {
  const owners = Map.groupBy(claims, ({ name }) => name.key)
  return ({ key }) => {
    const ids = new Set(owners.get(key)?.map(({ subject }) => subject.id))
    const [id] = ids
    return ids.size === 1 ? id : undefined
  }
}

function canonicalName(name: NameKey, hostNames: HostNames): NameKey {
  if (!isHostName(name)) return name
  const value = hostNames.canonical(name)
  const spelling = value === name.value ? name.spelling : firstLabel(name.spelling)
  return { ...name, value, spelling, key: `${name.realm}\u0000hostname\u0000${value}` }
}

function canonicalStatement(statement: Statement, hostNames: HostNames): Statement {
  return [...new Map(statement.map((name) => canonicalName(name, hostNames)).map((name) => [name.key, name])).values()]
}

/** The spelling shown for each name: of several the first in text order, which is the one with more capitals. */
function collectSpellings(names: readonly NameKey[], hostNames: HostNames): ReadonlyMap<string, NameKey> {
  const spellings = new Map<string, NameKey>()
  for (const name of names.map((each) => canonicalName(each, hostNames))) {
    const before = spellings.get(name.key)
    if (before === undefined || name.spelling < before.spelling) spellings.set(name.key, name)
  }
  return spellings
}

/** The order in which a record's own names are asked once the inventory does not know them. */
const RESOLVE_ORDER = ['account', 'serial', 'address', 'hostname']

function labelOf(statement: Statement, labels: Labels): string | undefined {
  const claimed = labels.claimed(statement)
  if (claimed !== undefined) return claimed
  const inOrder = [...statement].sort(
    (a, b) => RESOLVE_ORDER.indexOf(a.by) - RESOLVE_ORDER.indexOf(b.by) || (a.key < b.key ? -1 : 1),
  )
  const certain = inOrder.filter(({ key }) => !labels.ambiguous.has(key))
  const tied = certain.find((name) => (labels.of(name) ?? name.key) !== name.key)
  if (tied !== undefined) return labels.of(tied)
  const own = certain.find(({ by }) => by !== 'address') ?? inOrder.find(({ by }) => by !== 'address') ?? inOrder[0]
  return own?.key
}

interface SubjectSources {
  readonly known: readonly Subject[]
  readonly labels: Labels
  readonly spellings: ReadonlyMap<string, NameKey>
}

/** Label → subject, each made once. */
function createSubjects({ known, labels, spellings }: SubjectSources): (label: string) => Subject {
  const made = new Map(known.map((subject) => [subject.id, subject]))
  const namedBy = Map.groupBy([...spellings.values()].filter(isHostName), (name) => labels.of(name))
  return (label) => {
    const found = made.get(label)
    if (found !== undefined) return found
    const [realm = '', by, value = label] = label.split('\u0000')
    const [hostName] = (namedBy.get(label) ?? []).map(({ spelling }) => spelling).sort()
    const id = hostName ?? spellings.get(label)?.spelling ?? value
    const subject: Subject = { id: inRealm(realm, id), realm, kind: by === 'account' ? 'account' : 'device' }
    made.set(label, subject)
    return subject
  }
}

function toConflicts({ ambiguous }: Labels, subjects: (label: string) => Subject): readonly NameConflict[] {
  return [...ambiguous.values()].map(({ name, candidates }) => ({
    realm: name.realm,
    name: name.spelling,
    candidates: [...candidates].map((label) => subjects(label).id).sort(),
  }))
}

function compareConflicts(a: NameConflict, b: NameConflict): number {
  const [left, right] = [`${a.realm}\u0000${a.name}`, `${b.realm}\u0000${b.name}`]
  return left < right ? -1 : Number(left > right)
}
