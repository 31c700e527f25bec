/** One object in two releases, member by member. */
import { isDeepStrictEqual } from 'node:util'

/** A member that differs; an absent side was not there. Values are the published ones. */
export interface MemberChange {
  readonly member: string
  readonly from?: unknown
  readonly to?: unknown
}

/** Members that differ, by name. Two texts of the same object, written otherwise, have none. */
export function compareObjects(from: object, to: object): readonly MemberChange[] {
  const [before, after] = [new Map(Object.entries(from)), new Map(Object.entries(to))]
  const names = [...new Set([...before.keys(), ...after.keys()])].sort()
  return names.flatMap((member) => {
    const [was, is] = [before.get(member), after.get(member)]
    if (isDeepStrictEqual(was, is)) return []
    return [{ member, ...(before.has(member) ? { from: was } : {}), ...(after.has(member) ? { to: is } : {}) }]
  })
}
