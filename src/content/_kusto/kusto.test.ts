/** Cases: folders under `cases/` with a query, rows and what must come out. Adding one adds no code. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { evaluateKusto } from './evaluate.ts'
import { findDeadColumns, parseKusto } from './parse.ts'
import type { KustoData } from './run-query.ts'
import type { KustoColumn, KustoSchema } from './schema.ts'

const casesFolder = join(import.meta.dirname, 'cases')

/** `rows.json`: columns by type, where a type may be `string never: reason`. */
interface Given {
  readonly now: string
  readonly tables: Record<string, { columns: Record<string, string>; rows: Record<string, unknown>[] }>
  readonly watchlists?: Record<string, { columns: Record<string, string>; rows: Record<string, unknown>[] }>
}

function columnsOf(columns: Record<string, string>): readonly KustoColumn[] {
  return Object.entries(columns).map(([name, text]) => {
    const [type, never] = text.split(' never: ')
    return { name, type: type as KustoColumn['type'], ...(never === undefined ? {} : { neverPopulated: never }) }
  })
}

function prepare(given: Given): { readonly schema: KustoSchema; readonly data: KustoData } {
  const rowsOf = (from: Given['tables'] = {}) =>
    Object.fromEntries(Object.entries(from).map(([name, { rows }]) => [name, rows]))
  return {
    schema: {
      tables: Object.entries(given.tables).map(([name, { columns }]) => ({ name, columns: columnsOf(columns) })),
      watchlists: Object.entries(given.watchlists ?? {}).map(([alias, { columns }]) => ({
        alias,
        columns: columnsOf(columns),
      })),
    },
    data: { now: given.now, tables: rowsOf(given.tables), watchlists: rowsOf(given.watchlists) },
  }
}

const read = (folder: string, name: string): string => readFileSync(join(casesFolder, folder, name), 'utf8')

describe('queries', () => {
  for (const folder of readdirSync(casesFolder)) {
    it(folder.replaceAll('-', ' '), () => {
      assert.ok(existsSync(join(casesFolder, folder, 'origin.yaml')))
      const { schema, data } = prepare(JSON.parse(read(folder, 'rows.json')))
      const query = parseKusto(read(folder, 'query.kql'), schema)

      const answer = evaluateKusto(query, data)

      const dead = findDeadColumns(query)
      const got = 'problem' in answer ? answer : { rows: answer.rows }
      assert.deepEqual({ ...got, ...(dead.length > 0 ? { dead } : {}) }, JSON.parse(read(folder, 'expected.json')))
    })
  }
})

describe('any query', () => {
  const schema: KustoSchema = {
    tables: [
      {
        name: 'T',
        columns: [
          { name: 'A', type: 'string' },
          { name: 'N', type: 'long' },
        ],
      },
    ],
    watchlists: [],
  }
  const data: KustoData = { now: '2026-11-14T00:00:00.000Z', tables: { T: [{ A: 'x', N: 1 }] } }
  const word = fc.constantFrom(
    ...['T', '|', 'where', 'extend', 'project', 'A', 'N', '==', 'has', "'x'", '(', ')', ',', 'and', 'not', '1', 'x='],
    ...['summarize', 'count()', 'by', 'union', 'join', 'on', 'let', ';', 'let q =', 'in', 'parse_json(A)', '.b', '[0]'],
  )

  it('made of words of the language is answered or has a problem, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        const text = words.join(' ')
        const answer = evaluateKusto(parseKusto(text, schema), data)
        assert.ok('rows' in answer || answer.problem.message.length > 0, text.slice(0, 200))
      }),
      { numRuns: 150 },
    )
  })

  it('made of any letters is parsed without a throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        assert.ok(Array.isArray(parseKusto(text, schema).diagnostics), text.slice(0, 200))
      }),
      { numRuns: 100 },
    )
  })

  it('that asks for too much work stops', () => {
    const rows = Array.from({ length: 3000 }, () => ({ A: 'same', N: 1 }))
    const query = parseKusto('T | join kind=inner T on A | where A has "s"', schema)

    const answer = evaluateKusto(query, { ...data, tables: { T: rows } })

    assert.equal('problem' in answer && answer.problem.code, 'too-much-work')
  })

  it('that is nested or long beyond reason is refused before it is parsed', () => {
    const nested = parseKusto(`T | where ${'('.repeat(5000)}true${')'.repeat(5000)}`, schema)
    const long = parseKusto(`T | where A in (${"'x',".repeat(50_000)} 'y')`, schema)

    assert.match(nested.diagnostics[0]?.message ?? '', /nested more than 200 deep/)
    assert.match(long.diagnostics[0]?.message ?? '', /at most 100000 are read/)
  })
})
