import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createColors } from 'picocolors'
import { NavigatorLayer } from '../../attack/navigator/layer.ts'
import { sha256Hex } from '../../kit/hash.ts'
import { main } from '../main.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const bundle = (release: string) => join(ROOT, 'src', 'attack', 'cases', `release-${release}`, 'input.json')
const NOTICE =
  /© 20\d\d The MITRE Corporation\. This work is reproduced and distributed with the permission of The MITRE Corporation\./

let library = ''
before(async () => {
  library = mkdtempSync(join(tmpdir(), 'tapwarden-attack-'))
  for (const release of ['18.0', '18.1'])
    assert.equal((await run('attack', 'import', bundle(release), '--library', library)).status, 0)
})
after(() => rmSync(library, { recursive: true }))

async function run(...parameters: readonly string[]): Promise<{ readonly status: number; readonly text: string }> {
  const said: string[] = []
  const keep = (text: string) => void said.push(text)
  const status = await main(parameters, {
    out: keep,
    say: keep,
    watched: false,
    widthColumns: 80,
    colors: createColors(false),
  })
  return { status, text: said.join('\n') }
}

const attack = (...parameters: readonly string[]) => run('attack', ...parameters, '--library', library)
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ')

test('attack coverage shows each object with its state, and what asks and feeds it, within the terminal', async () => {
  const { status, text } = await run('attack', 'coverage')

  assert.equal(status, 0)
  assert.match(text, /^AN1132 {2}implemented\n {2}Is {12}analytic, Network Devices: /m)
  assert.match(text, /^AN1131 {2}implemented\n {2}Is {12}analytic, IaaS: /m)
  assert.match(text, /^ {2}Asked by {6}\d+ detections: /m)
  assert.match(oneLine(text), /Log source networkdevice:Flow: [^;]+; read by goflow2, ipfix, netflow-v5/)
  assert.ok(text.split('\n').every((line) => line.length <= 80))
})

test('attack alone is its coverage, and --json is the same as a machine reads it', async () => {
  assert.equal((await run('attack')).text, (await run('attack', 'coverage')).text)
  const read = JSON.parse((await run('attack', 'coverage', '--json')).text)
  assert.deepEqual(
    read.attack.map(({ id }: { readonly id: string }) => id),
    [
      ...['T1020.001', 'DET0403', 'AN1132', 'AN1131', 'AN0879', 'AN0878'],
      ...['T1040', 'DET0314', 'T1562', 'DET0317', 'AN0893', 'AN0891'],
    ],
  )
})

const outputs: readonly (readonly string[])[] = [
  ['import', bundle('18.1')],
  ['list'],
  ['show', 'AN1132'],
  ['show', 'T1020.001'],
  ['show', 'AN9999'],
  ['diff', 'all', '--from', '18.0', '--to', '18.1'],
  ['diff', 'AN0879', '--from', '18.0', '--to', '18.1'],
]

for (const parameters of outputs)
  test(`the notice of MITRE stands in: attack ${parameters.slice(0, 2).join(' ').replace(ROOT, '')}`, async () => {
    const [text, json] = [await attack(...parameters), await attack(...parameters, '--json')]

    assert.deepEqual([text.status, json.status], [0, 0])
    assert.match(oneLine(text.text), NOTICE)
    assert.match(json.text, NOTICE)
    JSON.parse(json.text)
  })

test('the notice stands where nothing was imported, in coverage, layers and what is written beside raw bytes', async () => {
  const commands = [
    ['attack', 'show', 'AN1132', '--library', join(library, 'nothing')],
    ['attack', 'coverage', '--json'],
    ['attack', 'coverage'],
    ['attack', 'navigator'],
    ['attack', 'raw', 'AN1132', '--library', library, '--json'],
  ]
  for (const command of commands) assert.match(oneLine((await run(...command)).text), NOTICE, command.join(' '))
})

test('a page keeps the words of MITRE and our own apart, each under its heading', async () => {
  const text = (await attack('show', 'AN1131')).text
  const [record = '', words = '', relations = '', analysis = ''] = text.split(/\n\n(?=\S)/)

  assert.match(record, /^AN1131 {2}analytic, release 18\.1\n.*SHA-256 {7}[0-9a-f]{64}\s+over its exact/s)
  assert.match(words, /^Words of MITRE ATT&CK\n/)
  assert.match(words, /Composed: a mirror of a cloud/)
  assert.match(
    relations,
    /^Relations in release 18\.1, by MITRE\n.*Analytic of {3}DET0403.*Detects {7}T1020\.001 .*through\s+DET0403/s,
  )
  assert.match(analysis, /^Analysis of tapwarden, not of MITRE\n/)
  assert.match(oneLine(analysis), /ModifyTrafficMirrorTarget, which is no operation of EC2.*Confidence high: /)
  assert.doesNotMatch(analysis, /Composed/)
})

test('no relations are said to be none', async () => {
  assert.match((await attack('show', 'AN9999')).text, /No relations in this release\./)
})

test('a claimed hash is said to be a claim, and nothing says that it matches', async () => {
  const folder = join(library, 'claims')
  const claims = ['--claimed-hash', 'AN1132=0e0b6f11260a1b43', '--source', 'an annotated page', '--library', folder]
  await run('attack', 'import', bundle('18.1'), ...claims)

  const { text } = await run('attack', 'show', 'AN1132', '--library', folder)

  assert.match(
    oneLine(text),
    /0e0b6f11260a1b43, claimed by source \(an annotated page\); algorithm and form are not stated, so it is not compared/,
  )
})

test('what nobody imported, or nobody wrote, is an error with a way out', async () => {
  const nothing = ['--library', join(library, 'nothing')]
  const wrong: readonly (readonly [readonly string[], string])[] = [
    [['attack', 'raw', 'AN1132', ...nothing], 'TW_ATTACK_NOTHING_IMPORTED'],
    [['attack', 'show', 'AN1132', '--release', '17.1', '--library', library], 'TW_ATTACK_RELEASE_UNKNOWN'],
    [['attack', 'show', 'AN4711', '--library', library], 'TW_ATTACK_UNKNOWN'],
    [['attack', 'show', 'rm -rf', '--library', library], 'TW_ATTACK_ID'],
    [['attack', 'navigator', '--attack-version', '7'], 'TW_ATTACK_GENERATION'],
    [['attack', 'navigator', '--out', join(library, 'no', 'folder', 'x.json')], 'TW_ATTACK_OUT'],
  ]
  for (const [command, code] of wrong) {
    const { status, text } = await run(...command)
    assert.equal(status, 2)
    assert.ok(text.startsWith(`${code}: `), `${code}: ${text.slice(0, 200)}`)
  }
})

test('raw bytes leave as they came: their hash is the stored one', async () => {
  const shown = JSON.parse((await attack('show', 'T1020.001', '--json')).text)
  const command = ['src/cli/main.ts', 'attack', 'raw', 'T1020.001', '--library', library]

  const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT })

  assert.equal(sha256Hex(stdout), shown.object.sha256)
  assert.ok(readFileSync(bundle('18.1')).includes(stdout))
  assert.match(stderr.toString(), NOTICE)
})

test('a layer is written as the Navigator reads it', async () => {
  const file = join(library, 'layer.json')

  execFileSync(process.execPath, ['src/cli/main.ts', 'attack', 'navigator', '--attack-version', '19', '--out', file], {
    cwd: ROOT,
    stdio: 'ignore',
  })

  const layer = NavigatorLayer.parse(JSON.parse(readFileSync(file, 'utf8')))
  assert.equal(layer.versions.attack, '19')
  assert.match(layer.description, NOTICE)
})
