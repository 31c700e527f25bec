/** Sources that reach a session through firewall filters. */
import type { MirrorSource } from '../../../facts/mirror-session.ts'
import type { CopyingTerm, FilterBinding, Filters } from './filters.ts'

/** What the filters that copy to one session bring to it. */
export interface FilteredSources {
  readonly sources: readonly MirrorSource[]
  readonly filters: readonly string[]
  readonly lines: readonly number[]
}

/**
 * The places where filters with a wanted term are bound; a filter of family `any` fits wherever it is bound. Where `among` says
 * which places count, a filter counts that has one of them.
 */
export function sourcesThrough(
  { terms, bindings }: Filters,
  wanted: (term: CopyingTerm) => boolean,
  among?: (place: FilterBinding) => boolean,
): FilteredSources {
  const copying = terms.filter(wanted)
  const places = bindings.filter(
    (place) => (among === undefined || among(place)) && copying.some((term) => isBoundBy(place, term)),
  )
  const used = among === undefined ? copying : copying.filter((term) => places.some((place) => isBoundBy(place, term)))
  return {
    sources: places.map(({ source }) => source),
    filters: used.map(({ filter }) => filter),
    lines: [...used, ...places].flatMap(({ lines }) => lines),
  }
}

function isBoundBy(binding: FilterBinding, term: CopyingTerm): boolean {
  return (
    binding.filter === term.filter &&
    (binding.family === term.family || term.family === 'any' || binding.family === 'any')
  )
}
