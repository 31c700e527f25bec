import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dialects } from '../plug-ins.ts'
import { readSelftests } from './test-definition.ts'

const tests = readSelftests()

test('an exercise that names a validation test is the one that this test reads', () => {
  const named = dialects
    .flatMap(({ content }) => content?.exercises ?? [])
    .flatMap(({ guid, selftest }) => (selftest === undefined ? [] : [{ number: selftest, exercise: guid }]))
    .sort((a, b) => a.number - b.number)
  assert.deepEqual(
    tests.map(({ number, exercise }) => ({ number, exercise })),
    named,
  )
})

test('commands come with every argument filled in', () => {
  for (const { title, commands, cleanup } of tests)
    assert.ok([...commands, ...cleanup].length > 1 && ![...commands, ...cleanup].join('\n').includes('#{'), title)
})
