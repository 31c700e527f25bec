/** Walks the cases of one dialect of tickets: records in, exactly these tickets out. Adding a case adds no code. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { Fact, type TicketFact } from '../../../facts/fact.ts'
import type { Dialect, ReadContext, Reading } from '../../contract.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

/** Registers a test for each folder, and what holds for any record at all. */
export function testTicketCases(dialect: Dialect, casesFolder: string): void {
  for (const name of readdirSync(casesFolder).sort()) {
    test(`case ${name}`, () => {
      const folder = join(casesFolder, name)
      const records = readFileSync(join(folder, 'input.jsonl'), 'utf8').trim().split('\n')
      const found = records.map((text, index) => toOutcome(read(dialect, JSON.parse(text), index + 1)))
      const expectation = join(folder, 'expected.json')
      if (process.env['TAPWARDEN_UPDATE_CASES'] !== undefined)
        writeFileSync(expectation, `${JSON.stringify(found, null, 2)}\n`)
      assert.deepEqual(found, JSON.parse(readFileSync(expectation, 'utf8')))
      assert.match(readFileSync(join(folder, 'origin.yaml'), 'utf8'), /^origin: .+\nlicence: .+\n/)
    })
  }
  testAnyRecord(dialect)
  test('an export seen twice is one ticket; an edited ticket is another state of it', () => {
    const [first = ''] = readFileSync(join(casesFolder, 'approved', 'input.jsonl'), 'utf8').split('\n')
    const ids = (text: string): readonly string[] =>
      (read(dialect, JSON.parse(text), 1)?.facts ?? []).map(({ id }) => id)
    assert.deepEqual(ids(first), ids(first))
    assert.notDeepEqual(ids(first), ids(first.replaceAll('edge-rtr-07', 'edge-rtr-08')))
  })
}

function testAnyRecord(dialect: Dialect): void {
  test('any record is read without a throw, and facts are facts', () => {
    const members = fc.constantFrom(
      'number',
      'short_description',
      'start_date',
      'state',
      'approval',
      'cmdb_ci',
      'key',
      'fields',
      'status',
      'customfield_1',
      'ticket',
      'device',
      'start',
      '__proto__',
    )
    const anyValue = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('CHG0001', 'NET-1', '2026-11-14 02:00:00', { name: 'Done' }),
    )
    fc.assert(
      fc.property(
        fc.dictionary(members, fc.oneof(anyValue, fc.dictionary(members, anyValue, { maxKeys: 6 })), { maxKeys: 8 }),
        (value) => {
          for (const fact of read(dialect, value, 1)?.facts ?? []) assert.deepEqual(Fact.parse(fact), fact)
        },
      ),
    )
  })
}

function read(dialect: Dialect, value: Readonly<Record<string, unknown>>, line: number): Reading | undefined {
  return dialect.json?.read({ value, place: { path: 'tickets.json', line } }, context)
}

function toOutcome(reading: Reading | undefined): unknown {
  if (reading === undefined) return 'not ours'
  const tickets = reading.facts.filter((fact): fact is TicketFact => fact.kind === 'ticket')
  for (const fact of tickets) assert.deepEqual(Fact.parse(fact), fact)
  const told = tickets.map(
    ({ number, state, approved, from, until, subjects, summary, createdAt, requestedBy, implementedBy, approvedBy }) => ({
      number, state, approved, from, until, subjects, summary, createdAt, requestedBy, implementedBy, approvedBy,
    }), // biome-ignore format: a list of members
  )
  return JSON.parse(
    JSON.stringify({ outcome: reading.outcome, tickets: told, notes: reading.notes.map(({ message }) => message) }),
  )
}
