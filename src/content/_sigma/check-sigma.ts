/** Holds built Sigma files against records whose truth is known: a rule must find exactly the records that show what it is about. */
import { z } from 'zod'
import type { LogRecord } from '../../facts/log-content/log-record.ts'
import type { LogSource, RecordExample } from '../../facts/log-content/log-source.ts'
import { parseExactJson } from '../../kit/exact-json.ts'
import { parseInstant } from '../../kit/instant.ts'
import type { ContentFile } from '../contract.ts'
import { compileRule } from './compile-rule.ts'
import { planRun } from './correlating/plan.ts'
import type { SigmaDocument, SigmaRule } from './documents.ts'
import { parseSigma } from './parse-sigma.ts'
import { logsourceCovers, toSigmaEvent } from './sigma-event.ts'

/** An example of a dialect with the log that it is from. */
export interface SigmaExample {
  readonly source: LogSource
  readonly example: RecordExample
}

/** What our rules say of themselves. */
const Notes = z.object({ source: z.string(), acts: z.array(z.string()) })

/**
 * What is wrong with files, one sentence each; empty where every document parses, every reference leads to a rule, and every rule finds the
 * examples of its log that show one of its acts, and none besides. One log must have such an example: commands are the same in all of them.
 */
export function checkSigma(files: readonly ContentFile[], examples: readonly SigmaExample[]): readonly string[] {
  const parsed = files.map(({ path, text }) => parseSigma(text, path))
  const documents = parsed.flatMap((file) => file.documents)
  const problems = [...parsed.flatMap((file) => file.problems), ...planRun(documents).problems]
  const records = examples.map(({ source, example }) => ({ example, record: toLogRecord(source, example) }))
  return [
    ...problems.map(({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`),
    ...documents.flatMap((document) => checkRule(document, records)),
  ]
}

interface KnownRecord {
  readonly example: RecordExample
  readonly record: LogRecord
}

function checkRule(document: SigmaDocument, records: readonly KnownRecord[]): readonly string[] {
  const notes = Notes.safeParse(document.others['tapwarden'])
  if (document.kind !== 'rule' || !notes.success) return []
  const { source, acts } = notes.data
  const own = records.filter(({ example }) => example.source === source)
  const isElsewhere = own.length > 0 && !own.some(({ record }) => logsourceCovers(document.logsource, record.source))
  const showing = records.filter(({ example }) => example.acts.some((act) => acts.includes(act)))
  const expected = showing.filter(({ example }) => example.source === source)
  const matches = matcherOf(document)
  const found = new Set(own.filter(({ record }) => matches(record)))
  const missed = expected.filter((one) => !found.has(one))
  const wrong = [...found].filter((one) => !expected.includes(one))
  return [
    ...(isElsewhere ? [`${document.path}: its log source is not that of ${source}.`] : []),
    ...(showing.length === 0 ? [`${document.path}: no example of any log shows ${acts.join(', ')}.`] : []),
    ...missed.map(({ example }) => `${document.path}: misses "${example.name}".`),
    ...wrong.map(({ example }) => `${document.path}: finds "${example.name}", which shows none of its acts.`),
  ]
}

function matcherOf(rule: SigmaRule): (record: LogRecord) => boolean {
  const matches = compileRule(rule)
  return (record) => logsourceCovers(rule.logsource, record.source) && matches(toSigmaEvent(record))
}

/** An example as a record of its log. */
export function toLogRecord(source: LogSource, { name, text }: RecordExample): LogRecord {
  const place = { path: `${name}.txt` }
  if (source.form === 'text') return { source, text, place }
  const value = z.record(z.string(), z.unknown()).parse(parseExactJson(text))
  const [time] = toSigmaEvent({ source, text, value, place }).values(source.fields.time)
  return { source, text, value, place, at: typeof time === 'string' ? parseInstant(time) : undefined }
}
