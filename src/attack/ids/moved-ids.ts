/** Ids of release 18 and 19 for one thing, so that either can be asked for. */
import { MOVED_IDS, type MovedId } from './moved-ids.data.ts'

/** Generations of ids: everything before 19 calls things as 18 does. */
export type IdGeneration = '18' | '19'

/** The generation whose ids a release uses: `18.1` → `18`, `19.2` → `19`. */
export function generationOf(release: string): IdGeneration {
  return Number.parseInt(release, 10) >= 19 ? '19' : '18'
}

/** Rows of the table that name the id on either side. */
export function movesOf(id: string): readonly MovedId[] {
  return MOVED_IDS.filter(({ from, to }) => from === id || to === id)
}

/** The ids of one generation for an id of either: `T1562.008` for 19 → `['T1685.002']`; `T1685` for 18 → `['T1562', 'T1562.001', 'T1562.006']`. */
export function idsIn(generation: IdGeneration, id: string): readonly string[] {
  const moves = movesOf(id).filter(({ from, to }) => id === (generation === '19' ? from : to))
  if (moves.length === 0) return [id]
  return moves.map(({ from, to }) => (generation === '19' ? to : from))
}
