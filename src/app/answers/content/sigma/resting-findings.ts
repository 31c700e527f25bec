/** Which findings rest on a record. */
import type { Place } from '../../../../facts/schema-parts.ts'
import type { ScanOutcome } from '../../../scan.ts'
import { placeKey } from '../conformance/shown-acts.ts'

/** Ids of the findings that rest on the record at a place. */
export type FindingsAt = (place: Place) => ReadonlySet<string>

const NONE: ReadonlySet<string> = new Set()

/** From facts to where they were read: a finding rests on the facts of its set-ups and on those its reasons name. */
export function findingsByPlace({ evidence, assessment }: ScanOutcome): FindingsAt {
  const byFact = new Map<string, Set<string>>()
  const rest = (finding: string, facts: readonly string[]): void => {
    for (const fact of facts) byFact.set(fact, (byFact.get(fact) ?? new Set()).add(finding))
  }
  const setups = new Map(
    assessment.timelines.subjects.flatMap((timeline) => timeline.setups.map((setup) => [setup.id, setup] as const)),
  )
  for (const { id, aliases, reasons } of assessment.findings) {
    for (const setup of [id, ...aliases].flatMap((name) => setups.get(name) ?? []))
      rest(id, [...setup.facts, ...setup.attempts.flatMap(({ facts }) => facts)])
    for (const { evidence: proof } of reasons) {
      rest(
        id,
        proof.map(({ fact }) => fact),
      )
    }
  }
  const byPlace = new Map<string, Set<string>>()
  for (const { id, places } of evidence.facts) {
    for (const finding of byFact.get(id) ?? []) {
      for (const place of places) byPlace.set(placeKey(place), (byPlace.get(placeKey(place)) ?? new Set()).add(finding))
    }
  }
  return (place) => byPlace.get(placeKey(place)) ?? NONE
}
