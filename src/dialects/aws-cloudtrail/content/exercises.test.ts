import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Exercise } from '../../../facts/log-content/exercise.ts'
import { EXERCISES } from './exercises.ts'

const folder = mkdtempSync(join(tmpdir(), 'tapwarden-exercises-'))
after(() => rmSync(folder, { recursive: true }))
const LOG = join(folder, 'calls')
const STATE = join(folder, 'ids')

/** Stands for the AWS CLI: writes down each call, prints an id for what is created, and fails at call number FAIL_AT. */
const CLI = `#!/bin/bash
echo "$@" >> '${LOG}'
mapfile -t CALLS < '${LOG}'
NUMBER=\${#CALLS[@]}
[ "$NUMBER" != "$FAIL_AT" ] || exit 1
echo "id-$NUMBER"
`
writeFileSync(join(folder, 'aws'), CLI, { mode: 0o755 })

for (const exercise of EXERCISES) {
  test(`${exercise.name}: whatever had been created is undone`, () => {
    const calls = runAll(exercise).length
    for (let failAt = 1; failAt <= calls + 1; failAt += 1) {
      const created = runUntil(exercise, failAt)
      const deleted = cleanUp(exercise)
      assert.deepEqual(deleted, created, `stopped at call ${failAt}`)
      assert.ok(!existsSync(STATE))
    }
  })

  test(`${exercise.name}: what could not be deleted is kept for the next attempt, and nothing is created over it`, () => {
    const created = runUntil(exercise, 1_000)
    rmSync(LOG)
    assert.notEqual(run(exercise.cleanup, exercise, 1).status, 0)
    const again = run(exercise.commands, exercise, 1_000)
    assert.notEqual(again.status, 0)
    assert.match(again.stderr, /Clean up first/)
    assert.equal(cleanUp(exercise).length, 1)
    assert.ok(created.length > 1)
  })
}

function runAll(exercise: Exercise): readonly string[] {
  runUntil(exercise, 1_000)
  const calls = callsMade()
  cleanUp(exercise)
  return calls
}

/** Ids of what was created before the call that failed; rules of a filter go with it. */
function runUntil(exercise: Exercise, failAt: number): readonly string[] {
  rmSync(LOG, { force: true })
  run(exercise.commands, exercise, failAt)
  return callsMade()
    .flatMap((call, index) => (/ create-(?!\S*-rule )/.test(call) && index + 1 !== failAt ? [`id-${index + 1}`] : []))
    .sort()
}

/** Ids of what was deleted. */
function cleanUp(exercise: Exercise): readonly string[] {
  rmSync(LOG, { force: true })
  assert.equal(run(exercise.cleanup, exercise, 1_000).status, 0)
  return callsMade()
    .flatMap((call) => / delete-.* (id-\d+)$/.exec(call)?.[1] ?? [])
    .sort()
}

function callsMade(): readonly string[] {
  return existsSync(LOG) ? readFileSync(LOG, 'utf8').trim().split('\n') : []
}

function run(lines: readonly string[], exercise: Exercise, failAt: number) {
  const values: Record<string, string> = { state_file: STATE }
  const script = lines
    .join('\n')
    .replaceAll(/#\{(\w+)\}/g, (_, name) => values[name] ?? exercise.arguments[name]?.default ?? '')
  const env = { PATH: `${folder}:${process.env['PATH']}`, FAIL_AT: String(failAt) }
  return spawnSync('bash', ['-c', script], { env, encoding: 'utf8' })
}
