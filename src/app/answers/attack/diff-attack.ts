/** Objects of ATT&CK in two releases: hashes, MITRE's times, and the members that differ. */
import { z } from 'zod'
import { kindOfType } from '../../../attack/ids/attack-id.ts'
import { compareObjects, type MemberChange } from '../../../attack/releases/compare-objects.ts'
import { findObject } from '../../../attack/releases/find-object.ts'
import type { IndexedObject, ReleaseIndex } from '../../../attack/releases/release-index.ts'
import { objectUnknown } from './errors.ts'
import { libraryFolder } from './library/library-folder.ts'
import { openRelease, readObjectBytes } from './library/read-library.ts'

/** What is asked: one id, or `all`. */
export interface DiffQuestion {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly library?: string | undefined
}

/** `rewritten`: the same members in other bytes. */
export type DiffState = 'same' | 'changed' | 'rewritten' | 'added' | 'removed'

/** One side of an object. */
export interface DiffSide {
  readonly release: string
  readonly attackId?: string
  readonly sha256: string
  readonly version?: string
  readonly created?: string
  readonly modified?: string
  readonly status: IndexedObject['status']
}

/** One object; a side that is absent did not have it. */
export interface ObjectDiff {
  readonly stixId: string
  readonly kind: string
  readonly name?: string
  readonly state: DiffState
  readonly from?: DiffSide
  readonly to?: DiffSide
  readonly members: readonly MemberChange[]
}

/** The answer; of `all`, only what is not the same. */
export interface AttackDiff {
  readonly from: string
  readonly to: string
  readonly notice: string
  readonly counts: Readonly<Record<DiffState, number>>
  readonly objects: readonly ObjectDiff[]
}

const Members = z.record(z.string(), z.unknown())

/** Throws `TW_ATTACK_UNKNOWN` where neither release has the object. */
export function diffAttack({ id, from, to, library }: DiffQuestion): AttackDiff {
  const folder = libraryFolder(library)
  const sides = { library: folder, before: openRelease(folder, from), after: openRelease(folder, to) }
  const pairs = id === 'all' ? allPairs(sides) : [onePair(sides, id)]
  const objects = pairs.map((pair) => diffPair(sides, pair))
  const counts = { same: 0, changed: 0, rewritten: 0, added: 0, removed: 0 }
  for (const { state } of objects) counts[state] += 1
  return {
    from,
    to,
    notice: sides.after.notice,
    counts,
    objects: id === 'all' ? objects.filter(({ state }) => state !== 'same') : objects,
  }
}

interface Sides {
  readonly library: string
  readonly before: ReleaseIndex
  readonly after: ReleaseIndex
}

interface Pair {
  readonly was: IndexedObject | undefined
  readonly is: IndexedObject | undefined
}

function allPairs({ before, after }: Sides): readonly Pair[] {
  const [was, is] = [before, after].map(({ objects }) => new Map(objects.map((object) => [object.stixId, object])))
  const ids = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].sort()
  return ids.map((id) => ({ was: was?.get(id), is: is?.get(id) }))
}

/** An object keeps its STIX id where its id of ATT&CK moves. */
function onePair({ before, after }: Sides, id: string): Pair {
  const [was, is] = [findObject(before, id)?.object, findObject(after, id)?.object]
  if (was === undefined && is === undefined) throw objectUnknown(id, `${before.release} or ${after.release}`)
  const stixId = (was ?? is)?.stixId
  const same = (index: ReleaseIndex): IndexedObject | undefined =>
    index.objects.find((object) => object.stixId === stixId)
  return { was: was ?? same(before), is: same(after) ?? is }
}

function diffPair(sides: Sides, { was, is }: Pair): ObjectDiff {
  const one = is ?? was
  const members = was === undefined || is === undefined || was.sha256 === is.sha256 ? [] : membersOf(sides, was, is)
  return {
    stixId: one?.stixId ?? '',
    kind: kindOfType(one?.type ?? ''),
    ...(one?.name === undefined ? {} : { name: one.name }),
    state: stateOf({ was, is }, members),
    ...(was === undefined ? {} : { from: side(sides.before, was) }),
    ...(is === undefined ? {} : { to: side(sides.after, is) }),
    members,
  }
}

function stateOf({ was, is }: Pair, members: readonly MemberChange[]): DiffState {
  if (was === undefined) return 'added'
  if (is === undefined) return 'removed'
  if (was.sha256 === is.sha256) return 'same'
  return members.length === 0 ? 'rewritten' : 'changed'
}

function membersOf({ library, before, after }: Sides, was: IndexedObject, is: IndexedObject): readonly MemberChange[] {
  const read = (index: ReleaseIndex, object: IndexedObject) =>
    Members.parse(JSON.parse(readObjectBytes(library, index, object).toString('utf8')))
  return compareObjects(read(before, was), read(after, is))
}

function side({ release }: ReleaseIndex, object: IndexedObject): DiffSide {
  const { attackId, sha256, version, created, modified, status } = object
  return {
    release,
    ...(attackId === undefined ? {} : { attackId }),
    sha256,
    ...(version === undefined ? {} : { version }),
    ...(created === undefined ? {} : { created }),
    ...(modified === undefined ? {} : { modified }),
    status,
  }
}
