/** Everything that a release says about how an object is tied to others: relationships, and references inside objects. */
import { kindOfType } from '../ids/attack-id.ts'
import type { IndexedObject, ReleaseIndex } from './release-index.ts'

/** One tie, as seen from the object asked about. */
export interface Relation {
  /** `detects`, `mitigates`, `uses`, `subtechnique-of`, `revoked-by`, `analytic`, `log source`, `tactic`, `data source`. */
  readonly relation: string
  /** `to`: the object says or does it; `from`: the other one does. */
  readonly direction: 'to' | 'from'
  readonly other: RelatedObject
  /** What the reference adds: `networkdevice:syslog: …`. */
  readonly says?: string
  /** The object between the two: an analytic belongs to the strategy that detects a technique. */
  readonly through?: string
  /** STIX id of the relationship; a reference inside an object has none. */
  readonly relationship?: string
  /** Of the relationship itself, where it is not current. */
  readonly status?: 'deprecated' | 'revoked'
}

/** The other end; of an object that was not imported only its id is known. */
export interface RelatedObject {
  readonly stixId: string
  readonly kind: string
  readonly attackId?: string
  readonly name?: string
  readonly status?: IndexedObject['status']
}

/** In the order of relation, direction and id; empty where the release has none. */
export function listRelations(index: ReleaseIndex, stixId: string): readonly Relation[] {
  const known = new Map(index.objects.map((object) => [object.stixId, object]))
  const direct = directRelations(index, known, stixId)
  const beyond = direct.flatMap((relation) => throughStrategy(relation, index, known))
  return [...direct, ...beyond].sort(inOrder)
}

type Known = ReadonlyMap<string, IndexedObject>

function directRelations(index: ReleaseIndex, known: Known, stixId: string): readonly Relation[] {
  const shortName = known.get(stixId)?.shortName
  const isIt = (ref: string): boolean => ref === stixId || (shortName !== undefined && ref === shortName)
  return index.objects.flatMap((object) => {
    const own = object.stixId === stixId
    const links = object.links.flatMap(({ relation, to, says }): readonly Relation[] => {
      const more = says === undefined ? {} : { says }
      if (own) return [{ relation, direction: 'to', other: describe(known, resolve(known, to)), ...more }]
      return isIt(to) ? [{ relation, direction: 'from', other: describe(known, object.stixId), ...more }] : []
    })
    return [...links, ...tied(object, known, stixId)]
  })
}

function tied(
  { ties, status, stixId: relationship }: IndexedObject,
  known: Known,
  stixId: string,
): readonly Relation[] {
  if (ties === undefined || (ties.from !== stixId && ties.to !== stixId)) return []
  const direction = ties.from === stixId ? 'to' : 'from'
  const other = describe(known, direction === 'to' ? ties.to : ties.from)
  return [{ relation: ties.relation, direction, other, relationship, ...(status === 'current' ? {} : { status }) }]
}

/** An analytic → what its strategy detects; a technique → the analytics of the strategy that detects it. */
function throughStrategy(
  { relation, direction, other }: Relation,
  index: ReleaseIndex,
  known: Known,
): readonly Relation[] {
  if (direction !== 'from' || other.kind !== 'detection strategy') return []
  const through = other.attackId ?? other.stixId
  if (relation === 'analytic')
    return directRelations(index, known, other.stixId)
      .filter((next) => next.relation === 'detects' && next.direction === 'to')
      .map((next) => ({ ...next, through }))
  if (relation === 'detects')
    return directRelations(index, known, other.stixId)
      .filter((next) => next.relation === 'analytic' && next.direction === 'to')
      .map((next) => ({ ...next, through }))
  return []
}

/** Techniques name their tactics by short name. */
function resolve(known: Known, ref: string): string {
  if (known.has(ref)) return ref
  for (const { shortName, stixId } of known.values()) if (shortName === ref) return stixId
  return ref
}

function describe(known: Known, stixId: string): RelatedObject {
  const object = known.get(stixId)
  if (object === undefined) return { stixId, kind: kindOfType(stixId.split('--')[0] ?? stixId) }
  const { attackId, name, status, type } = object
  return {
    stixId,
    kind: kindOfType(type),
    ...(attackId === undefined ? {} : { attackId }),
    ...(name === undefined ? {} : { name }),
    status,
  }
}

function inOrder(a: Relation, b: Relation): number {
  const keys = [a, b].map(({ relation, direction, other, says, through }) =>
    [through === undefined ? 0 : 1, relation, direction, other.attackId ?? '~', other.stixId, says ?? ''].join('\t'),
  )
  return (keys[0] ?? '') < (keys[1] ?? '') ? -1 : 1
}
