/**
 * Real configurations and logs, where they are at hand: every line that a plain word search calls a mirror (the list in
 * `test/corpus/cisco-nxos`, written before the reader) is in a session or has its stated reason, and nothing else is.
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
/** The least score that counts. */
const MIN_SCORE = 0.3

const listed = readFileSync(join(root, 'test/corpus/cisco-nxos/expected.tsv'), 'utf8')
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

function score(of: typeof dialect, file: string): number {
  return of.document?.recognise(textOf(file).slice(0, 65_536)) ?? 0
}

function readConfig(file: string): Reading {
  const reading = dialect.document?.read({ text: textOf(file), place: { path: file, line: 1 }, cutOff: false }, context)
  assert.ok(reading !== undefined)
  return reading
}

function sessionsOf(reading: Reading): readonly { readonly name: string; readonly lines: readonly number[] }[] {
  return reading.facts
    .filter((fact) => fact.kind === 'snapshot')
    .flatMap(({ sessions }) =>
      sessions.map(({ session, lines }) => ({ name: session.name, lines: lines.map(({ line }) => line) })),
    )
}

/** `configs/<folder>/<name>` of every folder that fits. */
function filesOf(fits: (folder: string) => boolean): readonly string[] {
  return readdirSync(join(corpus, 'configs'))
    .filter(fits)
    .flatMap((folder) => readdirSync(join(corpus, 'configs', folder)).map((name) => `configs/${folder}/${name}`))
}

test('the list is what the word search finds', { skip }, () => {
  const files = filesOf((folder) => folder === 'cisco_nxos')

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
    assert.match(verdict, /^reason: irrelevant, /)
    assert.ok(outcome === undefined || outcome.because === 'names the device')
  })
}

test('no session is invented in any other file', { skip }, () => {
  const wanted = new Set(listed.filter(({ verdict }) => verdict.startsWith('session')).map(({ file }) => file))
  const files = filesOf(() => true)

  const invented = files.filter(
    (file) => !wanted.has(file) && score(dialect, file) >= MIN_SCORE && sessionsOf(readConfig(file)).length > 0,
  )

  assert.ok(files.length > 100)
  assert.deepEqual(invented, [])
})

for (const file of skip === false ? filesOf((folder) => folder === 'cisco_nxos') : []) {
  test(`${file} is ours, and not that of IOS`, () => {
    assert.ok(score(dialect, file) >= MIN_SCORE)
    assert.ok(score(ios, file) < MIN_SCORE)
    assert.deepEqual(readConfig(file).facts.filter((fact) => fact.kind === 'snapshot').length, 1)
  })
}

test('files of other platforms are not claimed', { skip }, () => {
  const claimed = filesOf((folder) => folder !== 'cisco_nxos').filter((file) => score(dialect, file) >= MIN_SCORE)

  assert.deepEqual(claimed, [])
})

test('output of show monitor session is unsupported, or nobody of ours', { skip }, () => {
  for (const name of readdirSync(join(corpus, 'show-output'))) {
    const file = `show-output/${name}`
    const reading = readConfig(file)
    assert.equal(score(dialect, file) >= MIN_SCORE, name.startsWith('nxos-'), file)
    assert.deepEqual(sessionsOf(reading), [], file)
    if (name.startsWith('nxos-')) assert.equal(reading.outcome, 'unsupported', file)
  }
})

test('log samples: NX-OS lines are ours, those of other systems are not', { skip }, () => {
  const line = (text: string) => dialect.line?.read({ text, place: { path: 'sample.log', line: 1 } }, context)
  const mixed = textOf('syslog/sc4s/cisco_ios_iosxr_nxos.log').trim().split('\n')
  const samples = readdirSync(join(corpus, 'syslog/napalm-logs')).filter((name) => name.endsWith('.msg'))

  for (const text of mixed) {
    const own = /%(?:SYSMGR|MODULE|L2FM|DAEMON)|: 20\d\d /.test(text) && !/RP\/0/.test(text)
    assert.equal(line(text) !== undefined, own, text)
  }
  for (const name of samples.filter((sample) => /^(?:ios|junos|iosxr|huawei|nxos|eos)-/.test(sample))) {
    assert.equal(line(textOf(`syslog/napalm-logs/${name}`)) !== undefined, name.startsWith('nxos-'), name)
  }
  const login = line(textOf('syslog/napalm-logs/nxos-USER_LOGIN.msg').trim())
  assert.deepEqual(
    login?.facts.map((fact) => (fact.kind === 'signal' ? fact.signal : fact.kind)),
    [],
  )
})
