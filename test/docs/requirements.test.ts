/** The rows of the requirements are complete and can fail. `npm run requirements` runs what they name. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Requirement, readRequirements, wordsOf } from '../../tools/requirements/rows.ts'
import { root } from './_testing/documents.ts'

const rows = readRequirements().flatMap((section) => section.rows)
const checks = rows.flatMap(({ id, shows }) => shows.map((check) => ({ id, check })))

test('every requirement has one row, in order', () => {
  const wanted = Array.from({ length: 124 }, (_, index) => `R${index + 1}`)
  assert.deepEqual(
    rows.map(({ id }) => id),
    wanted,
  )
})

test('whatever is shown can fail: something must stand in an answer', () => {
  const toothless = checks.filter(({ check }) => !hasTeeth(check)).map(({ id }) => id)
  assert.deepEqual(toothless, [])
})

test('paths in commands and pages exist', () => {
  const named = checks.flatMap(({ id, check }) => pathsIn(check).map((path) => ({ id, path })))
  assert.ok(named.length > 100)
  assert.deepEqual(
    named.filter(({ path }) => !existsSync(join(root, path))),
    [],
  )
})

test('commands that read --json expectations ask for JSON', () => {
  const wrong = checks.filter(
    ({ check }) => 'run' in check && expectsJson(check) && !wordsOf(check.run).includes('--json'),
  )
  assert.deepEqual(wrong, [])
})

test('no evidence lies about that no row uses', () => {
  const text = checks.map(({ check }) => ('run' in check ? check.run : '')).join(' ')
  const folders = readdirSync(join(root, 'test', 'requirements'), { withFileTypes: true })
  const unused = folders.filter((entry) => entry.isDirectory() && !text.includes(`test/requirements/${entry.name}/`))
  assert.deepEqual(unused, [])
})

type Check = Requirement['shows'][number]

function hasTeeth(check: Check): boolean {
  if ('page' in check) return true
  const { says, never, warns, json, jsonNever, sameAnswer } = check
  return [says, never, warns, json, jsonNever, sameAnswer].some((expectation) => expectation !== undefined)
}

function expectsJson({ json, jsonNever }: Extract<Check, { run: string }>): boolean {
  return json !== undefined || jsonNever !== undefined
}

function pathsIn(check: Check): readonly string[] {
  if ('page' in check) return check.page.startsWith('$TMPDIR') ? [] : [check.page]
  return wordsOf(check.run)
    .filter((word) => /^(?:src|test|examples|docs)\//.test(word))
    .map((word) => word.replace(/:\d+$/, ''))
}
