/**
 * Holds rules and hunts against the tables and against example records: every file has the shape of its kind, every query binds, names no
 * dead column, and finds the records that its behaviour asks for and no others.
 */
import { parse } from 'yaml'
import type { LogRecord } from '../../facts/log-content/log-record.ts'
import type { RecordAct } from '../../facts/log-content/record-act.ts'
import { type Instant, shiftInstant } from '../../kit/instant.ts'
import { evaluateKusto } from '../_kusto/evaluate.ts'
import { findDeadColumns, type ParsedKusto, parseKusto } from '../_kusto/parse.ts'
import type { JsonRow } from '../_kusto/run-query.ts'
import { losesParts } from '../_tables/rows/syslog-rows.ts'
import { SENTINEL_SCHEMA } from '../_tables/schema.ts'
import { type TableRow, toRows } from '../_tables/to-rows.ts'
import type { ContentFile, Definition } from '../contract.ts'
import { AnalyticsRule, HuntingQuery } from './rule-schema.ts'

/** A record and what it shows. */
export interface CheckedExample {
  readonly name: string
  readonly acts: readonly RecordAct[]
  readonly record: LogRecord
}

/** What the check is made against. */
export interface CheckInputs {
  readonly definitions: readonly Definition[]
  readonly examples: readonly CheckedExample[]
}

/** What is wrong with a file, in one sentence. `code` says what kind of fault it is. */
export interface SentinelProblem {
  readonly path: string
  readonly code: 'shape' | 'error' | 'dead-column' | 'not-evaluated' | 'false-hit' | 'missed'
  readonly message: string
}

/** A rule or hunt whose query can run. */
interface Runnable {
  readonly path: string
  readonly definition: Definition
  readonly query: ParsedKusto
}

/** Everything that is wrong with the files; none where they are good. Never throws. */
export function checkSentinel(files: readonly ContentFile[], inputs: CheckInputs): readonly SentinelProblem[] {
  const read = files.filter(({ kind }) => kind === 'rule' || kind === 'hunt').map((file) => readFile(file, inputs))
  const rules = read.flatMap(({ rule }) => rule ?? [])
  const byDefinition = Map.groupBy(rules, ({ definition }) => definition)
  return [
    ...read.flatMap(({ problems }) => problems),
    ...rules.flatMap((rule) => checkHits(rule, inputs)),
    ...[...byDefinition].flatMap(([definition, own]) => checkMisses(definition, own, inputs)),
  ]
}

interface ReadFile {
  readonly problems: readonly SentinelProblem[]
  readonly rule?: Runnable
}

function readFile({ path, text, kind }: ContentFile, { definitions }: CheckInputs): ReadFile {
  const problem = (code: SentinelProblem['code'], message: string): SentinelProblem => ({ path, code, message })
  const shape = (kind === 'rule' ? AnalyticsRule : HuntingQuery).safeParse(parse(text))
  if (!shape.success)
    return {
      problems: shape.error.issues.map((issue) => problem('shape', `${issue.path.join('.')}: ${issue.message}`)),
    }
  const { query: written, tags, entityMappings } = shape.data
  const query = parseKusto(written, SENTINEL_SCHEMA)
  const columns = new Set(query.columns.map(({ name }) => name))
  const mapped = entityMappings.flatMap(({ fieldMappings }) => fieldMappings.map(({ columnName }) => columnName))
  const problems = [
    ...query.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ line, message }) => problem('error', `line ${line}: ${message}`)),
    ...findDeadColumns(query).map(({ line, table, name, because }) =>
      problem('dead-column', `line ${line}: ${table}.${name} holds nothing: ${because}.`),
    ),
    ...mapped.filter((name) => !columns.has(name)).map((name) => problem('error', `no column ${name} for an entity`)),
  ]
  const definition = definitions.find(({ id }) => tags.includes(id))
  if (definition === undefined) return { problems: [...problems, problem('shape', 'tags name no behaviour')] }
  return problems.some(({ code }) => code === 'error') ? { problems } : { problems, rule: { path, definition, query } }
}

function isAsked({ acts }: Pick<Definition, 'acts'>, example: CheckedExample): boolean {
  return example.acts.some((act) => acts.includes(act))
}

/** Records that show none of the acts: all at once, and one by one where something came out. */
function checkHits(rule: Runnable, { examples }: CheckInputs): readonly SentinelProblem[] {
  const silent = examples.filter((example) => !isAsked(rule.definition, example))
  const together = hits(
    rule.query,
    silent.flatMap(({ record }) => toRows(record)),
  )
  if (typeof together === 'string') return [{ path: rule.path, code: 'not-evaluated', message: together }]
  if (together === 0) return []
  return silent
    .filter(({ record }) => hits(rule.query, toRows(record)) !== 0)
    .map(({ name }) => ({ path: rule.path, code: 'false-hit', message: `it fires on: ${name}` }))
}

/**
 * Records that show one of the acts, in each table they land in, against all rules of the behaviour. What forwarders cut from a line nobody
 * can find; the limits say so.
 */
function checkMisses(
  definition: Definition,
  rules: readonly Runnable[],
  { examples }: CheckInputs,
): readonly SentinelProblem[] {
  const asked = examples.filter((example) => isAsked(definition, example) && !losesParts(example.record.text))
  return asked.flatMap(({ name, record }) =>
    toRows(record)
      .filter((row) => !rules.some(({ query }) => Number(hits(query, [row])) > 0))
      .map(({ table }) => ({
        path: definition.id,
        code: 'missed' as const,
        message: `${record.source.id} in ${table}: ${name}`,
      })),
  )
}

/** How many rows come out, or why none can. Rules run soon after the newest record. */
function hits(query: ParsedKusto, rows: readonly TableRow[]): number | string {
  const tables: Record<string, JsonRow[]> = {}
  for (const { table, row } of rows) {
    tables[table] ??= []
    tables[table].push(row)
  }
  const answer = evaluateKusto(query, { now: momentAfter(rows), tables })
  return 'problem' in answer ? answer.problem.message : answer.rows.length
}

function momentAfter(rows: readonly TableRow[]): Instant {
  const times = rows.map(({ row }) => String(row.TimeGenerated ?? '')).sort()
  return shiftInstant(`${(times.at(-1) || '2026-11-14T03:30:00').slice(0, 19)}.000Z`, 600_000)
}
