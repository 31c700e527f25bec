/** Observed sessions → few patterns, each of which one entry of an inventory can name. */
import { canonicalJson } from '../../kit/canonical-json.ts'
import type { Inventory } from '../inventory.ts'
import { showDestination } from '../matching/compare-destinations.ts'
import { carriersOf } from '../matching/compare-session.ts'
import { showSource } from '../matching/compare-sources.ts'
import { scopeCovers } from '../matching/scope.ts'
import { toKnownSubjects } from '../resolving/inventory-claims.ts'
import type { Scope } from '../schema/permission.ts'
import type { Subject } from '../subject.ts'
import { exactScope, realmOf, regionOf } from './exact-dimensions.ts'
import type { GradedSetup } from './observed.ts'

/** Sessions that go the same way, and the scope that holds all their subjects. */
export interface Pattern {
  readonly scope: Scope
  /** At least one, in the order given. */
  readonly members: readonly [GradedSetup, ...GradedSetup[]]
}

/**
 * Sessions with the same sources, destination, carrier and kind on several devices of a common role, site or tag become one
 * pattern; others one for each subject. A union of what different devices copy would allow each of them more than it does.
 * Keeps the order of the first members.
 */
export function clusterSessions(setups: readonly GradedSetup[], inventory: Inventory): readonly Pattern[] {
  const known = toKnownSubjects(inventory)
  return [...Map.groupBy(setups, wayOf).values()].flatMap((group) => {
    const selector = commonSelector(group, known)
    if (selector !== undefined) return toPattern(selector, group)
    return [...Map.groupBy(group, ({ subject }) => subject.id).values()].flatMap((own) => toPattern(ownScope(own), own))
  })
}

function toPattern(scope: Scope | undefined, [first, ...others]: readonly GradedSetup[]): readonly Pattern[] {
  return scope === undefined || first === undefined ? [] : [{ scope, members: [first, ...others] }]
}

/** What makes two sessions one pattern. */
function wayOf({ subject, session, address, match }: GradedSetup): string {
  return canonicalJson([
    subject.realm,
    subject.kind,
    regionOf(subject, address.scope) ?? '',
    session.kind,
    session.role ?? 'source',
    carriersOf(session),
    session.sources.map((source) => `${showSource(source)} ${source.direction}`).sort(),
    session.destinations.map((end, index) => match.collectors[index] ?? showDestination(end)),
    session.filter ?? session.details?.filterId ?? '',
  ])
}

function ownScope([first]: readonly GradedSetup[]): Scope | undefined {
  return first === undefined ? undefined : exactScope(first.subject, first.address)
}

/** The selector that covers every subject of a group and the fewest of the inventory; undefined when there is none, or one subject. */
function commonSelector(group: readonly GradedSetup[], known: readonly Subject[]): Scope | undefined {
  const subjects = [...new Map(group.map(({ subject }) => [subject.id, subject])).values()]
  const [first] = subjects
  if (first === undefined || subjects.length === 1) return undefined
  const region = regionOf(first, group[0]?.address.scope ?? '')
  const place = { region }
  const common = selectorsOf(first)
    .map((selector): Scope => ({ ...realmOf(first), ...selector, ...(region === undefined ? {} : { region }) }))
    .filter((scope) => subjects.every((subject) => scopeCovers(scope, subject, place)))
    .map((scope) => ({ scope, covers: known.filter((subject) => scopeCovers(scope, subject, place)).length }))
  return common.sort((a, b) => a.covers - b.covers)[0]?.scope
}

function selectorsOf({ device, account }: Subject): readonly Scope[] {
  const role = device?.role ?? account?.role
  const site = device?.site
  const tags = device?.tags ?? account?.tags ?? []
  return [
    ...(role === undefined || site === undefined ? [] : [{ role, site }]),
    ...(role === undefined ? [] : [{ role }]),
    ...(site === undefined ? [] : [{ site }]),
    ...tags.map((tag) => ({ tag })),
  ]
}
