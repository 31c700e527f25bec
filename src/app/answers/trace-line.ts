/** Follows one line of evidence through every stage, up to the findings that rest on it. */
import { dirname, normalize } from 'node:path'
import { assess } from '../../engine/assess.ts'
import type { Assessment } from '../../engine/contract.ts'
import type { TraceStage } from '../../engine/reading/reading-summary.ts'
import type { Fact } from '../../facts/fact.ts'
import type { Place } from '../../facts/schema-parts.ts'
import { gatherEvidence } from '../evidence/gather-evidence.ts'
import { hasManifest } from '../evidence/manifest.ts'
import { assessmentParts } from '../plug-ins.ts'
import { badPlace } from './errors.ts'
import { listSessions } from './list-sessions.ts'

/** What became of one line. */
export interface LineTrace {
  readonly place: string
  readonly stages: readonly TraceStage[]
  readonly findings: readonly { readonly id: string; readonly sentence: string }[]
}

/** How a line is followed. */
export interface TraceOptions {
  /** The evidence that findings are drawn from; the estate around the file where it has a manifest, else the file alone. */
  readonly paths: readonly string[]
  readonly at?: string | undefined
  readonly inventory?: string | undefined
}

/** Reads the evidence around a line and tells the line's way. Throws `TW_TRACE_PLACE` and what gathering throws. */
export async function traceLine(place: string, { paths, ...options }: TraceOptions): Promise<LineTrace> {
  const [, path, digits] = /^(.+):(\d{1,12})$/s.exec(place) ?? []
  if (path === undefined || digits === undefined) throw badPlace(place)
  const at = { path: normalize(path), line: Number(digits) }
  const around = paths.length > 0 ? paths : [estateAround(at.path)]
  const evidence = await gatherEvidence({ paths: around, ...options, traceLine: at })
  const { facts, inventory, now, reading, coverageBasis } = evidence
  const assessment = assess({ facts, inventory, now, coverageBasis, withPlaces: false }, assessmentParts())
  const setups = new Set([...sessionsAt(assessment, facts, at), ...actsAt(assessment, facts, at)])
  const resting = assessment.findings.filter(({ id, aliases }) => [id, ...aliases].some((name) => setups.has(name)))
  return { place, stages: reading.trace ?? [], findings: resting.map(({ id, sentence }) => ({ id, sentence })) }
}

/** The nearest folder above a file that says of itself what it is; the file itself where none does. */
function estateAround(path: string): string {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (hasManifest(folder)) return folder
    if (folder === dirname(folder)) return path
  }
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
