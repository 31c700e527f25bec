import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import type { LogRecord } from '../../facts/log-content/log-record.ts'
import type { LogSource } from '../../facts/log-content/log-source.ts'
import { parseSigma } from './parse-sigma.ts'
import { runSigma } from './run-sigma.ts'

const cases = join(import.meta.dirname, 'cases')

function toSource(service: string): LogSource {
  return {
    id: service,
    title: 'Test',
    form: 'json',
    fields: { time: 'time' },
    sigma: { product: 'test', service, definition: '' },
    sentinel: { none: 'a test' },
    blindSpots: [],
  }
}

interface CaseRecord {
  readonly name: string
  readonly at?: string
  readonly text?: string
  readonly value?: Readonly<Record<string, unknown>>
  readonly service?: string
}

function toRecord({ at, text, value, service = 'log' }: CaseRecord, index = 0): LogRecord {
  const place = { path: 'records.json', line: index + 1 }
  return { source: toSource(service), text: text ?? JSON.stringify(value), value, at, place }
}

for (const name of readdirSync(cases)) {
  const read = (file: string): string => readFileSync(join(cases, name, file), 'utf8')

  test(name, () => {
    const { documents, problems } = parseSigma(read('input.yml'), 'input.yml')
    const given: readonly CaseRecord[] = JSON.parse(read('records.json'))
    const result = runSigma(documents, given.map(toRecord))
    const found = {
      problems: [...problems, ...result.problems].map(({ line, code }) => [line, code]),
      alerts: result.alerts.map(({ document, records, groupBy, count }) => ({
        title: document.title,
        records: records.map(({ place }) => given[(place.line ?? 0) - 1]?.name),
        ...(document.kind === 'correlation' && { groupBy, count }),
      })),
    }

    assert.deepEqual(found, JSON.parse(read('expected.json')))
  })
}

test('any text gives documents and problems, and never throws', () => {
  const words = [
    'title: x\n',
    'detection:\n',
    '  a:\n',
    '    f|re: ',
    '(',
    '*',
    'condition: ',
    'a',
    ' and ',
    '- ',
    '&x ',
    '*x ',
    '{',
    '[',
    '\n',
    '---\n',
    'correlation:\n',
    '  type: temporal\n',
    'logsource: {}\n',
    '"',
  ]
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 5 })), { maxLength: 40 }),
      (parts) => {
        const { documents } = parseSigma(parts.join(''), 'x.yml')
        runSigma(documents, [toRecord({ name: 'x', value: { f: 'a' } })])
      },
    ),
    { numRuns: 500 },
  )
})

test('what is nested or repeated without end is a problem', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...[...'bcdefg'].map(
      (name, at) =>
        `${name}: &${name} [${Array(9)
          .fill(`*${'abcdefg'.charAt(at)}`)
          .join()}]`,
    ),
  ].join('\n')
  for (const text of [
    '['.repeat(20_000),
    bomb,
    `title: x\ndetection: {a: {f: 1}, condition: ${'('.repeat(5000)}a}\nlogsource: {}`,
  ])
    assert.equal(parseSigma(text, 'x.yml').problems.length > 0, true)
})

/** A condition as text and as what it means. */
interface Known {
  readonly text: string
  readonly holds: (names: ReadonlySet<string>) => boolean
}

const known: fc.Arbitrary<Known> = fc.letrec<{ node: Known }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('a', 'b', 'c').map((name): Known => ({ text: name, holds: (names) => names.has(name) })),
    fc.constant<Known>({ text: '1 of them', holds: (names) => names.size > 0 }),
    fc.constant<Known>({ text: 'all of them', holds: (names) => names.size === 3 }),
    tie('node').map(({ text, holds }): Known => ({ text: `not (${text})`, holds: (names) => !holds(names) })),
    fc.tuple(tie('node'), tie('node')).map(
      ([x, y]): Known => ({
        text: `(${x.text}) and (${y.text})`,
        holds: (names) => x.holds(names) && y.holds(names),
      }),
    ),
    fc
      .tuple(tie('node'), tie('node'))
      .map(
        ([x, y]): Known => ({ text: `(${x.text}) or (${y.text})`, holds: (names) => x.holds(names) || y.holds(names) }),
      ),
  ),
})).node

test('any condition is its truth table', () => {
  fc.assert(
    fc.property(known, fc.subarray(['a', 'b', 'c']), ({ text, holds }, names) => {
      const rule = `title: x\nlogsource: {}\ndetection:\n  a: {a: 1}\n  b: {b: 1}\n  c: {c: 1}\n  condition: ${text}\n`
      const value = Object.fromEntries(names.map((name) => [name, 1]))
      const { alerts } = runSigma(parseSigma(rule, 'x.yml').documents, [toRecord({ name: 'x', value })])

      assert.equal(alerts.length === 1, holds(new Set(names)), text.slice(0, 200))
    }),
  )
})

test('the order of records does not matter', () => {
  const folder = join(cases, 'correlation-chain-many-failures-then-success')
  const { documents } = parseSigma(readFileSync(join(folder, 'input.yml'), 'utf8'), 'input.yml')
  const records: readonly LogRecord[] = JSON.parse(readFileSync(join(folder, 'records.json'), 'utf8')).map(toRecord)
  const expected = runSigma(documents, records)
  fc.assert(
    fc.property(fc.shuffledSubarray([...records], { minLength: records.length }), (shuffled) => {
      assert.deepEqual(runSigma(documents, shuffled), expected)
    }),
  )
})

test('a flood of matches is counted, and kept up to a bound', () => {
  const rule = 'title: x\nlogsource: {}\ndetection: {a: {f: 1}, condition: a}\n'
  const source = toSource('log')
  const flood = Array.from({ length: 5000 }, (_, line) => ({
    source,
    text: '',
    value: { f: 1 },
    place: { path: 'x', line: line + 1 },
  }))

  const { alerts, accounts } = runSigma(parseSigma(rule, 'x.yml').documents, flood)

  assert.equal(alerts.length, 1000)
  assert.deepEqual(
    accounts.map(({ matches, alerts: all }) => [matches, all]),
    [[5000, 5000]],
  )
})
