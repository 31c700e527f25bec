/**
 * Holds what a rule engine says of records against what scan says of them: one set-up after the other, and every alert that scan knows
 * nothing of. A difference is listed with its reason; one without a reason is a fault of the content, of the engine or of scan.
 */
import type { Definition, DefinitionClause, DefinitionSource } from '../../../../content/_definition/definition.ts'
import type { LogRecord } from '../../../../facts/log-content/log-record.ts'
import { compileCondition } from '../../../../facts/log-content/match-condition.ts'
import type { RecordAct } from '../../../../facts/log-content/record-act.ts'
import type { RuleHits } from './rule-engine.ts'
import { placeKey, type ShownActs } from './shown-acts.ts'

/** Why a rule over single records says something else than scan. */
export type DifferenceReason =
  | 'needs-its-block'
  | 'within-a-block'
  | 'platform-unknown'
  | 'not-read-by-scan'
  | 'record-incomplete'
  | 'cannot-tell'
  | 'shared-table'
  | 'lost-on-the-way'
  | 'failed-in-the-end'

/** One difference. `because` is absent where nothing explains it. */
export interface Difference {
  readonly what: 'missed' | 'extra'
  readonly place: string
  readonly because?: DifferenceReason | undefined
  /** In one clause: what could not be told, or what is wrong. */
  readonly detail: string
}

/** What came of one definition over the records of one log. */
export interface SourceConformance {
  /** Set-ups (or acts that belong to none) that scan read in this log and the behaviour is about. */
  readonly setups: number
  /** Of these the ones of which the rule speaks. */
  readonly equal: number
  readonly alerts: number
  readonly differences: readonly Difference[]
}

/** What is compared. */
export interface ConformRequest extends RuleHits {
  readonly definition: Definition
  readonly source: DefinitionSource
  /** All records of this log. */
  readonly records: readonly LogRecord[]
  readonly shown: ShownActs
}

/** Acts that content knows and scan does not read: who may make a mirror is a question for the accounts, not for a timeline. */
const NOT_READ_BY_SCAN: ReadonlySet<RecordAct> = new Set<RecordAct>(['mirror-rights-granted'])

/** Compares the two. Pure; the same whatever the order of the records. */
export function conform(request: ConformRequest): SourceConformance {
  const { records, hits } = request
  const units = unitsOf(request)
  const missed = [...units.values()].filter((own) => !own.some((record) => hits.has(record)))
  const alerts = records.filter((record) => hits.has(record))
  return {
    setups: units.size,
    equal: units.size - missed.length,
    alerts: alerts.length,
    differences: [
      ...missed.flatMap((own) => own.slice(0, 1).map((record) => explainMissed(record, request))),
      ...alerts.filter((record) => !isShown(record, request)).map((record) => explainExtra(record, request)),
      ...blocksOf(request),
    ],
  }
}

/** Records by what is asked of them together: a set-up, or the record itself where its act belongs to none. */
function unitsOf(request: ConformRequest): ReadonlyMap<string, readonly LogRecord[]> {
  const units = new Map<string, LogRecord[]>()
  for (const record of request.records) {
    if (!isShown(record, request)) continue
    const { setups } = request.shown(record)
    for (const id of setups.size > 0 ? setups : [placeKey(record.place)]) {
      const known = units.get(id)
      if (known === undefined) units.set(id, [record])
      else known.push(record)
    }
  }
  return units
}

/** Whether scan reads an act in it, by itself, that the behaviour is about. */
export function isShown(record: LogRecord, { definition, shown }: ConformRequest): boolean {
  const { acts } = shown(record)
  return definition.acts.some((act) => acts.has(act))
}

function explainMissed(record: LogRecord, request: ConformRequest): Difference {
  const place = placeText(record)
  const { acts, notes, cameToNothing } = request.shown(record)
  const [note] = notes
  if (!isMeant(record, request)) {
    if (note !== undefined) return { what: 'missed', place, because: 'record-incomplete', detail: note }
    const [untold] = request.source.clauses
      .filter((clause) => clause.acts.some((act) => acts.has(act)) && isNearly(record, clause))
      .flatMap(({ cannotTell = [] }) => cannotTell)
    if (untold !== undefined) return { what: 'missed', place, because: 'cannot-tell', detail: untold }
    return { what: 'missed', place, detail: 'no signature matches the record' }
  }
  const lost = request.lost?.(record)
  if (lost !== undefined) return { what: 'missed', place, because: 'lost-on-the-way', detail: lost }
  if (cameToNothing && !request.definition.acts.includes('session-refused'))
    return { what: 'missed', place, because: 'failed-in-the-end', detail: 'another record says so' }
  return { what: 'missed', place, detail: 'the signature matches the record, the rule does not' }
}

function explainExtra(record: LogRecord, request: ConformRequest): Difference {
  const { definition, shown } = request
  const place = placeText(record)
  const { acts, actsElsewhere, setups, notes } = shown(record)
  const told = (because: DifferenceReason, detail: string): Difference => ({ what: 'extra', place, because, detail })
  const clauses = matching(record, request.source.clauses)
  const meant = clauses.flatMap((clause) => clause.acts)
  if (clauses.length === 0 && matching(record, request.beside ?? []).length > 0)
    return told('shared-table', 'records of several logs lie in one table, which does not say whose they are')
  if (clauses.length === 0) return { what: 'extra', place, detail: 'the rule speaks of what no signature matches' }
  if (acts.size === 0 && setups.size > 0) return told('within-a-block', 'scan reads it with the lines around it')
  if (definition.acts.some((act) => actsElsewhere.has(act)))
    return told('platform-unknown', 'the command means this on another platform than its device')
  if (meant.every((act) => NOT_READ_BY_SCAN.has(act) || !definition.acts.includes(act)))
    return told('not-read-by-scan', 'scan does not read such records')
  if (notes.size > 0) return told('record-incomplete', [...notes].join('; '))
  const cannotTell = clauses.flatMap((clause) => clause.cannotTell ?? [])
  if (cannotTell.length > 0) return told('cannot-tell', cannotTell.join('; '))
  return { what: 'extra', place, detail: `scan reads ${[...acts].join(', ') || 'no act'} in it` }
}

/** Set-ups of which this log holds nothing but lines that say nothing by themselves. */
function blocksOf({ definition, records, shown }: ConformRequest): readonly Difference[] {
  if (!definition.acts.includes('session-set')) return []
  const telling = new Set<string>()
  const silent = new Map<string, LogRecord>()
  for (const record of records) {
    const { acts, setups } = shown(record)
    for (const id of setups) {
      if (acts.size > 0) telling.add(id)
      else if (!silent.has(id)) silent.set(id, record)
    }
  }
  return [...silent]
    .filter(([id]) => !telling.has(id))
    .map(([, record]) => ({
      what: 'missed',
      place: placeText(record),
      because: 'needs-its-block',
      detail: 'no single line of it names the session',
    }))
}

function isMeant(record: LogRecord, { source }: ConformRequest): boolean {
  return matching(record, source.clauses).length > 0
}

/** The operation is the one asked for (conditions begin with it), and what else is asked does not hold. */
function isNearly(record: LogRecord, { when }: DefinitionClause): boolean {
  const [operation] = 'all' in when ? when.all : []
  return operation !== undefined && compileCondition(operation)(record)
}

function matching(record: LogRecord, clauses: readonly DefinitionClause[]): readonly DefinitionClause[] {
  return clauses.filter(({ when }) => compileCondition(when)(record))
}

/** `logs/edge.log:120` */
export function placeText({ place: { path, line } }: LogRecord): string {
  return line === undefined ? path : `${path}:${line}`
}
