/**
 * What two copies of one fact make together. Commutative, associative and idempotent, so that any order of arrival and any
 * number of repeats give the same fact.
 */
import { canonicalJson } from '../kit/canonical-json.ts'
import type { Fact } from './fact.ts'
import { mergeTraffic } from './merge-traffic.ts'
import { type Place, Trust } from './schema-parts.ts'

/** How many places a fact remembers; a record repeated more often than this is proven enough. */
const MAX_PLACES = 32

/**
 * Merges two facts with the same id: places form a set; the body of the newer dialect version, then the better trusted, then the
 * one that says whose it is, then the surer time, wins. Streams of traffic are united, see `merge-traffic.ts`.
 */
export function mergeFacts(a: Fact, b: Fact): Fact {
  const [winner, other] = compareBodies(a, b) <= 0 ? [a, b] : [b, a]
  const body =
    winner.kind === 'traffic' && other.kind === 'traffic' && winner.dialectVersion === other.dialectVersion
      ? mergeTraffic(winner, other)
      : winner
  return { ...body, places: mergePlaces(a.places, b.places) }
}

/** The union of two place sets in path, line, offset order; the first {@link MAX_PLACES} of it. */
export function mergePlaces(a: readonly Place[], b: readonly Place[]): readonly Place[] {
  const byText = new Map([...a, ...b].map((place) => [placeSortKey(place), place]))
  return [...byText.keys()]
    .sort()
    .slice(0, MAX_PLACES)
    .flatMap((key) => byText.get(key) ?? [])
}

function placeSortKey({ path, line, offset }: Place): string {
  return [path, sortableNumber(line), sortableNumber(offset)].join('\u0000')
}

/** Text that sorts as the number does, an absent one first: `{ offset: 0 }` and no offset are two places. */
function sortableNumber(value: number | undefined): string {
  return value === undefined ? '' : String(value).padStart(16, '0')
}

/** Negative when `a`'s body is to be kept. */
function compareBodies(a: Fact, b: Fact): number {
  if (a.dialectVersion !== b.dialectVersion) return b.dialectVersion - a.dialectVersion
  if (a.trust !== b.trust) return Trust.options.indexOf(a.trust) - Trust.options.indexOf(b.trust)
  // A log platform may leave out the name that a relay's header had.
  const named = Number(b.ref.names.length > 0) - Number(a.ref.names.length > 0)
  if (named !== 0) return named
  const inferred = (a.time.inferred?.length ?? 0) - (b.time.inferred?.length ?? 0)
  if (inferred !== 0) return inferred
  return bodyText(a) < bodyText(b) ? -1 : 1
}

function bodyText(fact: Fact): string {
  const { places: _places, ...body } = fact
  return canonicalJson(body)
}
