/** How far the analytics of ATT&CK are answered: by which detections, from which legs, over which readers. */
import { mitreNotice } from '../../../attack/notice.ts'
import type { FactKind } from '../../../facts/fact.ts'
import { Leg } from '../../../facts/schema-parts.ts'
import { detections, dialects, flowFormats } from '../../plug-ins.ts'
import { ATTACK_OBJECTS, type AttackLogSource, type AttackObject } from './attack-objects.data.ts'

/** A log source with the ids of the dialects and flow formats that read it, and what these say they never show. */
export interface ReadLogSource extends Pick<AttackLogSource, 'name' | 'asks'> {
  readonly readBy: readonly string[]
  readonly limits: readonly string[]
}

/** One object of ATT&CK. */
export interface AttackCoverageRow extends Pick<AttackObject, 'id' | 'kind' | 'title' | 'platform'> {
  /**
   * An analytic is `implemented` when a detection asks it and all its log sources are read, `partly` when one of the two holds; what
   * stands above it, when all its analytics are.
   */
  readonly state: 'implemented' | 'partly' | 'not implemented'
  /** Ids of the detections that name it. */
  readonly detections: readonly string[]
  /** Kinds of evidence that these detections ask, of those that the platform has. */
  readonly legs: readonly Leg[]
  readonly logSources: readonly ReadLogSource[]
  /** Its analytics that are asked here, and the platforms of those that are not. */
  readonly analytics: readonly string[]
  readonly beyond: readonly string[]
}

/** The whole answer; names of techniques are MITRE's words. */
export interface AttackCoverage {
  readonly rows: readonly AttackCoverageRow[]
  readonly notice: string
}

/** All objects, with the notice that goes with their names. */
export function attackCoverage(): AttackCoverage {
  return { rows: listAttackCoverage(), notice: mitreNotice() }
}

/** All objects in the order of their table. */
export function listAttackCoverage(): readonly AttackCoverageRow[] {
  const rows = ATTACK_OBJECTS.map(toRow)
  const states = new Map(rows.map(({ id, state }) => [id, state]))
  return rows.map((row) => {
    const below = row.analytics.map((id) => states.get(id) ?? 'not implemented')
    if (below.length === 0) return row
    return { ...row, state: row.beyond.length > 0 && joined(below) === 'implemented' ? 'partly' : joined(below) }
  })
}

function joined(states: readonly AttackCoverageRow['state'][]): AttackCoverageRow['state'] {
  const [first = 'not implemented'] = states
  return states.every((state) => state === first) ? first : 'partly'
}

function toRow({ id, kind, title, platform, logSources, analytics, beyond = [] }: AttackObject): AttackCoverageRow {
  const asking = detections.filter(({ attack }) => attack.includes(id))
  const read = logSources.map(readersOf)
  return {
    id,
    kind,
    title,
    ...(platform === undefined ? {} : { platform }),
    state: stateOf(asking.length > 0, read),
    detections: asking.map((detection) => detection.id),
    legs: legsOf(
      asking.flatMap(({ needs }) => needs),
      platform,
    ),
    logSources: read,
    analytics,
    beyond,
  }
}

function stateOf(isAsked: boolean, sources: readonly ReadLogSource[]): AttackCoverageRow['state'] {
  const isRead = sources.every(({ readBy }) => readBy.length > 0)
  if (isAsked && isRead) return 'implemented'
  return isAsked || isRead ? 'partly' : 'not implemented'
}

function readersOf({ name, asks, reads }: AttackLogSource): ReadLogSource {
  const logs = dialects.filter(({ id, document, line }) =>
    reads === 'devices' ? document !== undefined && line !== undefined : id === reads,
  )
  const flows = flowFormats.filter(({ id, observer }) =>
    reads === 'exporters' ? observer === 'exporter' : id === reads,
  )
  return {
    name,
    asks,
    readBy: [...logs, ...flows].map(({ id }) => id),
    limits: flows.flatMap(({ observer, limits }) => (observer === 'cloud' ? limits : [])),
  }
}

/** The legs on which each kind of fact arrives. */
const LEGS_OF: Readonly<Record<FactKind, readonly Leg[]>> = {
  snapshot: ['config'],
  identity: ['config'],
  fragment: ['log', 'aaa'],
  change: ['audit'],
  state: ['log'],
  signal: ['log', 'aaa', 'audit'],
  traffic: ['flow'],
  access: ['config', 'audit'],
  seen: [],
  ticket: [],
}
const LEGS_OF_PLATFORM = {
  'Network Devices': ['config', 'log', 'aaa', 'flow'],
  IaaS: ['flow', 'audit'],
} as const satisfies Record<string, readonly Leg[]>

function legsOf(needs: readonly FactKind[], platform: AttackObject['platform']): readonly Leg[] {
  const asked = new Set(needs.flatMap((kind) => LEGS_OF[kind]))
  const given: readonly Leg[] = platform === undefined ? Leg.options : LEGS_OF_PLATFORM[platform]
  return given.filter((leg) => asked.has(leg))
}
