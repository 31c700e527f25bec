/**
 * Real configurations and transcripts, where they are at hand: every line that a plain word search calls a mirror (the list
 * in `test/corpus/cisco-ios`, written before the reader) is in a session or has its stated reason, and nothing else is.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { listMirrorLines } from '../../../tools/list-mirror-lines.ts'
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

const listed = readFileSync(join(root, 'test/corpus/cisco-ios/expected.tsv'), 'utf8')
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

function readConfig(file: string): Reading {
  const document = { text: textOf(file), place: { path: file, line: 1 }, cutOff: false }
  const reading = dialect.document?.read(document, context)
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
  const files = [...new Set(listed.map(({ file }) => file))]

  const found = files.flatMap((file) =>
    listMirrorLines(textOf(file), file.endsWith('.yaml')).map(({ line, hash }) => `${file} ${line} ${hash}`),
  )

  assert.deepEqual(
    found,
    listed.map(({ file, line, hash }) => `${file} ${line} ${hash}`),
  )
})

for (const { file, line, verdict } of listed.filter((row) => row.file.startsWith('configs/'))) {
  test(`${file}:${line} is ${verdict}`, { skip }, () => {
    const reading = readConfig(file)

    const inSession = sessionsOf(reading).find(({ lines }) => lines.includes(line))
    const outcome = reading.lines?.find((one) => one.line === line)

    if (inSession !== undefined) return assert.equal(verdict, `session ${inSession.name}`)
    if (outcome?.outcome === 'unsupported') return assert.match(verdict, /^reason: unsupported, .*IOS-XR/)
    assert.match(verdict, /^reason: irrelevant, /)
    assert.ok(outcome === undefined || outcome.because === 'names the device')
  })
}

/** Commands of a transcript in the order they are typed: first what every one of them sets up, then what it is about. */
function typedCommands(file: string): readonly string[] {
  const modes: Record<string, { commands: Record<string, unknown> }> = parse(textOf(file))
  const setUp = ['no logging console', 'line console 0', 'exec-timeout 0', 'end']
  const all = ['execute', 'configure'].flatMap((mode) => Object.keys(modes[mode]?.commands ?? {}))
  return [...setUp, ...all.filter((command) => !setUp.includes(command))]
}

for (const file of new Set(listed.map((row) => row.file).filter((name) => name.endsWith('.yaml')))) {
  test(`${file}: each listed line is the session it should be`, { skip }, () => {
    const commands = typedCommands(file).map((text) => ({ factId: text, text }))
    const lines = textOf(file).split('\n')

    const { changes } = dialect.commands?.interpret(commands) ?? { changes: [] }

    for (const { line, verdict } of listed.filter((row) => row.file === file)) {
      // A command may run over several lines: the one it starts on says which it is. Below it stands what the device answered.
      const start =
        lines
          .slice(0, line)
          .findLast((text) => /^ {4}[a-z]/.test(text))
          ?.trim() ?? ''
      const meant = changes.find(({ factId }) => start.startsWith(`${factId}:`))
      const answered = verdict === "reason: irrelevant, the device's answer"
      assert.equal(verdict.startsWith('session'), meant !== undefined && !answered, start)
      if (!answered && meant !== undefined) assert.equal(verdict, `session ${meant.address.id}`)
    }
  })
}

test('no session is invented in any other file', { skip }, () => {
  const wanted = new Set(listed.filter(({ verdict }) => verdict.startsWith('session')).map(({ file }) => file))
  const files = readdirSync(join(corpus, 'configs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(corpus.length + 1))

  const invented = files.filter((file) => {
    if (wanted.has(file) || (dialect.document?.recognise(textOf(file).slice(0, 65_536)) ?? 0) < 0.3) return false
    return sessionsOf(readConfig(file)).length > 0
  })

  assert.ok(files.length > 100)
  assert.deepEqual(invented, [])
})

test('files of other platforms are not claimed', { skip }, () => {
  const folders = readdirSync(join(corpus, 'configs')).filter((folder) => folder !== 'cisco_ios')

  const claimed = folders.flatMap((folder) =>
    readdirSync(join(corpus, 'configs', folder))
      .map((name) => `configs/${folder}/${name}`)
      .filter((file) => (dialect.document?.recognise(textOf(file).slice(0, 65_536)) ?? 0) >= 0.3),
  )

  assert.deepEqual(claimed, [])
})

test('output of show monitor is unsupported, or nobody of ours', { skip }, () => {
  for (const name of readdirSync(join(corpus, 'show-output'))) {
    const file = `show-output/${name}`
    const claimed = (dialect.document?.recognise(textOf(file)) ?? 0) >= 0.3
    const reading = readConfig(file)
    assert.equal(claimed, name.startsWith('iosxe-'), file)
    assert.deepEqual(sessionsOf(reading), [], file)
    if (claimed) assert.equal(reading.outcome, 'unsupported', file)
  }
})

test('log samples: IOS lines are ours, those of other systems are not', { skip }, () => {
  const line = (text: string) => dialect.line?.read({ text, place: { path: 'sample.log', line: 1 } }, context)
  const mixed = textOf('syslog/sc4s/cisco_ios_iosxr_nxos.log').trim().split('\n')
  const samples = readdirSync(join(corpus, 'syslog/napalm-logs')).filter((name) => name.endsWith('.msg'))

  for (const text of mixed) {
    const foreign = /RP\/0|spamApTask|%(?:SYSMGR|MODULE|L2FM|DAEMON|LOG_|ACLLOG)|: 20\d\d /.test(text)
    assert.equal(line(text) === undefined, foreign, text)
  }
  for (const name of samples.filter((sample) => /^(?:ios|junos|iosxr|huawei|nxos)-/.test(sample))) {
    assert.equal(line(textOf(`syslog/napalm-logs/${name}`)) !== undefined, name.startsWith('ios-'), name)
  }
})
