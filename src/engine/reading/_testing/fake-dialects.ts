/** Dialects small enough to predict: a configuration, a log, records of several lines and an audit trail of a platform that nobody sells. */
import type { Dialect, Heard, LineOutcome, ReadContext, Reading } from '../../../dialects/contract.ts'
import type { StateFact } from '../../../facts/fact.ts'
import { factId } from '../../../facts/fact-id.ts'
import type { Place } from '../../../facts/schema-parts.ts'
import { parseInstant } from '../../../kit/instant.ts'

const common = { version: 1, aliases: [], redact: (text: string) => text }

/** Reads documents that start with `! coolnos`; `mirror …` lines are modelled, `tap …` lines unsupported. One device per `device` line. */
export const fakeDocuments: Dialect = {
  ...common,
  id: 'fake-documents',
  title: 'Cool NOS configuration',
  document: {
    recognise: (sample) => (sample.startsWith('! coolnos') ? 0.9 : 0),
    split: (text) => text.split('\n').flatMap((line, index) => (line.startsWith('device') ? [index + 1] : [])),
    read({ text, place, time, cutOff }, context) {
      const lines = text.split('\n').flatMap((line, index) => outcomeOf(line, index + 1))
      const message = `${text.split('\n')[0]} at ${time?.at ?? 'no time'}${cutOff ? ', cut off' : ''}`
      return reading([stateFact(message, place, context)], lines)
    },
  },
}

/** Reads lines `2026-11-13T02:00:00Z host coolnos: …`; a line with `mirror` or `hidden` gives a fact, `crash` throws. */
export const fakeLines: Dialect = {
  ...common,
  id: 'fake-lines',
  title: 'Cool NOS log',
  line: {
    needles: ['mirror on', 'crash', 'odd-line'],
    read({ text, place }, context) {
      if (!text.includes(' coolnos: ') || text.includes('odd-line')) return undefined
      if (text.includes('crash')) throw new Error('bug')
      return reading(/mirror on|hidden/i.test(text) ? [stateFact(text, place, context)] : [])
    },
    hear: ({ text }, context) => heardFrom(text.slice(0, 20), text.slice(21).split(' ')[0] ?? '', context),
  },
}

/** Reads objects with `host`, `at` and `does`; `CreateMirror` gives a fact. */
export const fakeJson: Dialect = {
  ...common,
  id: 'fake-json',
  title: 'Cool cloud trail',
  json: {
    needles: ['createmirror'],
    read({ value, place }, context) {
      if (typeof value['host'] !== 'string') return undefined
      return reading(value['does'] === 'CreateMirror' ? [stateFact(JSON.stringify(value), place, context)] : [])
    },
    hear: ({ value }, context) => heardFrom(String(value['at']), String(value['host'] ?? ''), context),
  },
}

/**
 * Reads files that start with `# coolnos records`: records whose first line is `at host`; a line `does mirror` or `does hidden`
 * gives a fact, `crash` throws, `odd-record` is nobody's.
 */
export const fakeBlocks: Dialect = {
  ...common,
  id: 'fake-blocks',
  title: 'Cool NOS records',
  block: {
    recognise: (sample) => (/^(?:\r?\n)*# coolnos records/.test(sample) ? 0.9 : 0),
    needles: ['does mirror', 'crash', 'odd-record'],
    read({ text, place }, context) {
      if (text.includes('odd-record')) return undefined
      if (text.includes('crash')) throw new Error('bug')
      return reading(/does (?:mirror|hidden)/.test(text) ? [stateFact(text, place, context)] : [])
    },
    hear: ({ text }, context) => heardFrom(text.slice(0, 20), /^\S+ (\S+)/.exec(text)?.[1] ?? '', context),
  },
}

/** All of them. */
export const fakeDialects: readonly Dialect[] = [fakeDocuments, fakeLines, fakeBlocks, fakeJson]

function reading(facts: Reading['facts'], lines: NonNullable<Reading['lines']> = []): Reading {
  const outcome = facts.length > 0 ? 'modelled' : 'irrelevant'
  return { facts, notes: [], outcome, because: facts.length > 0 ? 'a mirror' : 'nothing about mirrors', lines }
}

function stateFact(message: string, place: Place, { realm, trust }: ReadContext): StateFact {
  return {
    kind: 'state',
    id: factId('state', { native: message }, 0),
    ref: { realm, names: [] },
    time: { basis: 'none' },
    leg: 'log',
    trust,
    dialect: 'fake',
    dialectVersion: 1,
    places: [place],
    excerpt: '',
    platform: 'coolnos',
    running: true,
    message,
  }
}

function outcomeOf(text: string, line: number): readonly LineOutcome[] {
  if (text.startsWith('mirror')) return [{ line, outcome: 'modelled', because: 'a mirror' }]
  return text.startsWith('tap') ? [{ line, outcome: 'unsupported', because: 'a tap' }] : []
}

function heardFrom(time: string, host: string, { realm }: ReadContext): Heard | undefined {
  const at = parseInstant(time)
  if (at === undefined || host === '') return undefined
  return { ref: { realm, names: [{ by: 'hostname', value: host }] }, at, leg: 'log', commands: false }
}
