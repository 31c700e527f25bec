/** Cases: folders under `cases/` with a record and the rows that must come of it. Adding one adds no code. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { dialects } from '../../app/plug-ins.ts'
import type { LogSource } from '../../facts/log-content/log-source.ts'
import { losesParts, toMnemonicRow } from './rows/syslog-rows.ts'
import { SENTINEL_SCHEMA } from './schema.ts'
import { toRows } from './to-rows.ts'

const casesFolder = join(import.meta.dirname, 'cases')
const sources = dialects.flatMap(({ content }) => content?.sources ?? [])
const sourceOf = (id: string): LogSource => sources.find((source) => source.id === id) ?? assert.fail(`no source ${id}`)
const columnsOf = (table: string) => SENTINEL_SCHEMA.tables.find(({ name }) => name === table)?.columns ?? []

/** Without the members that are empty. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('rows', () => {
  for (const folder of readdirSync(casesFolder)) {
    const read = (name: string): string => readFileSync(join(casesFolder, folder, name), 'utf8')

    it(folder.replaceAll('-', ' '), () => {
      assert.ok(existsSync(join(casesFolder, folder, 'origin.yaml')))
      const { source, text, value } = JSON.parse(read('input.json'))
      const at = '2026-11-14T03:30:00.000Z'
      const record = {
        source: sourceOf(source),
        text: text ?? JSON.stringify(value),
        value,
        at,
        place: { path: folder },
      }

      const got = { rows: toRows(record), mnemonic: toMnemonicRow(record), losesParts: losesParts(record.text) }

      assert.deepEqual(plain(got), JSON.parse(read('expected.json')))
    })
  }

  it('of any record name declared columns alone, and nothing is thrown', () => {
    for (const source of sources.filter(({ sentinel }) => 'tables' in sentinel)) {
      fc.assert(
        fc.property(fc.jsonValue(), fc.string({ maxLength: 200 }), (value, text) => {
          const record = {
            source,
            text,
            value: { protoPayload: value, userIdentity: value, properties: value },
            place: { path: 'x' },
          }
          for (const { table, row } of toRows(record)) {
            const names = columnsOf(table).map(({ name }) => name)
            assert.deepEqual(
              Object.keys(row).filter((name) => !names.includes(name)),
              [],
            )
          }
        }),
        { numRuns: 25 },
      )
    }
  })
})

describe('tables', () => {
  it('have each column once', () => {
    for (const { name, columns } of SENTINEL_SCHEMA.tables)
      assert.equal(new Set(columns.map((column) => column.name)).size, columns.length, name)
  })
})
