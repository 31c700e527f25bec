/** One id, several versions in what was imported for a release: which one counts. */
import type { IndexedObject } from './release-index.ts'

/** What became of the objects of an import. */
export interface MergedObjects {
  /** Sorted by STIX id. */
  readonly objects: readonly IndexedObject[]
  readonly added: number
  /** A later modification took the place of the one that was there. */
  readonly replaced: number
  /** The same bytes were there. */
  readonly unchanged: number
  /** Other bytes, modified no later: what was there stays. */
  readonly passedOver: number
}

/** The later `modified` counts; among equals the one that was there first, so that a second import of the same changes nothing. */
export function mergeObjects(before: readonly IndexedObject[], added: Iterable<IndexedObject>): MergedObjects {
  const byId = new Map(before.map((object) => [object.stixId, object]))
  const counts = { added: 0, replaced: 0, unchanged: 0, passedOver: 0 }
  for (const object of added) {
    const there = byId.get(object.stixId)
    const outcome = compare(there, object)
    counts[outcome] += 1
    if (outcome === 'added' || outcome === 'replaced') byId.set(object.stixId, object)
    else if (there !== undefined && object.claimed !== undefined)
      byId.set(object.stixId, { ...there, claimed: object.claimed })
  }
  const objects = [...byId.values()].sort((a, b) => (a.stixId < b.stixId ? -1 : 1))
  return { objects, ...counts }
}

function compare(
  there: IndexedObject | undefined,
  next: IndexedObject,
): 'added' | 'replaced' | 'unchanged' | 'passedOver' {
  if (there === undefined) return 'added'
  if (there.sha256 === next.sha256) return 'unchanged'
  return (next.modified ?? '') > (there.modified ?? '') ? 'replaced' : 'passedOver'
}
