/** Follows one line of evidence through every stage, up to the findings that rest on it. */
import { assess } from '../../engine/assess.ts'
import type { Assessment } from '../../engine/contract.ts'
import type { TraceStage } from '../../engine/reading/reading-summary.ts'
import type { Fact } from '../../facts/fact.ts'
import type { Place } from '../../facts/schema-parts.ts'
import { gatherEvidence } from '../evidence/gather-evidence.ts'
import { assessmentParts } from '../plug-ins.ts'
import { badPlace } from './errors.ts'
import { listSessions } from './list-sessions.ts'

/** What became of one line. */
export interface LineTrace {
  readonly place: string
  readonly stages: readonly TraceStage[]
  readonly findings: readonly { readonly id: string; readonly sentence: string }[]
}

/** Reads the file that holds the line and tells its way. Throws `TW_TRACE_PLACE` and what gathering throws. */
export async function traceLine(
  place: string,
  options: { readonly at?: string; readonly inventory?: string },
): Promise<LineTrace> {
  const [, path, digits] = /^(.+):(\d{1,12})$/s.exec(place) ?? []
  if (path === undefined || digits === undefined) throw badPlace(place)
  const line = Number(digits)
  const { facts, inventory, now, reading } = await gatherEvidence({
    paths: [path],
    ...options,
    traceLine: { path, line },
  })
  const assessment = assess({ facts, inventory, now, coverageBasis: 'exact', withPlaces: false }, assessmentParts())
  const setups = new Set([
    ...sessionsAt(assessment, facts, { path, line }),
    ...actsAt(assessment, facts, { path, line }),
  ])
  const resting = assessment.findings.filter(({ id, aliases }) => [id, ...aliases].some((name) => setups.has(name)))
  return { place, stages: reading.trace ?? [], findings: resting.map(({ id, sentence }) => ({ id, sentence })) }
}

interface At {
  readonly path: string
  readonly line: number
}

/** Set-ups whose session this very line spells. */
function sessionsAt(assessment: Assessment, facts: readonly Fact[], at: At): readonly string[] {
  const rows = listSessions(assessment, facts, { ended: true })
  return rows.filter(({ evidence }) => evidence.some((place) => isAt(place, at))).map(({ finding }) => finding)
}

/** Findings with a reason or a change that rests on a record on this line. */
function actsAt({ timelines, findings }: Assessment, facts: readonly Fact[], at: At): readonly string[] {
  const here = new Set(
    facts
      .filter((fact) => fact.kind !== 'snapshot' && fact.places.some((place) => isAt(place, at)))
      .map(({ id }) => id),
  )
  const setups = timelines.subjects.flatMap((timeline) => timeline.setups)
  const reasoned = findings.filter(({ reasons }) =>
    reasons.some(({ evidence }) => evidence.some(({ fact }) => here.has(fact))),
  )
  return [...setups.filter((setup) => setup.facts.some((id) => here.has(id))), ...reasoned].map(({ id }) => id)
}

function isAt(place: Place, at: At): boolean {
  return place.path === at.path && place.line === at.line
}
