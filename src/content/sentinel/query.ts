/** The queries of rules and hunts. */
import { APPROVALS_ALIAS } from '../_tables/watchlist.ts'
import type { TableQuestion } from './clauses.ts'
import type { PatternNames } from './kql/patterns.ts'
import { quote } from './kql/quote.ts'
import { TABLE_COLUMNS } from './table-columns.data.ts'

/** What a query is to do beside asking. */
export interface QueryOptions {
  /** Names of the regular expressions that the questions use. */
  readonly patterns: PatternNames
  /** Leave out what the watchlist approves. */
  readonly approvals: boolean
  /** Refusals are not asked for: what began and failed in the end is left out. */
  readonly dropFailed: boolean
  /** Look back so far, newest first: for people who ask. A rule looks back as far as its period. */
  readonly since?: string
}

/** Acts that have to be near; `order` as seen from the act. */
export interface Nearness {
  readonly withinSeconds: number
  readonly order: 'any' | 'before' | 'after'
}

/** One table's set-ups. */
export function writeTableQuery(question: TableQuestion, options: QueryOptions): string {
  return declared(options, [
    options.approvals ? APPROVALS : '',
    writeActs('Acts', question, options),
    options.approvals ? allowedOf('Acts') : '',
    gathered('Acts', options),
  ])
}

/** All tables' set-ups in one list. */
export function writeCombinedQuery(questions: readonly TableQuestion[], options: QueryOptions): string {
  const byTable = Map.groupBy(questions, ({ table }) => table)
  const parts = [...byTable].map(([table, ofTable]) => ({
    name: `${table}Acts`,
    question: { table, sources: ofTable.flatMap(({ sources }) => sources) },
  }))
  return declared(options, [
    options.approvals ? APPROVALS : '',
    ...parts.map(({ question, name }) => writeActs(name, question, options)),
    `let Acts = union isfuzzy=true ${parts.map(({ name }) => name).join(', ')};\n`,
    options.approvals ? allowedOf('Acts') : '',
    gathered('Acts', options),
  ])
}

/** Set-ups of one table that have one of the near acts around them, upon the same device or in the same account. */
export function writeNearQuery(question: TableQuestion, nearness: Nearness, options: QueryOptions): string {
  const near: TableQuestion = {
    table: question.table,
    sources: question.sources
      .filter((source) => source.near.length > 0)
      .map(({ source, near }) => ({ source, where: near, near: [] })),
  }
  return declared(options, [
    writeActs('AllActs', question, options),
    writeActs('Near', near, { ...options, dropFailed: false }),
    'let Acts = AllActs\n',
    '| join kind=inner (Near | project Subject, NearTime = TimeGenerated, NearOperation = Operation) on Subject\n',
    `| where ${distance(nearness)}\n`,
    '| project-away Subject1;\n',
    gathered('Acts', options, ', NearOperations = make_set(NearOperation, 20)'),
  ])
}

/** A query behind the expressions it uses. */
function declared({ patterns }: QueryOptions, parts: readonly string[]): string {
  const query = parts.join('')
  return `${patterns.declare(query)}${query}`
}

function distance({ withinSeconds, order }: Nearness): string {
  const before = `NearTime between ((TimeGenerated - ${withinSeconds}s) .. TimeGenerated)`
  const after = `NearTime between (TimeGenerated .. ${withinSeconds}s)`
  if (order === 'before') return before
  return order === 'after' ? after : `${before} or ${after}`
}

/** Rows that show an act, in columns that all tables share. */
function writeActs(name: string, { table, sources }: TableQuestion, { dropFailed, since }: QueryOptions): string {
  const columns = TABLE_COLUMNS[table]
  const tests = sources.map(({ source, where }) => `    // ${source.title}\n    ${where.join('\n    or ')}`)
  return [
    `let ${name} = ${table}\n`,
    since === undefined ? '' : `| where TimeGenerated > ago(${since})\n`,
    columns.prepare,
    `| where (\n${tests.join('\n    or\n')}\n  )\n`,
    dropFailed && columns.failed !== undefined
      ? `| join kind=leftanti (${table} | where ${columns.failed.where}) on ${columns.failed.on}\n`
      : '',
    `| extend Actor = ${columns.actor}, ActorAddress = ${columns.actorAddress}, Subject = ${columns.subject},\n`,
    `    Operation = ${columns.operation}, Detail = ${columns.detail}, Log = ${quote(table)}\n`,
    `| extend SetUp = ${columns.setup}\n`,
    '| project TimeGenerated, Actor, ActorAddress, Subject, Operation, Detail, SetUp, Log;\n',
  ].join('')
}

/** Approvals as the watchlist has them: every cell is text, and an empty one allows anything. */
const APPROVALS = `let Approvals = _GetWatchlist('${APPROVALS_ALIAS}')
| project ApprovedSubject = tolower(Subject), Destination, Session, ValidFrom = todatetime(ValidFrom), ValidUntil = todatetime(ValidUntil);
`

/** What an approval names: its subject, and its destination and session where it has them, in the record itself and in time. */
function allowedOf(acts: string): string {
  return `let Allowed = ${acts}
| mv-expand ApprovedSubject = pack_array(tolower(Subject), '*') to typeof(string)
| join kind=inner Approvals on ApprovedSubject
| where (isempty(Destination) or Detail has Destination) and (isempty(Session) or Detail has Session)
| where (isnull(ValidFrom) or TimeGenerated >= ValidFrom) and (isnull(ValidUntil) or TimeGenerated < ValidUntil)
| distinct TimeGenerated, SetUp, Detail;
`
}

/** One row for each set-up. */
function gathered(acts: string, { approvals, since }: QueryOptions, more = ''): string {
  return [
    `${acts}\n`,
    approvals ? '| join kind=leftanti Allowed on TimeGenerated, SetUp, Detail\n' : '',
    '| summarize FirstSeen = min(TimeGenerated), TimeGenerated = max(TimeGenerated), Records = count(),\n',
    '    Operations = make_set(Operation, 20), Actor = take_any(Actor), ActorAddress = take_any(ActorAddress),\n',
    `    Subject = take_any(Subject), Detail = take_any(Detail)${more} by SetUp, Log\n`,
    '| extend Confidence = "Medium"\n',
    since === undefined ? '' : '| sort by TimeGenerated desc\n',
  ].join('')
}
