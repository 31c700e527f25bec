/** An id somebody asked for → the object of a release, also by the id that another release has for it. */
import { type AskedId, parseAttackId } from '../ids/attack-id.ts'
import { generationOf, idsIn } from '../ids/moved-ids.ts'
import type { IndexedObject, ReleaseIndex } from './release-index.ts'

/** The object, and the ids that this release has for what was asked: others than the one asked for where ids moved. */
export interface FoundObject {
  readonly object: IndexedObject
  readonly ids: readonly string[]
}

/**
 * Undefined where the release does not have it. Old mitigations carry the id of their technique, so the type that the id belongs to
 * counts, and what is current goes before what is not. Throws `TW_ATTACK_ID`.
 */
export function findObject(index: ReleaseIndex, asked: string): FoundObject | undefined {
  const id = parseAttackId(asked)
  const own = pick(index, id)
  if (id.form === 'stix') return own === undefined ? undefined : { object: own, ids: [id.id] }
  const ids = idsIn(generationOf(index.release), id.id)
  // A revoked object is what the id stood for; its successor is one relation away.
  if (own !== undefined) return { object: own, ids: [id.id] }
  const moved = ids.map((each) => pick(index, { ...id, id: each })).find((object) => object !== undefined)
  return moved === undefined ? undefined : { object: moved, ids }
}

function pick({ objects }: ReleaseIndex, asked: AskedId): IndexedObject | undefined {
  if (asked.form === 'stix') return objects.find(({ stixId }) => stixId === asked.id)
  const named = objects.filter(({ attackId, type }) => attackId === asked.id && asked.types.includes(type))
  return named.find(({ status }) => status === 'current') ?? named[0]
}
