/**
 * Real configurations and log lines, where they are at hand: every line that a plain word search calls a mirror (the list in
 * `test/corpus/arista-eos`, written before the reader) is in a session or has its stated reason, and nothing else is.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { listMirrorLines } from '../../../tools/list-mirror-lines.ts'
import { dialect as ios } from '../cisco-ios/index.ts'
import type { ReadContext, Reading } from '../contract.ts'
import { dialect } from './index.ts'

const root = join(import.meta.dirname, '../../..')
const corpus = process.env['TAPWARDEN_CORPUS'] ?? join(root, '../shared/corpus')
const skip = existsSync(join(corpus, 'configs')) ? false : `no corpus at ${corpus}`
const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

interface ListedLine {
  readonly file: string
  readonly line: number
  readonly hash: string
  readonly verdict: string
}

const listed = readFileSync(join(root, 'test/corpus/arista-eos/expected.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row): ListedLine => {
    const [file = '', line = '', hash = '', verdict = ''] = row.split('\t')
    return { file, line: Number(line), hash, verdict }
  })

function textOf(file: string): string {
  return readFileSync(join(corpus, file), 'utf8')
}

function recognised(file: string, by = dialect): number {
  return by.document?.recognise(textOf(file).slice(0, 65_536)) ?? 0
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

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(corpus, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(corpus.length + 1))
}

test('the list is what the word search finds', { skip }, () => {
  const found = filesIn('configs/arista_eos')
    .toSorted()
    .flatMap((file) => listMirrorLines(textOf(file), false).map(({ line, hash }) => `${file} ${line} ${hash}`))

  assert.deepEqual(
    found,
    listed.map(({ file, line, hash }) => `${file} ${line} ${hash}`),
  )
})

for (const { file, line, verdict } of listed) {
  test(`${file}:${line} is ${verdict}`, { skip }, () => {
    const reading = readConfig(file)

    const inSession = sessionsOf(reading).find(({ lines }) => lines.includes(line))

    if (inSession !== undefined) return assert.equal(verdict, `session ${inSession.name}`)
    assert.match(verdict, /^reason: irrelevant, /)
    assert.equal(
      reading.lines?.find((one) => one.line === line),
      undefined,
    )
  })
}

test('no session is invented in any other file', { skip }, () => {
  const wanted = new Set(listed.filter(({ verdict }) => verdict.startsWith('session')).map(({ file }) => file))

  const invented = filesIn('configs/arista_eos').filter(
    (file) => !wanted.has(file) && sessionsOf(readConfig(file)).length > 0,
  )

  assert.deepEqual(invented, [])
})

test('every file of EOS is claimed, and more surely than IOS would', { skip }, () => {
  const lost = filesIn('configs/arista_eos').filter(
    (file) => recognised(file) < 0.3 || recognised(file) <= recognised(file, ios),
  )

  assert.deepEqual(lost, [])
})

test('files of other platforms are not claimed', { skip }, () => {
  const others = [...filesIn('configs'), ...filesIn('show-output')].filter((file) => !file.includes('/arista_eos/'))

  assert.ok(others.length > 100)
  assert.deepEqual(
    others.filter((file) => recognised(file) >= 0.3),
    [],
  )
})

test('log samples: EOS lines are ours, those of other systems are not', { skip }, () => {
  const isOurs = (text: string) =>
    dialect.line?.read({ text, place: { path: 'sample.log', line: 1 } }, context) !== undefined

  for (const file of filesIn('syslog/napalm-logs').filter((name) => name.endsWith('.msg')))
    assert.equal(isOurs(textOf(file)), file.includes('/eos-'), file)
  for (const text of textOf('syslog/sc4s/cisco_ios_iosxr_nxos.log').trim().split('\n'))
    assert.equal(isOurs(text), false, text)
})
