/** What every exercise promises: it can be run as it stands, and undone. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import type { Exercise } from '../../src/facts/log-content/exercise.ts'
import { offers } from './content-records.ts'

const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('ids and names of exercises stand once', () => {
  const exercises = offers.flatMap(({ content }) => content.exercises)
  assert.equal(new Set(exercises.map(({ guid }) => guid)).size, exercises.length)
  assert.equal(new Set(exercises.map(({ name }) => name)).size, exercises.length)
})

for (const { dialect, content } of offers) {
  for (const exercise of content.exercises) {
    test(`${dialect.id}: exercise ${exercise.name}: can be run and undone`, () => {
      assert.match(exercise.guid, UUID_4)
      assert.ok(exercise.commands.length > 0 && exercise.cleanup.length > 0)
      assert.ok(exercise.telemetry.length > 0)
      const shown = content.signatures.flatMap(({ acts }) => acts)
      const typed = content.commandSignatures.flatMap(({ acts }) => acts)
      for (const act of exercise.acts) assert.ok([...shown, ...typed].includes(act), act)
      assert.deepEqual(namesUsed(exercise), Object.keys(exercise.arguments).sort())
    })

    if (exercise.executor !== 'manual')
      test(`${dialect.id}: exercise ${exercise.name}: is written as its shell reads it`, () => {
        for (const lines of [exercise.commands, exercise.cleanup, ...prerequisiteLines(exercise)]) {
          const { status, stderr } = spawnSync('bash', ['-n'], { input: lines.join('\n'), encoding: 'utf8' })
          assert.equal(status, 0, stderr.slice(0, 200))
        }
      })
  }
}

function namesUsed(exercise: Exercise): readonly string[] {
  const lines = [...exercise.commands, ...exercise.cleanup, ...prerequisiteLines(exercise).flat()]
  const names = lines.flatMap((line) => [...line.matchAll(/#\{(\w+)\}/g)].flatMap(([, name]) => name ?? []))
  return [...new Set(names)].sort()
}

function prerequisiteLines({ prerequisites }: Exercise): readonly (readonly string[])[] {
  return prerequisites.flatMap(({ check, get }) => [check, get])
}
