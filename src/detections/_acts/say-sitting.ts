/** A sitting in words. */
import { sayActor } from '../_wording/names.ts'
import { sayTime } from '../_wording/times.ts'
import type { Sitting } from './sittings.ts'

/** `set up or changed at 2026-11-14 03:12Z by account netops-3 from 203.0.113.9`; an address that only the login names counts. */
export function saySitting({ first, from, changes }: Sitting): string {
  const login = changes.find((change) => change.login !== undefined)?.login
  const address = first.actor.from ?? login?.from
  const actor = { ...first.actor, ...(address === undefined ? {} : { from: address }) }
  const conflicts = [...new Set(changes.flatMap(({ actorConflicts }) => actorConflicts))]
  return `set up or changed at ${sayTime(from)} ${sayActor({ actor, actorConflicts: conflicts })}`
}
