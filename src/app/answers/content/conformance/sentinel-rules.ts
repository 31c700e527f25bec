/** The queries that are built for Microsoft Sentinel, run by our own evaluator over the rows that connectors would make of records. */
import { parse } from 'yaml'
import { z } from 'zod'
import { evaluateKusto } from '../../../../content/_kusto/evaluate.ts'
import { type ParsedKusto, parseKusto } from '../../../../content/_kusto/parse.ts'
import type { JsonRow } from '../../../../content/_kusto/run-query.ts'
import { losesParts } from '../../../../content/_tables/rows/syslog-rows.ts'
import { SENTINEL_SCHEMA } from '../../../../content/_tables/schema.ts'
import { toRows } from '../../../../content/_tables/to-rows.ts'
import { APPROVALS_ALIAS } from '../../../../content/_tables/watchlist.ts'
import type { ContentFile, ContentInputs, Definition } from '../../../../content/contract.ts'
import type { LogRecord } from '../../../../facts/log-content/log-record.ts'
import type { LogSource, SentinelTable } from '../../../../facts/log-content/log-source.ts'
import { readCsvRecords } from '../../../../inventory/importing/formats/csv-records.ts'
import { targets } from '../../../content-plug-ins.ts'
import type { RuleEngine } from './rule-engine.ts'

const TARGET = 'sentinel'

/** Records asked at once; a query that finds nothing in them has found nothing in each. */
const BATCH_RECORDS = 128

/** Every record is asked as if it had just arrived: when it was matters to approvals alone. */
const [ARRIVED, NOW] = ['2026-11-16T08:30:00.000Z', '2026-11-16T08:31:00.000Z'] as const

const Rule = z.object({ query: z.string(), tags: z.array(z.string()) })

/** Builds the rules. `usual` puts records into the first table that they may land in, `other` into the second. */
export function sentinelRules(inputs: ContentInputs, where: 'usual' | 'other'): RuleEngine {
  const target = targets.find(({ id }) => id === TARGET)
  const files = target?.build(inputs) ?? []
  const queries = queriesOf(inputs.definitions, files)
  return {
    target: where === 'usual' ? TARGET : `${TARGET}, other table`,
    answer: async ({ definition, source: { source }, records }) => {
      if ('none' in source.sentinel) return where === 'usual' ? source.sentinel : undefined
      const table = tableOf(source, where)
      if (table === undefined) return undefined
      const own = readersOf(table, queries.get(definition.id))
      return {
        hits: new Set(
          batchesOf(records).flatMap((batch) => speakingOf(batch, { rows: arrivedIn(table), table, queries: own })),
        ),
        beside: besideOf(definition, source, table),
        lost: ({ text }) =>
          source.form === 'text' && losesParts(text)
            ? 'forwarders pass on neither structured data nor message id'
            : undefined,
      }
    },
    unapproved: async ({ definition, source: { source }, records }, inventory) => {
      const table = tableOf(source, where)
      if (table === undefined) return new Set()
      const approvals = watchlistOf(target?.build({ ...inputs, inventory, definitions: [] }) ?? [])
      const asked = { table, queries: readersOf(table, queries.get(definition.id)), rows: rowsIn(table), approvals }
      return new Set(batchesOf(records).flatMap((batch) => speakingOf(batch, asked)))
    },
  }
}

function tableOf({ sentinel }: LogSource, where: 'usual' | 'other'): SentinelTable | undefined {
  return 'none' in sentinel ? undefined : sentinel.tables[where === 'usual' ? 0 : 1]
}

/** Conditions of other logs whose records lie in the same table: it does not say whose they are. */
function besideOf({ sources }: Definition, source: LogSource, table: SentinelTable) {
  return sources
    .filter(
      ({ source: { id, sentinel } }) => id !== source.id && 'tables' in sentinel && sentinel.tables.includes(table),
    )
    .flatMap(({ clauses }) => clauses)
}

/** A query that is parsed when it is first asked: the language service takes its time. */
interface Query {
  readonly text: string
  readonly tags: readonly string[]
  readonly kind: string
  parsed(): ParsedKusto
}

/** Behaviour → its queries: those that alert, or where a person asks the one over all tables; never those about what is near. */
function queriesOf(
  definitions: readonly Definition[],
  files: readonly ContentFile[],
): ReadonlyMap<string, readonly Query[]> {
  const read = files.filter(({ path }) => path.endsWith('.yaml') && !path.endsWith('-near.yaml')).map(readQuery)
  return new Map(
    definitions.map(({ id, kind }) => [
      id,
      read.filter((query) => query.tags.includes(id) && query.kind === (kind === 'alert' ? 'rule' : 'hunt')),
    ]),
  )
}

function readQuery({ text, kind }: ContentFile): Query {
  const { query, tags } = Rule.parse(parse(text))
  let parsed: ParsedKusto | undefined
  const open = (): ParsedKusto => {
    parsed ??= parseKusto(query, SENTINEL_SCHEMA)
    return parsed
  }
  return { text: query, tags, kind, parsed: open }
}

/** Those that read a table. */
function readersOf(table: SentinelTable, queries: readonly Query[] = []): readonly ParsedKusto[] {
  return queries.filter(({ text }) => text.includes(table)).map((query) => query.parsed())
}

interface Asked {
  readonly table: SentinelTable
  readonly queries: readonly ParsedKusto[]
  readonly rows: (record: LogRecord) => readonly JsonRow[]
  /** Rows of the watchlist; none are approved where absent. */
  readonly approvals?: readonly JsonRow[]
}

/** Halves what speaks until single records do: queries gather rows, and a result does not say of which. */
function speakingOf(records: readonly LogRecord[], asked: Asked): readonly LogRecord[] {
  if (records.length === 0 || !speaks(records, asked)) return []
  if (records.length === 1) return records
  const middle = Math.ceil(records.length / 2)
  return [...speakingOf(records.slice(0, middle), asked), ...speakingOf(records.slice(middle), asked)]
}

function speaks(records: readonly LogRecord[], { table, queries, rows, approvals = [] }: Asked): boolean {
  const data = { now: NOW, tables: { [table]: records.flatMap(rows) }, watchlists: { [APPROVALS_ALIAS]: approvals } }
  return queries.some((query) => {
    const answer = evaluateKusto(query, data)
    if ('problem' in answer) throw new Error(`a query that is built cannot be run: ${answer.problem.message}`)
    return answer.rows.length > 0
  })
}

function rowsIn(table: SentinelTable): Asked['rows'] {
  return (record) => toRows(record).flatMap((made) => (made.table === table ? [made.row] : []))
}

function arrivedIn(table: SentinelTable): Asked['rows'] {
  const rows = rowsIn(table)
  return (record) => rows(record).map((row) => ({ ...row, TimeGenerated: ARRIVED }))
}

/** The watchlist as it is imported. */
function watchlistOf(files: readonly ContentFile[]): readonly JsonRow[] {
  const lists = files.filter(({ kind }) => kind === 'watchlist')
  return lists.flatMap(({ text }) => {
    const [head, ...rows] = readCsvRecords(text, ',')
    return rows.map(({ cells }) => Object.fromEntries((head?.cells ?? []).map((name, index) => [name, cells[index]])))
  })
}

function batchesOf(records: readonly LogRecord[]): readonly (readonly LogRecord[])[] {
  const count = Math.ceil(records.length / BATCH_RECORDS)
  return Array.from({ length: count }, (_, index) => records.slice(index * BATCH_RECORDS, (index + 1) * BATCH_RECORDS))
}
