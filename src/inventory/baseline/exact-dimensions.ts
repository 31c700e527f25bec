/** What an approval would say that allows one session and nothing beside it. */
import type { MirrorSession, MirrorSource, SessionAddress } from '../../facts/mirror-session.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { carriersOf } from '../matching/compare-session.ts'
import { showSource } from '../matching/compare-sources.ts'
import { localId } from '../matching/scope.ts'
import type { ApprovedDestination, Scope } from '../schema/permission.ts'
import type { Approval } from '../schema.ts'
import type { Subject } from '../subject.ts'

/** The dimensions of an approval that follow from the session alone. */
export type ExactDimensions = Pick<Approval, 'sources' | 'direction' | 'carrier' | 'filter'>

/** Sources by name, the narrowest direction that holds them all, carrier and filter. */
export function exactDimensions(session: MirrorSession): ExactDimensions {
  const { sources, filter, details } = session
  const [carrier] = carriersOf(session)
  return {
    sources: [...new Set(sources.map(toApprovedSource))],
    direction: directionOf(sources),
    carrier,
    filter: filter ?? details?.filterId,
  }
}

/** The one device or account, and the region of a cloud session. */
export function exactScope(subject: Subject, { scope }: SessionAddress): Scope {
  const region = regionOf(subject, scope)
  const name = localId(subject)
  return {
    ...realmOf(subject),
    ...(subject.kind === 'account' ? { account: name } : { device: name }),
    ...(region === undefined ? {} : { region }),
  }
}

/** Only clouds have regions; the scope of a device's session is a context of its own. */
export function regionOf({ kind }: Subject, scope: string): string | undefined {
  return kind === 'account' && scope !== '' ? scope : undefined
}

/** The realm as a scope names it: not at all where it is the default. */
export function realmOf({ realm }: Subject): Pick<Scope, 'realm'> {
  return realm === 'default' ? {} : { realm }
}

/** The ends themselves, each once; a collector by name where `collectors` has one for the end. */
export function exactDestinations(
  { destinations }: MirrorSession,
  collectors: readonly (string | undefined)[] = [],
): readonly ApprovedDestination[] {
  const ends = destinations.map(({ encapsulation: _encapsulation, ...end }, index): ApprovedDestination => {
    const collector = collectors[index]
    return collector === undefined ? end : { collector }
  })
  return [...new Map(ends.map((end) => [canonicalJson({ ...end }), end])).values()]
}

function toApprovedSource(source: MirrorSource): string {
  return source.vlan === undefined ? showSource(source) : `vlan ${source.vlan}`
}

/** An approval has one direction for all its sources. */
function directionOf(sources: readonly MirrorSource[]): Approval['direction'] {
  const directions = new Set(sources.map(({ direction }) => direction))
  const [only] = directions
  return directions.size > 1 ? 'both' : only
}
