import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { lintKnowledge } from '../../app/answers/content/lint-knowledge.ts'
import { SENTINEL_SCHEMA } from '../_tables/schema.ts'
import { toRows } from '../_tables/to-rows.ts'
import { kustoUnderTest } from './kusto-under-test.ts'
import { type LintReport, lintRule } from './lint.ts'
import { LINT_CODES } from './lint-codes.data.ts'
import type { RuleUnderTest } from './rule-under-test.ts'
import { sigmaUnderTest } from './sigma-under-test.ts'

const folder = join(import.meta.dirname, 'cases')
const knowledge = lintKnowledge()

function open(name: string): RuleUnderTest {
  const sigma = join(folder, name, 'rule.yml')
  if (existsSync(sigma)) return sigmaUnderTest(readFileSync(sigma, 'utf8'), 'rule.yml', knowledge)
  const text = readFileSync(join(folder, name, 'query.kql'), 'utf8')
  return kustoUnderTest({ path: 'query.kql', title: name, text }, { schema: SENTINEL_SCHEMA, toRows })
}

/** What a reader sees of a report, but for how many examples there are: that grows with every platform. */
function summarise({ ran, problems, logs }: LintReport) {
  return {
    ran,
    problems: [
      ...new Set(problems.map(({ code, line, column }) => (line === undefined ? code : `${line}:${column} ${code}`))),
    ],
    reads: Object.fromEntries(
      logs
        .filter(({ read }) => read)
        .map(({ source, seen, wanted }) => [source, seen === 0 ? 'none' : seen === wanted ? 'all' : 'some']),
    ),
    missed: [
      ...new Set(logs.filter(({ read }) => read).flatMap(({ missed }) => missed.map(({ because }) => because))),
    ].sort(),
  }
}

for (const name of readdirSync(folder)) {
  test(`${name}: every trap is named`, () => {
    const found = summarise(lintRule(open(name), knowledge))
    const expected = join(folder, name, 'expected.json')
    if (process.env.TAPWARDEN_UPDATE_CASES === '1') writeFileSync(expected, `${JSON.stringify(found, undefined, 2)}\n`)
    assert.deepEqual(found, JSON.parse(readFileSync(expected, 'utf8')))
  })
}

test('every code is shown by a case', () => {
  const shown = readdirSync(folder).flatMap((name) =>
    lintRule(open(name), knowledge).problems.map(({ code }): string => code),
  )
  assert.deepEqual(
    Object.keys(LINT_CODES).filter((code) => !shown.includes(code)),
    [],
  )
})
