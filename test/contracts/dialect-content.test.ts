/** What every dialect with content promises: its examples say what the dialect itself reads, and its signatures say the same. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actsOf } from '../../src/facts/log-content/acts-of-facts.ts'
import type { DialectContent } from '../../src/facts/log-content/dialect-content.ts'
import { compileCondition } from '../../src/facts/log-content/match-condition.ts'
import { RECORD_ACTS, type RecordAct } from '../../src/facts/log-content/record-act.ts'
import type { RecordCondition } from '../../src/facts/log-content/record-condition.ts'
import {
  carriesCommandsOf,
  clausesOf,
  commandMatchers,
  offers,
  read,
  readersOf,
  sourceOf,
  toRecord,
} from './content-records.ts'
import { flawOf } from './portable-expression.ts'

/** Asked of rules alone: what grants a right is nothing that scan reads. */
const CONTENT_ONLY: readonly RecordAct[] = ['mirror-rights-granted']

const sources = offers.flatMap(({ content }) => content.sources)

test('ids of sources and names of examples stand once', () => {
  assertOnce(sources.map(({ id }) => id))
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
}

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
