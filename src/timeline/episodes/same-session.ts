/** Whether two descriptions of one session say the same copy. */

import type { MirrorSession } from '../../facts/mirror-session.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { byText } from '../setup-id.ts'

/** Compares what is copied, where it goes and whether it runs; names, notes and order do not matter. An unknown state equals any. */
export function isSameCopy(a: MirrorSession, b: MirrorSession): boolean {
  const statesAgree = a.enabled === b.enabled || a.enabled === 'unknown' || b.enabled === 'unknown'
  return statesAgree && copyText(a) === copyText(b)
}

function copyText(session: MirrorSession): string {
  const sources = session.sources.map((source) => canonicalJson(source)).sort(byText)
  const destinations = session.destinations.map((end) => canonicalJson(end)).sort(byText)
  return canonicalJson([
    sources,
    destinations,
    session.filter ?? '',
    session.role ?? 'source',
    session.details?.erspanId ?? 0,
  ])
}

/** The destinations of a session as one sorted text; what "re-pointed" compares. */
export function destinationsText(session: MirrorSession): string {
  return canonicalJson(
    session.destinations.map((end) => canonicalJson({ ...end, encapsulation: undefined })).sort(byText),
  )
}
