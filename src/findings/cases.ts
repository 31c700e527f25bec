/** Set-ups that share a target and an actor or a change are one case: one roll-out, or one intruder. */

import { sha256Hex } from '../kit/hash.ts'
import type { Instant } from '../kit/instant.ts'
import { byText } from '../timeline/setup-id.ts'
import type { AssessedSetup } from './assessed-setup.ts'
import { destinationText } from './claims/claim.ts'
import { actsOf } from './parts/actor.ts'

/** How many hex digits a case id has: as many as a finding's. */
const ID_DIGITS = 16

/** What of one set-up ties it to others. */
export interface CaseMember {
  readonly finding: string
  readonly since?: Instant | undefined
  /** `target`, then the account or the fact of a change, in the order of the acts. */
  readonly ties: readonly string[]
}

/** The ties of one set-up: each target with each account that made it so and each fact that records it. */
export function toCaseMember(assessed: AssessedSetup): CaseMember {
  const { setup, session, episode } = assessed
  const acts = actsOf(assessed)
  const ways = [
    ...acts.flatMap(({ actor }) => (actor.account === undefined ? [] : [`actor ${actor.account}`])),
    ...acts.flatMap(({ facts }) => facts.map((fact) => `change ${fact}`)),
  ]
  const targets = session.destinations.map((end) => targetOf(end, assessed)).sort(byText)
  const ties = targets.flatMap((target) => ways.map((way) => `${target}\u0000${way}`))
  return { finding: setup.id, since: episode.from, ties: [...new Set(ties)] }
}

/** An address or cloud resource is the same place seen from anywhere in its realm; a port, VLAN or file only on its device. */
function targetOf(end: AssessedSetup['session']['destinations'][number], { timeline }: AssessedSetup): string {
  const isShared = end.ip !== undefined || end.resource !== undefined
  return `${isShared ? timeline.subject.realm : timeline.subject.id}\u0000${destinationText(end)}`
}

/**
 * Case ids by finding id. A case is named after the first tie of its earliest member, so that later members leave the name
 * alone; a set-up without ties is a case of its own.
 */
export function groupCases(members: readonly CaseMember[]): ReadonlyMap<string, string> {
  const ordered = members.toSorted((a, b) => byText(a.since ?? '', b.since ?? '') || byText(a.finding, b.finding))
  const groupOfTie = new Map<string, Group>()
  const groups = ordered.map((member, age) => {
    const group: Group = { name: caseId(member.ties[0] ?? member.finding), age }
    for (const tie of member.ties) {
      const known = groupOfTie.get(tie)
      if (known === undefined) groupOfTie.set(tie, group)
      else unite(known, group)
    }
    return { finding: member.finding, group }
  })
  return new Map(groups.map(({ finding, group }) => [finding, rootOf(group).name]))
}

/** A node of a union-find forest; the root's name is the case. `age` is the place in time order. */
interface Group {
  readonly name: string
  readonly age: number
  parent?: Group
}

/** The older group keeps its name. */
function unite(one: Group, other: Group): void {
  const [a, b] = [rootOf(one), rootOf(other)]
  if (a === b) return
  if (a.age < b.age) b.parent = a
  else a.parent = b
}

function rootOf(group: Group): Group {
  let root = group
  while (root.parent !== undefined) root = root.parent
  return root
}

function caseId(tie: string): string {
  return sha256Hex(`case\u0000${tie}`).slice(0, ID_DIGITS)
}
