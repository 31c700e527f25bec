import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { parse } from 'yaml'
import { dialects } from '../../dialects/registry.generated.ts'
import type { Exercise } from '../../facts/log-content/exercise.ts'
import { EMPTY_INVENTORY } from '../../inventory/inventory.ts'
import { AtomicTechnique, AtomicTestSchema, toAtomicTest } from './atomic-test.ts'
import { target } from './index.ts'

const exercises = dialects.flatMap(({ id, content }) =>
  (content?.exercises ?? []).map((exercise) => ({ dialect: id, exercise })),
)
const files = target.build({ definitions: [], exercises, inventory: EMPTY_INVENTORY })
const folder = mkdtempSync(join(tmpdir(), 'tapwarden-atomic-'))
after(() => rmSync(folder, { recursive: true }))

const sample: Exercise = {
  guid: '0f4c1c3e-1b1f-4f0e-9a55-2c6f3d7a9b10',
  name: 'A copy is made',
  description: 'Something copies.',
  technique: 'T1020.001',
  platforms: ['linux'],
  arguments: { port: { description: 'where', type: 'string', default: 'eth0' } },
  prerequisites: [],
  executor: 'sh',
  needsElevation: false,
  commands: ['echo copy #{port}'],
  cleanup: ['echo stop #{port}'],
  acts: ['session-set'],
  telemetry: ['A line.'],
}

test('every technique is a file that upstream would take, with a page beside it', () => {
  const tests = files.filter(({ path }) => path.endsWith('.yaml'))
  assert.ok(tests.some(({ path }) => path === 'T1020.001/T1020.001.yaml'))
  for (const { path, text } of tests) {
    AtomicTechnique.parse(parse(text))
    assert.ok(files.some((file) => file.path === path.replace('.yaml', '.md')))
  }
})

test('the four validation tests are there, first and in their order', () => {
  const text = files.find(({ path }) => path === 'T1020.001/T1020.001.yaml')?.text ?? ''
  const guids = AtomicTechnique.parse(parse(text)).atomic_tests.map(({ auto_generated_guid }) => auto_generated_guid)
  const numbered = exercises.flatMap(({ exercise: { guid, selftest } }) =>
    selftest === undefined ? [] : [{ guid, selftest }],
  )
  const wanted = numbered.sort((a, b) => a.selftest - b.selftest)
  assert.deepEqual(
    wanted.map(({ selftest }) => selftest),
    [1, 2, 3, 4],
  )
  assert.deepEqual(
    guids.slice(0, 4),
    wanted.map(({ guid }) => guid),
  )
})

test('the schema refuses what upstream refuses, and a test without cleanup', () => {
  assert.ok(AtomicTestSchema.safeParse(toAtomicTest(sample)).success)
  const broken: readonly Partial<Exercise>[] = [
    { arguments: {} },
    { commands: ['echo'], cleanup: ['echo'] },
    { platforms: ['router'] },
    { guid: 'one' },
  ]
  for (const change of broken)
    assert.ok(!AtomicTestSchema.safeParse(toAtomicTest({ ...sample, ...change })).success, JSON.stringify(change))
  const { executor, ...test } = toAtomicTest(sample)
  assert.ok(!AtomicTestSchema.safeParse({ ...test, executor: { ...executor, cleanup_command: '' } }).success)
})

const runnable = exercises.filter(({ exercise }) => exercise.executor !== 'manual')

for (const { exercise } of runnable) {
  test(`${exercise.name}: commands, checks and cleanup are good shell`, () => {
    const scripts = [
      exercise.commands,
      exercise.cleanup,
      ...exercise.prerequisites.flatMap(({ check, get }) => [check, get]),
    ]
    for (const lines of scripts) {
      const { status, stderr } = spawnSync('bash', ['-n'], { input: fill(exercise, lines), encoding: 'utf8' })
      assert.equal(status, 0, stderr)
    }
  })
}

/**
 * A client of a cloud that writes down how it was called and answers with an id: whatever was created must be deleted by a cleanup that
 * runs in another shell, and a cleanup must not fail where nothing had been created.
 */
const CLIENT = `#!/bin/sh
echo "$(basename "$0") $*" >> "$CALLS"
case "$*" in *create*|*insert*) echo "id-$(wc -l < "$CALLS" | tr -d ' ')";; esac
`

for (const { exercise } of runnable.filter(({ exercise }) =>
  exercise.platforms.some((one) => one.startsWith('iaas:')),
)) {
  test(`${exercise.name}: a dry run undoes in another shell what it made`, () => {
    const made = dryRun(exercise, [exercise.commands, exercise.cleanup])
    const creates = made.filter((call) => /\b(?:create|insert|import|start|add)\b|create-/.test(call))
    const undoes = made.filter((call) =>
      /\b(?:delete|remove|stop|disassociate|patch|update)\b|delete-|modify-/.test(call),
    )
    assert.ok(creates.length > 0, made.join('\n'))
    assert.ok(undoes.length > 0, made.join('\n'))
    dryRun(exercise, [exercise.cleanup])
  })
}

function dryRun(exercise: Exercise, scripts: readonly (readonly string[])[]): readonly string[] {
  const place = mkdtempSync(join(folder, 'run-'))
  const calls = join(place, 'calls')
  writeFileSync(calls, '')
  for (const name of ['aws', 'az', 'gcloud', 'sleep']) {
    writeFileSync(join(place, name), CLIENT)
    chmodSync(join(place, name), 0o755)
  }
  const env = { PATH: `${place}:${process.env.PATH}`, HOME: place, TMPDIR: place, CALLS: calls }
  for (const lines of scripts)
    execFileSync('bash', ['-c', fill(exercise, lines)], { env, cwd: place, timeout: 30_000, stdio: 'pipe' })
  return readFileSync(calls, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
}

function fill({ arguments: values }: Exercise, lines: readonly string[]): string {
  return lines.join('\n').replace(/#\{([\w-]+)\}/g, (_, name: string) => values[name]?.default ?? '')
}
