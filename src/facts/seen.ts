/** The fact that a channel of somebody was heard in an hour: the same for whoever reads the evidence. */

import { canonicalJson } from '../kit/canonical-json.ts'
import type { SeenFact } from './fact.ts'
import { factId } from './fact-id.ts'
import type { Leg, Place, Ref, RefName, Trust } from './schema-parts.ts'

/** Who was heard in which hour (`2026-11-14T03:00:00.000Z`), and by whose word. */
export interface HeardInHour {
  readonly ref: Ref
  readonly hour: string
  readonly leg: Leg
  /** Whether the record carried a typed command or API call. */
  readonly commands: boolean
  readonly trust: Trust
  readonly dialect: string
  readonly dialectVersion: number
  readonly place: Place
}

/** The fact; its id is made of who was heard, when and on which leg. */
export function seenFact({ ref, hour, leg, commands, trust, dialect, dialectVersion, place }: HeardInHour): SeenFact {
  const names = [...ref.names].sort(compareNames)
  const named = names.map(({ by, value }) => ({ by, value }))
  const native = canonicalJson({ realm: ref.realm, names: named, leg, hour, commands })
  return {
    kind: 'seen',
    id: factId('seen', { native }, 0),
    ref: { realm: ref.realm, names },
    time: { at: hour, basis: 'record' },
    leg,
    trust,
    dialect,
    dialectVersion,
    places: [place],
    excerpt: '',
    hour,
    commands,
  }
}

function compareNames(a: RefName, b: RefName): number {
  const [left, right] = [`${a.by}\u0000${a.value}`, `${b.by}\u0000${b.value}`]
  return left < right ? -1 : left > right ? 1 : 0
}
