/** Any bytes: no throw, linear time; and a session that is written as commands reads back the same. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { applyEdits } from '../../facts/apply-edits.ts'
import { Fact } from '../../facts/fact.ts'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'
import { writeSession } from './playbook.ts'

const context: ReadContext = { realm: 'default', trust: 'spoofable', reference: '2026-11-20T00:00:00.000Z' }
const place = { path: 'fuzz', line: 1 }
const folder = new URL('./cases/', import.meta.url)
const seeds = readdirSync(folder).flatMap((name) =>
  readdirSync(new URL(`${name}/`, folder))
    .filter((file) => file.startsWith('input.'))
    .map((file) => readFileSync(new URL(`${name}/${file}`, folder), 'utf8')),
)

/** Pieces of real input, cut anywhere and mixed with anything. */
const mangled = fc
  .tuple(fc.constantFrom(...seeds), fc.nat(), fc.string({ unit: 'binary' }), fc.constantFrom(...seeds))
  .map(([text, cut, noise, other]) => `${text.slice(cut % text.length)}${noise}${other}`)

test('any text is read without a throw, and facts are facts', () => {
  fc.assert(fc.property(fc.oneof(mangled, fc.string({ unit: 'binary' })), readEverything), { numRuns: 300 })
})

function readEverything(text: string): void {
  const lines = text.split('\n')
  dialect.document?.recognise(text)
  dialect.document?.split?.(text)
  for (const fact of dialect.document?.read({ text, place, cutOff: false }, context).facts ?? []) Fact.parse(fact)
  for (const line of lines) {
    for (const fact of dialect.line?.read({ text: line, place }, context)?.facts ?? []) Fact.parse(fact)
    dialect.line?.hear({ text: line, place }, context)
    assert.ok(Number.isFinite(dialect.commands?.rank(line)))
  }
  dialect.commands?.interpret(lines.map((line, index) => ({ factId: String(index), text: line })))
  assert.equal(dialect.redact(dialect.redact(text)), dialect.redact(text))
}

const HOSTILE = {
  typed: `<134>1 2026-11-14T03:12:07Z lw lwos-audit 1 - - user=a line=b from=c typed "${'"'.repeat(1_000_000)}`,
  blanks: ' '.repeat(1_000_000),
  digits: '1'.repeat(1_000_000),
  heads: 'tap-group 1\n watch port 1/1\n'.repeat(40_000),
  lists: `tap-group 1\n watch port ${'1/1,'.repeat(250_000)}`,
}

/** Processor time of this process, so that a busy machine fails nothing. */
function cpuTimeMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

for (const [name, text] of Object.entries(HOSTILE)) {
  test(`a megabyte of ${name} is read in linear time`, { timeout: 180_000 }, () => {
    const started = cpuTimeMs()

    dialect.document?.read({ text, place, cutOff: false }, context)
    dialect.line?.read({ text, place }, context)
    dialect.commands?.interpret(text.split('\n').map((line, index) => ({ factId: `${index}`, text: line })))
    dialect.redact(text)

    assert.ok(cpuTimeMs() - started < 10_000)
  })
}

const port = fc.integer({ min: 1, max: 48 }).map((number) => `1/${number}`)
const watched = fc.oneof(
  fc.record({ interface: port, direction: fc.constantFrom('rx', 'tx', 'both') }),
  fc.integer({ min: 1, max: 4094 }).map((vlan) => ({ vlan, direction: 'both' as const })),
)
const sources = fc.uniqueArray(watched, {
  selector: (source) => JSON.stringify({ ...source, direction: '' }),
  minLength: 1,
  maxLength: 4,
})
const state = { enabled: fc.constant(true), enabledReason: fc.constant('explicit') } as const
const session: fc.Arbitrary<MirrorSession> = fc.oneof(
  fc.record({
    name: fc.constant('4'),
    kind: fc.constant('local'),
    sources,
    destinations: port.map((end) => [{ interface: end }]),
    ...state,
  }),
  fc.record({
    name: fc.constant('4'),
    kind: fc.constant('encapsulated'),
    sources,
    destinations: fc.constant([{ ip: '203.0.113.66', encapsulation: 'gre' }]),
    ...state,
  }),
)

test('a session written as commands reads back as the same session', () => {
  fc.assert(
    fc.property(session, (drawn) => {
      const wanted: MirrorSession = structuredClone(drawn)
      const typed = writeSession(wanted).map((text, index) => ({ factId: String(index), text }))

      const changes = dialect.commands?.interpret(typed).changes ?? []

      const edits = changes.flatMap((change) => change.edits)
      assert.deepEqual(applyEdits(undefined, edits, wanted.name)?.session, wanted)
    }),
  )
})
