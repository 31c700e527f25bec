/**
 * Real configurations and log samples, where they are at hand: every line that a plain word search calls a mirror (the list in
 * `test/corpus/junos`, written before the reader) is in a session or has its stated reason, and nothing else is.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { listMirrorLines } from '../../../tools/list-mirror-lines.ts'
import type { ReadContext, Reading } from '../contract.ts'
import { dialect } from './index.ts'

const root = join(import.meta.dirname, '../../..')
const corpus = process.env['TAPWARDEN_CORPUS'] ?? join(root, '../shared/corpus')
const skip = existsSync(join(corpus, 'configs')) ? false : `no corpus at ${corpus}`
const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

const listed = readFileSync(join(root, 'test/corpus/junos/expected.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => {
    const [file = '', line = '', hash = '', verdict = ''] = row.split('\t')
    return { file, line: Number(line), hash, verdict }
  })

function textOf(file: string): string {
  return readFileSync(join(corpus, file), 'utf8')
}

function confidenceIn(file: string): number {
  return dialect.document?.recognise(textOf(file).slice(0, 65_536)) ?? 0
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(join(corpus, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(corpus.length + 1))
}

function readConfig(file: string): Reading {
  const reading = dialect.document?.read({ text: textOf(file), place: { path: file, line: 1 }, cutOff: false }, context)
  assert.ok(reading !== undefined)
  return reading
}

function sessionsOf(reading: Reading): readonly { readonly name: string; readonly lines: readonly number[] }[] {
  const snapshots = reading.facts.filter((fact) => fact.kind === 'snapshot')
  return snapshots.flatMap(({ sessions }) =>
    sessions.map(({ session, lines }) => ({ name: session.name, lines: lines.map(({ line }) => line) })),
  )
}

test('the list is what the word search finds', { skip }, () => {
  const files = skip ? [] : filesOf('configs/juniper_junos').toSorted()

  const found = files.flatMap((file) =>
    listMirrorLines(textOf(file), false).map(({ line, hash }) => `${file} ${line} ${hash}`),
  )

  assert.deepEqual(
    found,
    listed.map(({ file, line, hash }) => `${file} ${line} ${hash}`),
  )
})

for (const { file, line, verdict } of listed) {
  test(`${file}:${line} is ${verdict}`, { skip }, () => {
    const reading = readConfig(file)

    const inSession = sessionsOf(reading).find(({ lines }) => lines.includes(line))
    const outcome = reading.lines?.find((one) => one.line === line)

    if (inSession !== undefined) return assert.equal(verdict, `session ${inSession.name}`)
    assert.match(verdict, /^reason: irrelevant, a comment/)
    assert.equal(outcome, undefined)
  })
}

test('no session is invented in any other file', { skip }, () => {
  const wanted = new Set(listed.filter(({ verdict }) => verdict.startsWith('session')).map(({ file }) => file))

  const invented = filesOf('configs').filter(
    (file) => !wanted.has(file) && confidenceIn(file) >= 0.3 && sessionsOf(readConfig(file)).length > 0,
  )

  assert.deepEqual(invented, [])
})

test('every Junos file is claimed, and no file of another platform', { skip }, () => {
  const files = filesOf('configs')

  const claimed = files.filter((file) => confidenceIn(file) >= 0.3)

  assert.ok(files.length > 100)
  assert.deepEqual(claimed.toSorted(), files.filter((file) => file.startsWith('configs/juniper_junos/')).toSorted())
})

test('output of show commands is nobody of ours', { skip }, () => {
  assert.deepEqual(
    filesOf('show-output').filter((file) => confidenceIn(file) >= 0.3),
    [],
  )
})

const isOurs = (text: string) =>
  dialect.line?.read({ text, place: { path: 'sample.log', line: 1 } }, context) !== undefined

test('log samples of Junos are ours', { skip }, () => {
  const samples = filesOf('syslog/napalm-logs').filter((file) => /\/junos-[^/]*\.msg$/.test(file))
  const both = ['rfc3164', 'rfc5424'].flatMap((form) =>
    textOf(`syslog/sc4s/juniper_junos_${form}.log`).trim().split('\n'),
  )

  const missed = [...samples.map(textOf), ...both].filter((text) => !isOurs(text))

  // A firewall of another family, relayed among them.
  assert.deepEqual(
    missed.filter((text) => !/NetScreen|\[FW NAME\]/.test(text)),
    [],
  )
})

test('log samples of other systems are not', { skip }, () => {
  const others = filesOf('syslog').filter((file) => /\.(?:log|msg)$/.test(file) && !/junos|juniper/.test(file))

  const claimed = others.flatMap((file) => textOf(file).split('\n').filter(isOurs))

  assert.ok(others.length > 20)
  assert.deepEqual(claimed, [])
})
