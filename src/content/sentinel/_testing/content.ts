/** What the tests of the target share: everything it writes, the examples of all dialects, and a way to run one file over rows. */
import assert from 'node:assert/strict'
import { parse } from 'yaml'
import { detections, dialects, guides } from '../../../app/plug-ins.ts'
import type { LogRecord } from '../../../facts/log-content/log-record.ts'
import { EMPTY_INVENTORY, type Inventory } from '../../../inventory/inventory.ts'
import { define } from '../../_definition/define.ts'
import { evaluateKusto } from '../../_kusto/evaluate.ts'
import { parseKusto } from '../../_kusto/parse.ts'
import type { JsonRow } from '../../_kusto/run-query.ts'
import { SENTINEL_SCHEMA } from '../../_tables/schema.ts'
import { toRows } from '../../_tables/to-rows.ts'
import type { ContentFile } from '../../contract.ts'
import type { CheckedExample } from '../check.ts'
import { target } from '../index.ts'

export const definitions = define({ detections, dialects, guides })
/** All files for an inventory. */
export const build = (inventory: Inventory) => target.build({ definitions, exercises: [], inventory })
export const files = build(EMPTY_INVENTORY)
const NOW = '2026-11-14T04:30:00.000Z'

/** An example with the set-up it belongs to. */
export interface Example extends CheckedExample {
  readonly setup: string | undefined
}
export const examples: readonly Example[] = dialects.flatMap(({ content }) =>
  (content?.examples ?? []).flatMap(({ name, acts, source: id, text, setup }) => {
    const source = content?.sources.find((one) => one.id === id)
    if (source === undefined) return []
    const value = source.form === 'json' ? JSON.parse(text) : undefined
    const record: LogRecord = { source, text, value, at: '2026-11-14T03:30:00.000Z', place: { path: name } }
    return [{ name, acts, record, setup }]
  }),
)

/** The rule or hunt of a name. */
export const fileNamed = (key: string, from = files): ContentFile =>
  from.find(({ path }) => path.endsWith(`/${key}.yaml`)) ?? assert.fail(`no file ${key}`)

/** Runs a file over rows at a quarter of an hour past the last example; the watchlist is that of `more.files`. */
export function run(
  key: string,
  tables: Record<string, readonly JsonRow[]>,
  more: { files?: readonly ContentFile[] } = {},
) {
  const query = parseKusto(parse(fileNamed(key, more.files).text).query, SENTINEL_SCHEMA)
  const watchlist = more.files?.find(({ kind }) => kind === 'watchlist')
  const watchlists = watchlist === undefined ? {} : { tapwarden_approvals: readCsv(watchlist.text) }
  const answer = evaluateKusto(query, { now: NOW, tables, watchlists })
  return 'problem' in answer ? assert.fail(answer.problem.message) : answer.rows
}

/** The watchlists of these tests have no cell with a comma. */
function readCsv(text: string): readonly JsonRow[] {
  const [names = [], ...rows] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
  return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index]])))
}

/** The rows of the example of a name. */
export const rowsOf = (name: string): readonly JsonRow[] =>
  examples.filter((example) => example.name === name).flatMap(({ record }) => toRows(record).map(({ row }) => row))
