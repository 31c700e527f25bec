/** Any bytes: no throw, bounded time; and every form of one database reads the same. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { cpuTimeMs } from '../../../test/_testing/cpu-time.ts'
import { Fact, type SnapshotFact } from '../../facts/fact.ts'
import { assertReadsAnyText, caseInputs, context, place, testHostileTexts } from '../_testing/any-text.ts'
import { dialect } from './index.ts'

const casesFolder = new URL('./cases/', import.meta.url)
const inputs = caseInputs(casesFolder)

/** Of a database file, whose start decides: cut and changed anywhere behind it. */
const mangledFile = fc.tuple(fc.nat(), fc.string({ unit: 'binary' }), fc.nat()).map(([at, noise, skipped]) => {
  const file = inputs.findLast((text) => text.startsWith('OVSDB')) ?? ''
  const cut = at % file.length
  return `${file.slice(0, cut)}${noise}${file.slice(cut + (skipped % 500))}`
})

test('any text is read without a throw, and facts are facts', () => {
  assertReadsAnyText(dialect, inputs, [mangledFile])
})

const tables = fc.constantFrom('Bridge', 'Mirror', 'Port', 'Interface', 'Open_vSwitch', 'result')
const columns = fc.constantFrom('_uuid', 'name', 'mirrors', 'output_port', 'select_all', 'options', 'type', '__proto__')
const rows = fc.oneof(fc.dictionary(columns, fc.jsonValue()), fc.jsonValue())

test('any record is read without a throw, and facts are facts', () => {
  const record = fc.dictionary(tables, fc.oneof(fc.array(rows), fc.dictionary(fc.string(), rows), fc.jsonValue()))
  fc.assert(
    fc.property(record, (value) => {
      for (const fact of dialect.json?.read({ value, place }, context)?.facts ?? []) Fact.parse(fact)
    }),
    { numRuns: 300 },
  )
})

const header = `OVSDB JSON 1 ${'0'.repeat(40)}\n`
const schema = `${header}{"name":"Open_vSwitch","tables":{"Bridge":{"columns":{"mirrors":{"type":{"key":"uuid","max":"unlimited"}}}}}}\n`
const transactions = Array.from(
  { length: 4_000 },
  (_, index) =>
    `${header}{"_date":${index},"_is_diff":true,"Mirror":{"m${index}":{"name":"m"}},"Bridge":{"b":{"name":"br0","mirrors":["uuid","m${index}"]}}}\n`,
)
const hostile: Readonly<Record<string, string>> = {
  blanks: ' '.repeat(1_000_000),
  rules: '-'.repeat(1_000_000),
  columns: `${'_uuid mirrors '.repeat(70_000)}\n${'- '.repeat(490_000)}-\nx`,
  rows: `_uuid mirrors\n----- -------\n${'a     [b]\n'.repeat(100_000)}`,
  records: '_uuid : a\nmirrors : b\n\n'.repeat(45_000),
  quotes: `_uuid : "${'\\'.repeat(1_000_000)}`,
  sets: `_uuid : a\nmirrors : [${'a, '.repeat(330_000)}]`,
  maps: `_uuid : a\nofport : 1\noptions : {${'a=b, '.repeat(200_000)}}`,
  marks: `_uuid : a\nmirrors : ${'='.repeat(1_000_000)}`,
  transactions: `${schema}${transactions.join('')}`,
  stamps: `${'Nov 14 03:12:07 '.repeat(60_000)} hv-07 ovs-vsctl: ovs|00001|vsctl|INFO|Called as x`,
  words: `ovs-vsctl ${'a '.repeat(500_000)}`,
  commands: `ovs-vsctl ${'-- --id=@m create mirror name=a '.repeat(30_000)}`,
  secrets: 'psk=" '.repeat(160_000),
  keys: 'private_key:'.repeat(80_000),
}

testHostileTexts(dialect, hostile)

test('ten thousand calls are read in bounded time', { timeout: 180_000 }, () => {
  const typed = Array.from({ length: 10_000 }, (_, index) => ({
    factId: String(index),
    text: `ovs-vsctl -- --id=@m create mirror name=m${index} select_all=true output_vlan=901 -- add bridge br0 mirrors @m`,
  }))
  const started = cpuTimeMs()

  const { changes } = dialect.commands?.interpret(typed) ?? { changes: [] }

  assert.ok(changes.length >= 10_000)
  assert.ok(cpuTimeMs() - started < 30_000)
})

test('one database reads the same in every form in which it is kept', () => {
  const [first, ...others] = [
    'dump-tables',
    'list-records',
    'json-below-a-heading',
    'backup-file',
    'database-file',
  ].map((name) => lastSessions(readFileSync(new URL(`${name}/input.cfg`, casesFolder), 'utf8')))

  assert.equal(first?.length, 3)
  for (const other of others) assert.deepEqual(other, first)
})

function lastSessions(text: string): readonly unknown[] {
  const facts = dialect.document?.read({ text, place, cutOff: false }, context).facts ?? []
  const snapshot = facts.findLast((fact): fact is SnapshotFact => fact.kind === 'snapshot')
  return (snapshot?.sessions ?? []).map(({ session }) => session).sort((a, b) => (a.name < b.name ? -1 : 1))
}
