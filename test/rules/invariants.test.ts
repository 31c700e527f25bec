/** The nine invariants of the design, each with a test that fails when it breaks. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { assessmentParts, detections, dialects, sources } from '../../src/app/plug-ins.ts'
import { assess } from '../../src/engine/assess.ts'
import type { Fact } from '../../src/facts/fact.ts'
import { parseInventory } from '../../src/inventory/parse-inventory.ts'
import { storeAdapters } from '../../src/store/registry.generated.ts'
import {
  accountedRun,
  config,
  createSession,
  createTarget,
  ERSPAN_COMMANDS,
  erspan,
  LOGS_COMMANDS,
  lines,
  logged,
  loggedRun,
} from './_testing/evidence-text.ts'
import { runCommand, runCommands } from './_testing/run-command.ts'
import { type Files, NOW, scan } from './_testing/scenario.ts'

const TYPED = '2026-11-14T03:12:00Z'
const COLLECTOR = '198.51.100.9'
const FAR = '203.0.113.66'
const root = join(import.meta.dirname, '../..')

const INVENTORY = `devices: [{ name: edge-rtr-07, addresses: [192.0.2.7] }]
collectors: [{ name: ids-1, addresses: [${COLLECTOR}] }]
approvals: [{ id: APR-1, scope: { device: edge-rtr-07 }, destinations: [{ collector: ids-1 }], purpose: netops, owner: netops, maxCount: 1 }]
`

/** A little of everything: approved, re-pointed, silent, refused, ended and cloud. */
const ESTATE: Files = {
  'configs/edge-rtr-07_2026-11-13.cfg': config('edge-rtr-07', ...LOGS_COMMANDS, ...erspan(COLLECTOR, { id: 3 })),
  'configs/edge-rtr-07_2026-11-14.cfg': config('edge-rtr-07', ...LOGS_COMMANDS, ...erspan(FAR, { id: 3 })),
  'configs/edge-rtr-08.cfg': config('edge-rtr-08', ...erspan(FAR)),
  'logs/edge.log':
    loggedRun(TYPED, ERSPAN_COMMANDS(COLLECTOR)) +
    lines([logged('2026-11-14T05:00:00Z', 'no monitor session 4', { sequence: 300 })]),
  'logs/acct.log': accountedRun(TYPED, ERSPAN_COMMANDS(COLLECTOR)),
  'cloud/trail.json': lines([
    createTarget('2026-11-14T03:00:00Z', 'tmt-01', { account: '444455556666' }),
    createSession('2026-11-14T03:05:00Z', { session: 'tms-01', target: 'tmt-01' }),
  ]),
}

const estate = await scan({ evidence: ESTATE, inventory: INVENTORY })

function answerOf(facts: readonly Fact[]): string {
  const inventory = parseInventory([{ path: 'i.yaml', text: INVENTORY }])
  const input = { facts, inventory, now: NOW, coverageBasis: 'exact', withPlaces: false } as const
  const { findings, timelines } = assess(input, assessmentParts())
  return JSON.stringify([findings, timelines])
}

test('the estate of these tests says enough to be worth a test', () => {
  assert.deepEqual([...new Set(estate.findings.map(({ verdict }) => verdict))].sort(), [
    'approved',
    'needs-review',
    'unapproved',
  ])
  assert.ok(estate.facts.length > 25)
})

test('invariant 1: any order of facts gives the same findings and timelines, byte for byte', () => {
  const expected = answerOf(estate.facts)

  const all = fc.shuffledSubarray([...estate.facts], { minLength: estate.facts.length })
  fc.assert(
    fc.property(all, (shuffled) => assert.equal(answerOf(shuffled), expected)),
    { numRuns: 30, seed: 11 },
  )
})

test('invariant 1: so does any batching and repetition, in every store', async () => {
  const expected = answerOf(estate.facts)
  const folder = mkdtempSync(join(tmpdir(), 'tapwarden-rules-'))

  for (const [name, load] of Object.entries(storeAdapters)) {
    const store = await (await load()).open(join(folder, name))
    const twice = [...estate.facts.toReversed(), ...estate.facts]
    for (let at = 0; at < twice.length; at += 7) await store.putFacts(twice.slice(at, at + 7), NOW)

    assert.equal(answerOf(await store.facts()), expected, name)
    await store.close()
  }
  rmSync(folder, { recursive: true })
})

test('invariant 1: so does any order of lines within and across files', async () => {
  const log = (ESTATE['logs/edge.log'] ?? '').trimEnd().split('\n')
  const rest = { ...ESTATE, 'logs/edge.log': lines(log.toReversed()), 'logs/again.log': lines(log.slice(3)) }

  const { report } = await scan({ evidence: rest, inventory: INVENTORY })

  assert.deepEqual(report, estate.report)
})

test('invariant 1: one more harmless device changes nothing but its own row', async () => {
  const quiet = {
    'configs/quiet_2026-11-14.cfg': config('quiet-1', 'interface Loopback0', ' ip address 192.0.2.99 255.255.255.255'),
  }

  const { report } = await scan({ evidence: { ...ESTATE, ...quiet }, inventory: INVENTORY })

  assert.deepEqual(report.findings, estate.report.findings)
  assert.deepEqual(
    report.coverage.filter(({ subject }) => subject !== 'quiet-1'),
    estate.report.coverage,
  )
})

test('invariant 2: every fact says where it was seen, every finding and reason shows the lines that prove it', () => {
  for (const { places } of estate.facts) assert.ok(places.length > 0)
  for (const { evidence, reasons } of estate.findings) {
    for (const items of [evidence, ...reasons.map((reason) => reason.evidence)]) {
      assert.ok(items.length > 0)
      for (const { fact, excerpt } of items) {
        assert.ok(estate.facts.some(({ id }) => id === fact))
        assert.match(excerpt, /\S/)
      }
    }
  }
})

test('invariant 3: every line and record ends in one count, and no fact escapes the needles', async () => {
  const odd = {
    'odd/notes.txt': 'monitor session 1 is nice\n\nsecond\n',
    'odd/broken.json': '{"a":1}\n{"b":\n{"c":3}\n',
    'odd/blob.bin': '\u0000\u0001\u0002',
  }

  const { evidence } = await scan({ evidence: { ...ESTATE, ...odd } })

  for (const { path, counts, units } of evidence.flatMap(({ reading }) => reading.inputs)) {
    assert.equal(
      Object.values(counts).reduce((sum, count) => sum + count, 0),
      units,
      path,
    )
  }
  const byName = new Map(
    evidence.flatMap(({ reading }) => reading.inputs).map((input) => [input.path.split('/').at(-1), input]),
  )
  assert.equal(byName.get('edge.log')?.units, 9)
  assert.equal(byName.get('trail.json')?.units, 2)
  assert.equal(byName.get('edge-rtr-08.cfg')?.units, ESTATE['configs/edge-rtr-08.cfg']?.trimEnd().split('\n').length)
  assert.equal(
    evidence.reduce((sum, { reading }) => sum + reading.escapes, 0),
    0,
  )
})

test('invariant 4: the same evidence read again gives the same facts', async () => {
  const again = await scan({ evidence: ESTATE, inventory: INVENTORY })

  assert.deepEqual(
    again.facts.map(({ places: _places, ...fact }) => fact),
    estate.facts.map(({ places: _places, ...fact }) => fact),
  )
})

test("invariant 5: what is there is what the folders hold, and generated files are nobody's to edit", () => {
  const plugIns = { sources, dialects, detections, store: Object.keys(storeAdapters).map((id) => ({ id })) }
  for (const [room, found] of Object.entries(plugIns)) {
    const entries = readdirSync(join(root, 'src', room), { withFileTypes: true })
    const folders = entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
      .map(({ name }) => name)
    assert.deepEqual(found.map(({ id }) => id).sort(), folders.sort(), room)
  }
  const tracked = execFileSync('git', ['ls-files', 'src/*/registry.generated.ts'], { cwd: root, encoding: 'utf8' })
  assert.equal(tracked, '')
})

test('invariant 6: odd evidence becomes notes; what the operator must mend has a code and a way out', async () => {
  const odd: Files = {
    'a.cfg': `hostname edge-rtr-07\nmonitor session 99999999999 source interface ${'x'.repeat(5000)}\nmonitor session\nend\n`,
    'b.json':
      '{"Records":[{"eventSource":"ec2.amazonaws.com","eventName":"CreateTrafficMirrorSession","requestParameters":7},[',
    'c.log': `<999>%PARSER-5-CFGLOG_LOGGEDCMD: User: logged command:\n${'\uFFFD'.repeat(100)}\n\tstop\tcmd=\n`,
  }

  const { evidence } = await scan({ evidence: odd })
  const mistakes = await Promise.all([
    runCommand({}, ['scan', '@/nowhere']),
    runCommand({ 'e/x.log': 'x\n' }, ['scan', '@/e', '--at', 'tomorrow']),
    runCommand({ 'e/x.log': 'x\n', 'i/i.yaml': 'devices: 7\n' }, ['scan', '@/e', '--inventory', '@/i']),
  ])

  assert.ok(evidence.flatMap(({ reading }) => reading.inputs.flatMap(({ notes }) => notes)).length > 0)
  for (const { status, said } of mistakes) {
    assert.equal(status, 2)
    assert.match(said, /TW_[A-Z]+_[A-Z_]+/)
  }
})

test('invariant 7: what one run was told of, the next one knows', async () => {
  const files = { 'e/edge.log': loggedRun(TYPED, ERSPAN_COMMANDS(FAR)), 'f/other.log': 'nothing\n' }
  const scanOf = (folder: string): readonly string[] => [
    ...['scan', `@/${folder}`, '--store', '@/kept.db', '--at', NOW, '--json'],
  ]

  const [first, second, withoutStore] = await runCommands(files, [
    scanOf('e'),
    scanOf('f'),
    ['scan', '@/f', '--at', NOW, '--json'],
  ])

  assert.equal(JSON.parse(first?.out ?? '').findings.length, 1)
  assert.deepEqual(JSON.parse(second?.out ?? ''), JSON.parse(first?.out ?? ''))
  assert.equal(JSON.parse(withoutStore?.out ?? '').findings.length, 0)
})

test('invariant 8: no secret leaves: not in findings, output, notes or traces', async () => {
  const secrets = [
    'enable secret 9 $9$canary1$canary1',
    'username netops-1 privilege 15 password 7 canary2',
    'snmp-server community canary3 RO',
    'tacacs server aaa-1',
    ' key 7 canary4',
    'monitor session 3 description canary-free',
    'crypto isakmp key canary5 address 192.0.2.1',
  ]
  const files = {
    'e/edge-rtr-07_2026-11-14.cfg': config('edge-rtr-07', ...secrets, ...erspan(FAR)),
    'e/edge.log': lines([
      logged(TYPED, 'monitor capture CAP export ftp://netops-1:canary6@192.0.2.60/x.pcap'),
      logged(TYPED, 'username netops-1 secret canary7', { sequence: 2 }),
      logged(TYPED, 'copy scp://netops-1:canary8@192.0.2.60/c running-config', { sequence: 3 }),
    ]),
  }
  const evidence = Object.fromEntries(Object.entries(files).map(([path, text]) => [path.slice(2), text]))

  const { facts, report, evidence: gathered } = await scan({ evidence })
  const printed = await Promise.all(
    [
      ['scan', '@/e', '--json', '--locations'],
      ['scan', '@/e'],
      ['explain', report.findings[0]?.id ?? '', '@/e'],
      ['sessions', '@/e', '--json'],
      ['coverage', '@/e', '--json'],
      ['baseline', 'propose', '@/e'],
      ['trace', '@/e/edge-rtr-07_2026-11-14.cfg:8'],
    ].map((command) => runCommand(files, [...command, '--at', NOW])),
  )

  assert.ok(facts.length > 3)
  assert.ok(printed.every(({ out }) => out.length > 20))
  const shown = JSON.stringify([facts, report, gathered.map(({ reading }) => reading), printed]).replaceAll(
    'canary-free',
    '',
  )
  assert.doesNotMatch(shown, /canary/)
})

test('invariant 9: what the command prints for machines is the model, and nothing else', async () => {
  const files = Object.fromEntries(Object.entries(ESTATE).map(([path, text]) => [`e/${path}`, text]))

  const { out, status } = await runCommand({ ...files, 'i/i.yaml': INVENTORY }, [
    'scan',
    '@/e',
    '--inventory',
    '@/i',
    '--at',
    NOW,
    '--json',
  ])

  assert.equal(status, 0)
  assert.deepEqual(JSON.parse(out), JSON.parse(JSON.stringify(estate.report)))
})
