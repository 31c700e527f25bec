/** What every dialect promises, asked of every dialect there is with the cases of all of them. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { dialects } from '../../src/app/plug-ins.ts'
import type { Dialect, Reading } from '../../src/dialects/contract.ts'
import { CONTEXT, DIALECTS_FOLDER, dialectCases, dialectFolders, unitsOf } from './dialects-cases.ts'

/** What every page of a dialect tells, whatever else it tells. */
const HEADINGS = ['Known gaps', 'Documents relied on']
const MIN_SCORE = 0.3

const cases = dialectCases()

test('every folder is a dialect of the same name', () => {
  assert.deepEqual(dialects.map(({ id }) => id).sort(), dialectFolders())
})

for (const dialect of dialects) {
  test(`${dialect.id}: has a version, a title, names, a page and cases`, () => {
    assert.ok(Number.isInteger(dialect.version) && dialect.version > 0)
    assert.match(dialect.title, /\S/)
    assert.equal(new Set(dialect.aliases).size, dialect.aliases.length)
    const page = readFileSync(join(DIALECTS_FOLDER, dialect.id, 'README.md'), 'utf8')
    assert.equal(page.split('\n')[0], `# ${dialect.id}`)
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    for (const heading of HEADINGS) assert.ok(headings.includes(heading), heading)
    assert.ok(cases.some((one) => one.dialect === dialect))
  })

  test(`${dialect.id}: reads something, and its needles are words the scanner can look for`, () => {
    const readers = [dialect.line, dialect.block, dialect.json].filter((reader) => reader !== undefined)
    assert.ok(dialect.document !== undefined || readers.length > 0)
    for (const { needles } of readers) {
      assert.ok(needles.length > 0)
      for (const needle of needles) {
        assert.ok(needle.length >= 3, needle)
        assert.equal(needle, needle.toLowerCase())
        assert.match(needle, /^[\x20-\x7e\t]+$/)
      }
    }
  })
}

test('no two dialects answer to one name', () => {
  const names = dialects.flatMap(({ id, aliases }) => [id, ...aliases])
  assert.equal(new Set(names).size, names.length, String(names))
})

for (const one of cases) {
  test(`${one.name}: says where it is from`, () => {
    assert.match(readFileSync(join(one.folder, 'origin.yaml'), 'utf8'), /^origin: .+\nlicence: .+\n/)
    assert.ok(existsSync(join(one.folder, 'expected.json')))
    assert.equal(readdirSync(one.folder).length, 3)
  })
}

for (const one of cases.filter(({ kind }) => kind === 'document')) {
  test(`${one.name}: is recognised by its owner above all others`, () => {
    const scores = new Map(dialects.map((dialect) => [dialect, dialect.document?.recognise(one.text) ?? 0]))
    const own = scores.get(one.dialect) ?? 0
    const expected: unknown = JSON.parse(readFileSync(join(one.folder, 'expected.json'), 'utf8'))

    // What is not the owner's may well be another's.
    if (saysNotOurs(expected)) return assert.ok(own < MIN_SCORE)
    assert.ok(own >= MIN_SCORE, String(own))
    for (const [dialect, score] of scores)
      assert.ok(dialect === one.dialect || score < MIN_SCORE || score < own, dialect.id)
  })
}

/** A case of a foreign document expects that its owner does not recognise it. */
function saysNotOurs(expected: unknown): boolean {
  return Array.isArray(expected) && expected.some((part) => part?.recognised === false)
}

for (const one of cases.filter(({ kind }) => kind === 'lines' || kind === 'blocks' || kind === 'json')) {
  test(`${one.name}: what its owner claims nobody else does, nor takes it for a document`, () => {
    const others = dialects.filter((dialect) => dialect !== one.dialect)

    for (const unit of unitsOf(one)) {
      if (unit.read(one.dialect) === undefined) continue
      for (const other of others) assert.equal(unit.read(other), undefined, `${other.id} claims ${unit.text}`)
    }
    for (const { id, document } of dialects) assert.ok((document?.recognise(one.text) ?? 0) < MIN_SCORE, id)
  })
}

for (const one of cases.filter(({ kind }) => kind === 'lines' || kind === 'blocks' || kind === 'json')) {
  test(`${one.name}: the needles lose no fact`, () => {
    const needles = needlesFor(one)

    for (const unit of unitsOf(one)) {
      const facts = unit.read(one.dialect)?.facts ?? []
      const text = unit.text.toLowerCase()
      assert.ok(facts.length === 0 || needles.some((needle) => text.includes(needle)), unit.text.slice(0, 200))
    }
  })
}

function needlesFor({ dialect: { line, block, json }, kind }: (typeof cases)[number]): readonly string[] {
  const readers = { lines: line, blocks: block, json, document: undefined, commands: undefined }
  return readers[kind]?.needles ?? []
}

for (const one of cases.filter(({ kind }) => kind !== 'commands')) {
  test(`${one.name}: reading twice gives the same, and leaves its input alone`, () => {
    for (const unit of unitsOf(one)) assert.deepEqual(unit.read(one.dialect), unit.read(one.dialect))
  })

  test(`${one.name}: seeded secrets are in no fact, note or outcome`, () => {
    for (const unit of unitsOf(one)) {
      for (const text of seeded(unit.text, one.kind)) {
        assert.doesNotMatch(shown(unit.read(one.dialect, text)), /canary/i, text.slice(0, 300))
      }
    }
  })
}

/** All that leaves a reading. */
function shown(reading: Reading | undefined): string {
  return JSON.stringify(reading ?? {})
}

const SECRET_LINES = [
  'enable secret 9 $9$canary$canary',
  'username netops-1 privilege 15 password 7 canary',
  'snmp-server community canary RO',
  ' key 7 canary',
  ' key-string canary',
  'crypto isakmp key canary address 192.0.2.1',
  ' pre-shared-key local canary',
]
const SECRET_TAILS = [
  ' password canary',
  ' secret 0 canary',
  ' key 7 canary',
  ' ftp://netops-1:canary@192.0.2.60/x.pcap',
]
const SECRET_ATTRIBUTES = [
  '\tUser-Password = "canary"',
  '\tTunnel-Password:0 = "canary"',
  '\tCHAP-Challenge = 0xcanary',
  '\tClass = 0xcanary',
  '\tX-Unknown = "canary"',
].join('\n')
const SECRET_MEMBERS = {
  sessionToken: 'canary',
  password: 'canary',
  note: 'https://u:canary@192.0.2.60/ password=canary',
}

/** The text with secrets where this kind of evidence has them. */
function seeded(text: string, kind: (typeof cases)[number]['kind']): readonly string[] {
  if (kind === 'json') return [JSON.stringify(seedMembers(JSON.parse(text)))]
  if (kind === 'lines') return SECRET_TAILS.map((tail) => seedLine(text, tail))
  if (kind === 'blocks') return [...SECRET_TAILS.map((tail) => seedLines(text, tail)), `${text}\n${SECRET_ATTRIBUTES}`]
  const lines = text.split('\n')
  const middle = Math.floor(lines.length / 2)
  return [0, middle, lines.length].map((at) => [...lines.slice(0, at), ...SECRET_LINES, ...lines.slice(at)].join('\n'))
}

/** A command goes on to the end of a line, or to the mark that closes it. */
function seedLine(line: string, tail: string): string {
  const close = /(?: ?<cr>| \((?:SUCCESS|FAILURE)\)|")\s*$/.exec(line)?.[0] ?? ''
  return `${line.slice(0, line.length - close.length)}${tail}${close}`
}

function seedLines(text: string, tail: string): string {
  return text
    .split('\n')
    .map((line) => seedLine(line, tail))
    .join('\n')
}

function seedMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(seedMembers)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, member]) => [name, seedMembers(member)])
  return { ...Object.fromEntries(members), ...SECRET_MEMBERS }
}

for (const dialect of dialects) {
  test(`${dialect.id}: any text at all is read without throwing, and redacted once and for all`, () => {
    for (const text of ODD_TEXTS) {
      const place = { path: 'odd', line: 1 }
      dialect.document?.recognise(text)
      dialect.document?.read({ text, place, cutOff: true }, CONTEXT)
      dialect.line?.read({ text, place }, CONTEXT)
      dialect.line?.hear({ text, place }, CONTEXT)
      dialect.block?.recognise(text)
      dialect.block?.read({ text, place }, CONTEXT)
      dialect.block?.hear({ text, place }, CONTEXT)
      dialect.json?.read({ value: { [text]: [text, null, { [text]: Number.POSITIVE_INFINITY }] }, place }, CONTEXT)
      dialect.json?.hear({ value: {}, place }, CONTEXT)
      const once = dialect.redact(text)
      assert.equal(dialect.redact(once), once)
    }
  })

  test(`${dialect.id}: a grammar of commands is total and its order is a number`, () => {
    const { commands } = dialect
    for (const text of ODD_TEXTS) {
      assert.ok(commands === undefined || Number.isFinite(commands.rank(text)))
      assert.equal(
        interpretedIds(dialect, text).every((id) => id === 'a' || id === 'b'),
        true,
      )
    }
  })
}

function interpretedIds({ commands }: Dialect, text: string): readonly string[] {
  const {
    changes = [],
    signals = [],
    unjoined = [],
  } = commands?.interpret([
    { factId: 'a', text },
    { factId: 'b', text: `no ${text}` },
  ]) ?? {}
  return [...changes.map(({ factId }) => factId), ...signals.map(({ factId }) => factId), ...unjoined]
}

const ODD_TEXTS = [
  '',
  '\n',
  '\u0000',
  '\uFEFF',
  '%%%-9-:',
  'no',
  'monitor session',
  'monitor session 1 source',
  'x'.repeat(100_000),
  '\t'.repeat(50_000),
  `monitor session 1 source interface ${'1,'.repeat(20_000)}`,
  '{"eventSource":',
  '<cr>',
] as const
