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

/** Lines, each with what scan makes of it: `set@one` is an act of the set-up `one`, `@one` a line of its block, `!odd` a note. */
export function recordsOf(
  lines: readonly (readonly [text: string, scan: string])[],
): ReadonlyMap<LogRecord, ShownRecord> {
  const shown = new Map<LogRecord, ShownRecord>()
  for (const [index, [text, scan]] of lines.entries()) {
    const [said = '', note] = scan.split('!')
    const [act = '', setup] = said.split('@')
    const acts = new Set<RecordAct>(act === 'set' ? ['session-set'] : act === 'removed' ? ['session-removed'] : [])
    const elsewhere = new Set<RecordAct>(act === 'elsewhere' ? ['session-set'] : [])
    const record = { source: source.source, text, place: { path: 'edge.log', line: index + 1 } }
    const [setups, notes] = [setup, note].map((one) => new Set(one === undefined ? [] : [one])) as [
      Set<string>,
      Set<string>,
    ]
    shown.set(record, { acts, actsElsewhere: elsewhere, setups, notes })
  }
  return shown
}
