/** What every dialect with content promises: its examples say what the dialect itself reads, and its signatures say the same. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { dialects } from '../../src/app/plug-ins.ts'
import type { Dialect, Reading } from '../../src/dialects/contract.ts'
import { actsOf, type ReadCommand } from '../../src/facts/log-content/acts-of-facts.ts'
import { commandClauses } from '../../src/facts/log-content/command-clauses.ts'
import type { DialectContent } from '../../src/facts/log-content/dialect-content.ts'
import type { Exercise } from '../../src/facts/log-content/exercise.ts'
import type { CommandSignature, LogSource, RecordExample } from '../../src/facts/log-content/log-source.ts'
import {
  type ConditionRecord,
  compileCondition,
  type RecordMatcher,
} from '../../src/facts/log-content/match-condition.ts'
import { readAlone } from '../../src/facts/log-content/read-alone.ts'
import { RECORD_ACTS, type RecordAct } from '../../src/facts/log-content/record-act.ts'
import type { RecordCondition } from '../../src/facts/log-content/record-condition.ts'
import { parseExactJson } from '../../src/kit/exact-json.ts'
import { CONTEXT } from './dialects-cases.ts'
import { flawOf } from './portable-expression.ts'

/** Asked of rules alone: what grants a right is nothing that scan reads. */
const CONTENT_ONLY: readonly RecordAct[] = ['mirror-rights-granted']
const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const offers = dialects.flatMap((dialect) =>
  dialect.content === undefined ? [] : [{ dialect, content: dialect.content }],
)
const sources = offers.flatMap(({ content }) => content.sources)
const exercises = offers.flatMap(({ content }) => content.exercises)

test('ids of sources, names of examples and ids of exercises stand once', () => {
  assertOnce(sources.map(({ id }) => id))
  assertOnce(exercises.map(({ guid }) => guid))
  assertOnce(exercises.map(({ name }) => name))
  for (const { content } of offers) assertOnce(content.examples.map(({ name }) => name))
})

for (const { dialect, content } of offers) {
  test(`${dialect.id}: signatures and examples are of a source of its own`, () => {
    const own = content.sources.map(({ id }) => id)
    for (const { source } of [...content.signatures, ...content.examples]) assert.ok(own.includes(source), source)
    for (const { id } of content.sources)
      assert.ok(
        content.examples.some(({ source }) => source === id),
        id,
      )
  })

  test(`${dialect.id}: expressions mean the same everywhere`, () => {
    for (const source of expressionsOf(content)) assert.equal(flawOf(source), undefined, source)
  })

  test(`${dialect.id}: every signature is shown by an example, and there are records that show nothing`, () => {
    const records = content.examples.map((example) => ({ example, record: toRecord(example, content) }))
    for (const { source, acts, when } of content.signatures) {
      const matches = compileCondition(when)
      const shown = records.some(({ example, record }) => example.source === source && matches(record))
      assert.ok(shown, `${acts.join(', ')} when ${JSON.stringify(when).slice(0, 160)}`)
    }
    assert.ok(content.examples.some(({ acts }) => acts.length === 0))
  })

  test(`${dialect.id}: every typed command that shows an act is in an example of some log`, () => {
    const lines = offers.flatMap((offer) =>
      offer.content.examples.map((example) => ({ text: example.text, source: sourceOf(example, offer.content) })),
    )
    for (const signature of content.commandSignatures) {
      const shown = lines.some(
        ({ text, source }) =>
          carriesCommandsOf(source, dialect) && commandMatchers(signature, source)[0]?.matches({ text }) === true,
      )
      assert.ok(shown, signature.command)
    }
  })

  for (const example of content.examples) {
    test(`${dialect.id}: ${example.name}: the dialect reads these acts`, () => {
      const source = sourceOf(example, content)
      const reading = read(dialect, source, toRecord(example, content))
      assert.ok(reading === undefined || reading.facts.length === 0 || passesPrefilter(dialect, example), 'needles')
      const found = (reading?.facts ?? []).flatMap((fact) =>
        readersOf(source).flatMap((reader) => actsOf(fact, reader)),
      )
      const stated = example.acts.filter((act) => !CONTENT_ONLY.includes(act))
      assert.deepEqual(withoutRepointed(inOrder(found)), withoutRepointed(inOrder(stated)))
      if (stated.includes('session-repointed')) assert.ok(found.includes('session-repointed'))
    })

    test(`${dialect.id}: ${example.name}: the signatures that match show these acts`, () => {
      const found = clausesOf(sourceOf(example, content), content)
        .filter(({ matches }) => matches(toRecord(example, content)))
        .flatMap(({ acts }) => acts)
      assert.deepEqual(inOrder(found), inOrder(example.acts))
    })
  }

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

test('an expression that some engine reads otherwise is told', () => {
  const flawed = ['a(?=b)', 'a(?!b)', '(?<n>a)', '(a)\\1', 'a++', '(a+)+', '(?:a|b*c){2,}', '((x*)y)*', '\\pL', '(?i)a']
  for (const source of flawed) assert.notEqual(flawOf(source), undefined, source)
  for (const source of ['^a\\s+b', '(?:no\\s+)?mon[a-z]*', '\\bx{1,3}(?:a+b)?', '[(+]+\\d+\\.', 'a\\\\+'])
    assert.equal(flawOf(source), undefined, source)
})

function assertOnce(names: readonly string[]): void {
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  )
}

function inOrder(acts: readonly RecordAct[]): readonly RecordAct[] {
  return RECORD_ACTS.filter((act) => acts.includes(act))
}

/** A fact says at most that its session may have been turned elsewhere: an answer names the destination, asked for or not. */
function withoutRepointed(acts: readonly RecordAct[]): readonly RecordAct[] {
  return acts.filter((act) => act !== 'session-repointed')
}

function sourceOf({ source }: RecordExample, { sources: own }: DialectContent): LogSource {
  const found = own.find(({ id }) => id === source)
  assert.ok(found !== undefined, source)
  return found
}

function toRecord(example: RecordExample, content: DialectContent): ConditionRecord {
  const { text } = example
  if (sourceOf(example, content).form === 'text') return { text }
  const value = parseExactJson(text)
  assert.ok(typeof value === 'object' && value !== null && !Array.isArray(value))
  return { text, value: value as Readonly<Record<string, unknown>> }
}

function read(dialect: Dialect, { form }: LogSource, { text, value = {} }: ConditionRecord): Reading | undefined {
  const place = { path: 'example', line: 1 }
  if (form === 'json') return dialect.json?.read({ value, place }, CONTEXT)
  return (dialect.block ?? dialect.line)?.read({ text, place }, CONTEXT)
}

/** What no needle selects is never read. */
function passesPrefilter({ json, block, line }: Dialect, { text }: RecordExample): boolean {
  const needles = [json, block, line].flatMap((reader) => reader?.needles ?? [])
  return needles.some((needle) => text.toLowerCase().includes(needle))
}

/** Grammars of whoever's commands the log carries; none where it carries none. */
function readersOf(source: LogSource): readonly (ReadCommand | undefined)[] {
  const grammars = dialects.flatMap((dialect) =>
    dialect.commands !== undefined && carriesCommandsOf(source, dialect) ? [dialect.commands] : [],
  )
  if (grammars.length === 0) return [undefined]
  return grammars.map(readAlone)
}

function carriesCommandsOf({ commands }: LogSource, { id }: Dialect): boolean {
  return commands !== undefined && (commands.of === 'any' || commands.of === id)
}

interface Clause {
  readonly acts: readonly RecordAct[]
  readonly matches: RecordMatcher
}

function clausesOf(source: LogSource, content: DialectContent): readonly Clause[] {
  const own = content.signatures.filter((signature) => signature.source === source.id)
  const typed = offers.flatMap((offer) =>
    carriesCommandsOf(source, offer.dialect) ? offer.content.commandSignatures : [],
  )
  return [
    ...own.map(({ acts, when }) => ({ acts, matches: compileCondition(when) })),
    ...typed.flatMap((signature) => commandMatchers(signature, source)),
  ]
}

function commandMatchers(signature: CommandSignature, { commands }: LogSource): readonly Clause[] {
  if (commands === undefined) return []
  return commandClauses(signature, commands).map(({ acts, when }) => ({ acts, matches: compileCondition(when) }))
}

function expressionsOf({ sources: own, signatures, commandSignatures }: DialectContent): readonly string[] {
  return [
    ...signatures.flatMap(({ when }) => expressionsIn(when)),
    ...commandSignatures.map(({ command }) => command),
    ...own.flatMap(({ commands }) => commands?.before ?? []),
    ...own.flatMap(({ commands }) => (commands?.refused === undefined ? [] : expressionsIn(commands.refused))),
  ]
}

function expressionsIn(condition: RecordCondition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(expressionsIn)
  if ('any' in condition) return condition.any.flatMap(expressionsIn)
  if ('not' in condition) return expressionsIn(condition.not)
  return 'matches' in condition ? condition.matches : []
}

function namesUsed(exercise: Exercise): readonly string[] {
  const lines = [...exercise.commands, ...exercise.cleanup, ...prerequisiteLines(exercise).flat()]
  const names = lines.flatMap((line) => [...line.matchAll(/#\{(\w+)\}/g)].flatMap(([, name]) => name ?? []))
  return [...new Set(names)].sort()
}

function prerequisiteLines({ prerequisites }: Exercise): readonly (readonly string[])[] {
  return prerequisites.flatMap(({ check, get }) => [check, get])
}
