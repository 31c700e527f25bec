/**
 * Ties names to subjects. A label is the id of a subject of the inventory, or the key of the name that stands for a subject
 * the inventory does not know.
 */
import type { Claim } from './inventory-claims.ts'
import type { NameKey } from './name-keys.ts'

/** Names that one record gives to one subject, comparable and each once. */
export type Statement = readonly NameKey[]

/** What all statements together say of every name. */
export interface Labels {
  /** The label of a name; undefined for one that was never stated. */
  of(name: NameKey): string | undefined
  /** The label that a record's names agree on by the inventory alone. */
  claimed(statement: Statement): string | undefined
  /** Names with several candidates, which join nothing, and the labels that want them. */
  readonly ambiguous: ReadonlyMap<string, Want>
}

/**
 * The strongest first. An address follows the host name it is stated with: alone it proves nothing, because relays, shared
 * gateway addresses and overlapping networks give one address to many.
 */
const STRENGTH = ['account', 'serial', 'hostname', 'address'] as const
type Strength = (typeof STRENGTH)[number]

/** The order in which the inventory is asked: by name, then by address, then by serial. */
const CLAIM_ORDER = ['account', 'hostname', 'address', 'serial'] as const

/** Labels every name of every statement. The order of statements does not matter. */
export function labelNames(statements: readonly Statement[], claims: readonly Claim[]): Labels {
  const ambiguous: Wants = new Map()
  const claimLabels = settleClaims(claims, ambiguous)
  const state: Settling = { labels: new Map(), ambiguous, claimLabels }
  const anchored = statements.map((statement) => ({ statement, claim: agreedClaim(statement, claimLabels) }))
  for (const kind of STRENGTH) {
    const wants = collectWants(anchored, kind, state)
    for (const want of wants.values()) settle(want, state)
    for (const key of wants.keys()) state.labels.set(key, follow(key, state.labels))
  }
  return {
    of: ({ key }) => claimLabels.get(key) ?? state.labels.get(key),
    claimed: (statement) => agreedClaim(statement, claimLabels),
    ambiguous,
  }
}

/** A name and the labels that want it. */
interface Want {
  readonly name: NameKey
  readonly candidates: ReadonlySet<string>
}
type Wants = Map<string, Want>

interface Settling {
  readonly labels: Map<string, string>
  readonly ambiguous: Wants
  readonly claimLabels: ReadonlyMap<string, string>
}

interface Anchored {
  readonly statement: Statement
  /** What the inventory says of the statement as a whole. */
  readonly claim: string | undefined
}

/** For every name of a kind: the subjects of the statements it stands in. A name never wants itself. */
function collectWants(anchored: readonly Anchored[], kind: Strength, state: Settling): Wants {
  const wants: Wants = new Map()
  for (const { statement, claim } of anchored) {
    const anchor = claim ?? strongest(statement, kind, state)
    for (const name of statement.filter(({ by }) => by === kind)) {
      const before = wants.get(name.key)?.candidates ?? []
      const wanted = anchor === undefined || anchor === name.key ? [] : [anchor]
      wants.set(name.key, { name, candidates: new Set([...before, ...wanted]) })
    }
  }
  return wants
}

/** One claimant each; an entry's own name beats an alias of another entry. */
function settleClaims(claims: readonly Claim[], ambiguous: Wants): ReadonlyMap<string, string> {
  const settled = new Map<string, string>()
  for (const [key, group] of Map.groupBy(claims, ({ name }) => name.key)) {
    const own = group.filter((claim) => claim.own)
    const ids = new Set((own.length > 0 ? own : group).map(({ subject }) => subject.id))
    const [id, other] = ids
    if (id !== undefined && other === undefined) settled.set(key, id)
    else for (const { name } of group) ambiguous.set(key, { name, candidates: ids })
  }
  return settled
}

function agreedClaim(statement: Statement, claimLabels: ReadonlyMap<string, string>): string | undefined {
  for (const kind of CLAIM_ORDER) {
    const found = new Set(statement.filter(({ by }) => by === kind).flatMap(({ key }) => claimLabels.get(key) ?? []))
    const [label, other] = found
    if (label !== undefined) return other === undefined ? label : undefined
  }
  return undefined
}

/** The label of the strongest unambiguous name of a statement down to a kind; of several of one kind, the first in text order. */
function strongest(statement: Statement, downTo: Strength, { labels, ambiguous }: Settling): string | undefined {
  for (const kind of STRENGTH.slice(0, STRENGTH.indexOf(downTo) + 1)) {
    const [first] = statement
      .filter(({ by, key }) => by === kind && !ambiguous.has(key))
      .map(({ key }) => key)
      .sort()
    if (first !== undefined) return labels.get(first) ?? first
  }
  return undefined
}

function settle({ name, candidates }: Want, { labels, ambiguous, claimLabels }: Settling): void {
  const claim = claimLabels.get(name.key)
  const disputed = ambiguous.get(name.key)?.candidates ?? []
  const wanted = new Set([...(claim === undefined ? [] : [claim]), ...disputed, ...candidates])
  const [only, other] = wanted
  if (other !== undefined) ambiguous.set(name.key, { name, candidates: wanted })
  // The inventory's own word stands even where a record says otherwise; the disagreement is shown.
  labels.set(name.key, claim ?? (other === undefined ? (only ?? name.key) : name.key))
}

/** A stack states several serials that name each other: the chain ends at the first of them. */
function follow(key: string, labels: ReadonlyMap<string, string>): string {
  const seen = new Set<string>()
  let at = key
  for (let next = labels.get(at); next !== undefined && next !== at && !seen.has(next); next = labels.get(at)) {
    seen.add(next)
    at = next
  }
  return at
}
