/** A log of a platform that nobody sells, and lines of it with what scan makes of them. */
import type { Definition, DefinitionSource } from '../../../../content/_definition/definition.ts'
import type { LogRecord } from '../../../../facts/log-content/log-record.ts'
import type { RecordAct } from '../../../../facts/log-content/record-act.ts'
import type { ShownRecord } from '../conformance/shown-acts.ts'

/** One log with one act. */
export const source: DefinitionSource = {
  dialect: 'coolnos',
  source: {
    id: 'coolnos-log',
    title: 'Cool NOS log',
    form: 'text',
    fields: { time: 'message' },
    sigma: { product: 'coolnos', definition: '' },
    sentinel: { none: 'nobody collects it' },
    blindSpots: [],
  },
  clauses: [
    { acts: ['session-set'], when: { field: 'message', contains: ['mirror set'] } },
    { acts: ['mirror-rights-granted'], when: { field: 'message', contains: ['grant'] } },
  ],
  nearClauses: [],
  cannotTell: [],
}

/** A behaviour that asks for it. */
export const definition: Definition = {
  id: 'session-not-approved',
  version: 1,
  question: '',
  kind: 'alert',
  title: '',
  description: '',
  acts: ['session-set', 'mirror-rights-granted'],
  attack: [],
  dataSources: [],
  references: [],
  related: [],
  beyondRules: [],
  falsePositives: [],
  triage: [],
  tuning: [],
  severity: 'high',
  confidence: 'medium',
  sources: [source],
}

/** Lines, each with what scan makes of it: `set@one` an act of the set-up `one`, `@one` a line of its block, `#failed`, `!odd` a note. */
export function recordsOf(
  lines: readonly (readonly [text: string, scan: string])[],
): ReadonlyMap<LogRecord, ShownRecord> {
  return new Map(
    lines.map(([text, scan], index) => [
      { source: source.source, text, place: { path: 'edge.log', line: index + 1 } },
      toShown(scan),
    ]),
  )
}

const ACTS: Readonly<Record<string, RecordAct>> = { set: 'session-set', removed: 'session-removed' }

function toShown(scan: string): ShownRecord {
  const [, act = '', setup, failed, note] = /^(\w*)(?:@(\w+))?(#failed)?(?:!(.+))?$/.exec(scan) ?? []
  return {
    acts: setOf(ACTS[act]),
    actsElsewhere: setOf<RecordAct>(act === 'elsewhere' ? 'session-set' : undefined),
    setups: setOf(setup),
    cameToNothing: failed !== undefined,
    notes: setOf(note),
  }
}

function setOf<T>(one: T | undefined): ReadonlySet<T> {
  return new Set(one === undefined ? [] : [one])
}
