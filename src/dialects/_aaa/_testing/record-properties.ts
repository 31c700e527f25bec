/** What holds for every reader of AAA records, whatever the bytes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cpuTimeMs } from '../../../../test/_testing/cpu-time.ts'
import { Fact } from '../../../facts/fact.ts'
import type { Dialect, LineReader, ReadContext, Reading } from '../../contract.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

/** Fragments of which records are thrown together, and what they may start and be joined with. */
export interface RecordWords {
  readonly heads: readonly string[]
  readonly words: readonly string[]
  readonly separators: readonly string[]
}

/** Tests that nothing throws, facts keep to their schema, needles select every fact, time is linear and redaction settles. */
export function testRecordProperties(dialect: Dialect, { heads, words, separators }: RecordWords): void {
  const reader = dialect.line ?? dialect.block
  const word = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words) },
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  const record = fc
    .tuple(fc.constantFrom(...heads), fc.constantFrom(...separators), fc.array(word, { maxLength: 14 }))
    .map(([head, separator, rest]) => [head, ...rest].join(separator))
  const text = fc.oneof({ weight: 9, arbitrary: record }, fc.string({ unit: 'binary' }))

  test('records of any content', () => {
    fc.assert(
      fc.property(text, (any) => check(reader, any)),
      { numRuns: 3000 },
    )
  })

  test('redaction of any text settles and never throws', () => {
    fc.assert(
      fc.property(text, (any) => {
        const once = dialect.redact(any)

        assert.equal(dialect.redact(once), once)
      }),
      { numRuns: 3000 },
    )
  })

  test('a megabyte takes no time', () => {
    for (const head of [heads[0] ?? '', ''])
      for (const unit of [...words, ...separators, '\\', '"', ' ', '=', ',', '[', ']']) {
        const any = head + (separators[0] ?? '') + unit.repeat(Math.ceil(1_000_000 / unit.length))
        const startedAt = cpuTimeMs()

        readOne(reader, any)
        dialect.redact(any.slice(0, 65_536))

        assert.ok(cpuTimeMs() - startedAt < 2000, JSON.stringify([head, unit]))
      }
  })
}

function readOne(reader: LineReader | undefined, text: string): Reading | undefined {
  const record = { text, place: { path: 'records', line: 1 } }
  reader?.hear(record, context)
  return reader?.read(record, context)
}

function check(reader: LineReader | undefined, text: string): void {
  const reading = readOne(reader, text)
  for (const fact of reading?.facts ?? []) {
    assert.deepEqual(Fact.parse(fact), fact)
    assert.ok(fact.excerpt.length <= 400)
  }
  assert.equal((reading?.facts.length ?? 0) > 0, reading?.outcome === 'modelled')
  const selected = reader?.needles.some((needle) => text.toLowerCase().includes(needle)) === true
  assert.ok(selected || reading?.outcome !== 'modelled', 'a needle selects it')
}
