/** Examples of dialects as records, and what dialects and signatures make of them. */
import assert from 'node:assert/strict'
import { dialects } from '../../src/app/plug-ins.ts'
import { isObject } from '../../src/dialects/_audit-records/fields.ts'
import type { Dialect, Reading } from '../../src/dialects/contract.ts'
import type { ReadCommand } from '../../src/facts/log-content/acts-of-facts.ts'
import { commandClauses } from '../../src/facts/log-content/command-clauses.ts'
import type { DialectContent } from '../../src/facts/log-content/dialect-content.ts'
import type { CommandSignature, LogSource, RecordExample } from '../../src/facts/log-content/log-source.ts'
import {
  type ConditionRecord,
  compileCondition,
  type RecordMatcher,
} from '../../src/facts/log-content/match-condition.ts'
import { readAlone } from '../../src/facts/log-content/read-alone.ts'
import type { RecordAct } from '../../src/facts/log-content/record-act.ts'
import { parseExactJson } from '../../src/kit/exact-json.ts'
import { CONTEXT } from './dialects-cases.ts'

/** Dialects that give to content, with what they give. */
export const offers = dialects.flatMap((dialect) =>
  dialect.content === undefined ? [] : [{ dialect, content: dialect.content }],
)
/** The log that an example is of. */
export function sourceOf({ source }: RecordExample, { sources: own }: DialectContent): LogSource {
  const found = own.find(({ id }) => id === source)
  assert.ok(found !== undefined, source)
  return found
}

/** An example as conditions see it. */
export function toRecord(example: RecordExample, content: DialectContent): ConditionRecord {
  const { text } = example
  if (sourceOf(example, content).form === 'text') return { text }
  const value = parseExactJson(text)
  assert.ok(isObject(value), text.slice(0, 200))
  return { text, value }
}

/** What the dialect makes of a record; what gives facts has one of its needles. */
export function read(dialect: Dialect, source: LogSource, record: ConditionRecord): Reading | undefined {
  const reading = readUnfiltered(dialect, source, record)
  if ((reading?.facts.length ?? 0) > 0) assert.ok(passesPrefilter(dialect, record), 'no needle selects it')
  return reading
}

function readUnfiltered({ json, block, line }: Dialect, { form }: LogSource, { text, value = {} }: ConditionRecord) {
  const place = { path: 'example', line: 1 }
  if (form === 'json') return json?.read({ value, place }, CONTEXT)
  return (block ?? line)?.read({ text, place }, CONTEXT)
}

function passesPrefilter({ json, block, line }: Dialect, { text }: ConditionRecord): boolean {
  const needles = [json, block, line].flatMap((reader) => reader?.needles ?? [])
  return needles.some((needle) => text.toLowerCase().includes(needle))
}

/** Grammars of whoever's commands the log carries; none where it carries none. */
export function readersOf(source: LogSource): readonly (ReadCommand | undefined)[] {
  const grammars = dialects.flatMap((dialect) =>
    dialect.commands !== undefined && carriesCommandsOf(source, dialect) ? [dialect.commands] : [],
  )
  if (grammars.length === 0) return [undefined]
  return grammars.map(readAlone)
}

/** Whether a log carries commands that this dialect has the grammar of. */
export function carriesCommandsOf({ commands }: LogSource, { id }: Dialect): boolean {
  return commands !== undefined && (commands.of === 'any' || commands.of === id)
}

/** A signature made ready. */
interface Clause {
  readonly acts: readonly RecordAct[]
  readonly matches: RecordMatcher
}

/** Everything that is asked of the records of a log: its own signatures, and those of the commands it carries. */
export function clausesOf(source: LogSource, content: DialectContent): readonly Clause[] {
  const own = content.signatures.filter((signature) => signature.source === source.id)
  const typed = offers.flatMap((offer) =>
    carriesCommandsOf(source, offer.dialect) ? offer.content.commandSignatures : [],
  )
  return [
    ...own.map(({ acts, when }) => ({ acts, matches: compileCondition(when) })),
    ...typed.flatMap((signature) => commandMatchers(signature, source)),
  ]
}

/** A typed command, behind what the log puts before it. */
export function commandMatchers(signature: CommandSignature, { commands }: LogSource): readonly Clause[] {
  if (commands === undefined) return []
  return commandClauses(signature, commands).map(({ acts, when }) => ({ acts, matches: compileCondition(when) }))
}
