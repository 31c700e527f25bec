/** Rules 22 to 25: verdict, severity, confidence, and who acted. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChangeFact, Fact } from '../../src/facts/fact.ts'
import { identifyActor } from '../../src/inventory/identify-actor.ts'
import { parseInventory } from '../../src/inventory/parse-inventory.ts'
import {
  accountedRun,
  chatter,
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
import { runCommand } from './_testing/run-command.ts'
import { type Files, scan, scanForOne, statements, tell } from './_testing/scenario.ts'

const TYPED = '2026-11-14T03:12:00Z'
const COLLECTOR = '198.51.100.9'
const FAR = '203.0.113.66'
const LOOPBACK = ['interface Loopback0', ' ip address 192.0.2.7 255.255.255.255']

/** One approval of the collector for the device, with more members. */
function approval(members = ''): string {
  return `devices: [{ name: edge-rtr-07, addresses: [192.0.2.7] }]
collectors: [{ name: ids-1, addresses: [${COLLECTOR}] }]
approvals: [{ id: APR-1, scope: { device: edge-rtr-07 }, destinations: [{ collector: ids-1 }], purpose: netops, owner: netops${members} }]
`
}

test('rule 22: of several verdicts the gravest is told, and every reason stays', async () => {
  const night = ['2026-11-13T01:30:00Z', '2026-11-13T09:00:00Z', '2026-11-13T18:00:00Z', '2026-11-14T03:00:00Z']

  const finding = await scanForOne({
    inventory: approval(),
    evidence: {
      'edge_2026-11-13T02-00Z.cfg': config('edge-rtr-07', ...LOGS_COMMANDS),
      'edge_2026-11-14T02-00Z.cfg': config('edge-rtr-07', ...LOGS_COMMANDS, ...erspan(FAR)),
      'edge.log': lines(night.map((at) => chatter(at))),
    },
  })

  assert.equal(finding.verdict, 'unapproved')
  assert.equal(statements(finding, 'silent-change').length, 1)
})

test('rule 22: approved set-ups are listed, as info, and no threshold counts them', async () => {
  const files = { 'inventory/i.yaml': approval(), 'e/edge_2026-11-14.cfg': config('edge-rtr-07', ...erspan(COLLECTOR)) }
  const command = ['scan', '@/e', '--inventory', '@/inventory', '--at', '2026-11-15', '--fail-on', 'info', '--json']

  const approved = await runCommand(files, command)
  const other = await runCommand({ ...files, 'e/edge_2026-11-14.cfg': config('edge-rtr-07', ...erspan(FAR)) }, command)

  const [finding] = JSON.parse(approved.out).findings
  assert.deepEqual([finding.verdict, finding.severity, approved.status], ['approved', 'info', 0])
  assert.equal(other.status, 1)
})

test('rule 22: a redirect that an approval covers is listed, as approved', async () => {
  const led = [
    ...LOOPBACK,
    'interface Tunnel9',
    ' tunnel source Loopback0',
    ` tunnel destination ${FAR}`,
    'route-map LEAD permit 10',
    ' set interface Tunnel9',
    'interface TenGigabitEthernet0/0/1',
    ' ip policy route-map LEAD',
  ]

  const finding = await scanForOne({
    inventory: approval().replace(' destinations: [{ collector: ids-1 }],', ''),
    evidence: { 'edge_2026-11-14.cfg': config('edge-rtr-07', ...led) },
  })

  assert.deepEqual([finding.kind, finding.verdict, finding.severity], ['redirect', 'approved', 'info'])
})

test('rule 22: a blind spot is coverage, never a finding', async () => {
  const { findings, report } = await scan({
    evidence: { 'edge_2026-11-14.cfg': config('edge-rtr-07', ...LOGS_COMMANDS) },
  })

  assert.deepEqual(findings, [])
  assert.equal(report.coverage[0]?.legs.find(({ leg }) => leg === 'log')?.state, 'silent')
})

const UNANSWERED: readonly (readonly [what: string, inventory: string | undefined, says: RegExp])[] = [
  ['without an inventory', undefined, /no approvals were given for this device/],
  [
    'with approvals for another device only',
    approval().replaceAll('edge-rtr-07', 'edge-rtr-08'),
    /no approvals were given for this device/,
  ],
  [
    'with an entry that nobody reviewed',
    approval(', reviewed: false').replace('collector: ids-1', `ip: ${FAR}`),
    /entry APR-1 would allow it but nobody has reviewed it/,
  ],
]

for (const [what, inventory, says] of UNANSWERED) {
  test(`rule 23: ${what}, a copy needs review, is at most high, and the sentence says why`, async () => {
    const evidence = { 'edge.log': loggedRun(TYPED, ERSPAN_COMMANDS(FAR)) }

    const finding = await scanForOne({ evidence, ...(inventory === undefined ? {} : { inventory }) })

    assert.deepEqual([finding.verdict, finding.severity], ['needs-review', 'high'])
    assert.match(finding.sentence, says)
  })
}

test('rule 23: also a live copy of critical traffic to a foreign account is at most high before approvals were given', async () => {
  const records = [
    createTarget('2026-11-14T03:00:00Z', 'tmt-01', { account: '444455556666' }),
    createSession(TYPED, { session: 'tms-01', target: 'tmt-01' }),
  ]
  const account = 'accounts: [{ id: "111122223333", provider: aws, sensitivity: critical }]\n'
  const approvals =
    'approvals: [{ id: A, scope: { account: "111122223333" }, session: tms-99, purpose: netops, owner: x }]\n'

  const before = await scanForOne({ inventory: account, evidence: { 'a.json': lines(records) } })
  const after = await scanForOne({ inventory: account + approvals, evidence: { 'a.json': lines(records) } })

  assert.deepEqual([before.status, before.severity, after.severity], ['live', 'high', 'critical'])
})

test('rule 23: with a reviewed approval for the subject the same copy is unapproved', async () => {
  const finding = await scanForOne({
    inventory: approval(),
    evidence: { 'edge.log': loggedRun(TYPED, ERSPAN_COMMANDS(FAR)) },
  })

  assert.equal(finding.verdict, 'unapproved')
})

test('rule 23: what a baseline proposes approves nothing until somebody reviewed it', async () => {
  const files = {
    'e/edge_2026-11-14.cfg': config(
      'edge-rtr-07',
      'monitor session 1 source interface Gi1/0/5',
      'monitor session 1 destination interface Gi1/0/24',
    ),
  }
  const proposed = await runCommand(files, ['baseline', 'propose', '@/e', '--at', '2026-11-15', '--json'])

  const finding = await scanForOne({
    inventory: JSON.parse(proposed.out).proposal,
    evidence: { 'edge_2026-11-14.cfg': files['e/edge_2026-11-14.cfg'] },
  })

  assert.equal(finding.verdict, 'needs-review')
})

const MOMENTS: readonly (readonly [at: string, verdict: string])[] = [
  ['2026-11-14T11:59:59.999Z', 'approved'],
  ['2026-11-14T12:00:00Z', 'expired'],
  ['2026-11-14T12:01:00Z', 'expired'],
]

for (const [at, verdict] of MOMENTS) {
  test(`approvals: until 12:00, asked at ${at}: ${verdict}`, async () => {
    const finding = await scanForOne({
      at,
      inventory: approval(', validUntil: 2026-11-14T12:00:00Z'),
      evidence: { 'edge.log': loggedRun(TYPED, ERSPAN_COMMANDS(COLLECTOR)) },
    })

    assert.equal(finding.verdict, verdict)
    assert.equal(finding.changesAt, verdict === 'approved' ? '2026-11-14T12:00:00.000Z' : undefined)
  })
}

test('approvals: of two sessions under an approval for one the later exceeds it', async () => {
  const { findings } = await scan({
    inventory: approval(', maxCount: 1'),
    evidence: {
      'edge.log':
        loggedRun(TYPED, ERSPAN_COMMANDS(COLLECTOR)) +
        loggedRun('2026-11-14T04:00:00Z', ERSPAN_COMMANDS(COLLECTOR, 5), { sequence: 300 }),
    },
  })

  assert.deepEqual(findings.map(({ session, verdict }) => `${session.name} ${verdict}`).sort(), [
    '4 approved',
    '5 exceeds-approval',
  ])
})

const REMOVALS: readonly (readonly string[])[] = [
  ['no monitor session 4'],
  [
    'monitor session 4 type erspan-source',
    'no source interface TenGigabitEthernet0/0/1',
    'exit',
    'no monitor session 4',
  ],
]

for (const removal of REMOVALS) {
  test(`approvals: a copy of 20 hours exceeds 8 also once it is gone: ${removal.at(-2) ?? 'removed'}`, async () => {
    const finding = await scanForOne({
      inventory: approval(', maxDuration: 8h'),
      evidence: {
        'edge.log':
          loggedRun(TYPED, ERSPAN_COMMANDS(COLLECTOR)) + loggedRun('2026-11-14T23:12:00Z', removal, { sequence: 500 }),
      },
    })

    assert.deepEqual([finding.status, finding.verdict], ['ended', 'exceeds-approval'], tell([finding]))
  })
}

test('rule 24: one witness less never makes a copy surer, and keeps the finding; none leaves a blind spot', async () => {
  const witnesses: Files = {
    'edge_2026-11-14T05-00Z.cfg': config('edge-rtr-07', ...LOOPBACK, ...erspan(FAR)),
    'edge.log': loggedRun(TYPED, ERSPAN_COMMANDS(FAR)),
    'acct.log': accountedRun(TYPED, ERSPAN_COMMANDS(FAR)),
  }
  const grade = async (files: Files): Promise<number> => {
    const finding = await scanForOne({ inventory: approval(), evidence: files })
    assert.doesNotMatch(finding.confidence.existenceBasis, /harm|malicious|attack|intent/)
    return ['low', 'medium', 'high'].indexOf(finding.confidence.existence)
  }

  const names = Object.keys(witnesses)
  for (const kept of subsets(names)) {
    const files = Object.fromEntries(kept.map((name) => [name, witnesses[name] ?? '']))
    for (const without of kept.length > 1 ? kept : []) {
      const { [without]: _gone, ...less } = files
      assert.ok((await grade(less)) <= (await grade(files)), `${kept} without ${without}`)
    }
  }
  const { findings, report } = await scan({ inventory: approval(), evidence: { 'notes.txt': 'nothing\n' } })
  assert.deepEqual(findings, [])
  assert.ok(report.coverage[0]?.legs.every(({ state }) => state === 'never-heard'))
})

/** Every choice of at least one name. */
function subsets([first, ...others]: readonly string[]): readonly (readonly string[])[] {
  if (first === undefined) return []
  const without = subsets(others)
  return [[first], ...without, ...without.map((some) => [first, ...some])]
}

test('rule 25: automation is a role in its own network; what the client calls itself says nothing', async () => {
  const inventory = parseInventory([
    { path: 'i.yaml', text: 'automation: [{ name: pipeline, role: "mirror-pipeline/*", networks: [192.0.2.0/28] }]\n' },
  ])
  const acting = async (actor: string, from: string): Promise<boolean> => {
    const record = createSession(TYPED, { session: 'tms-01', target: 'tmt-01' }, { actor, from })
    const { facts, timelines } = await scan({
      evidence: { 'a.json': record.replace('aws-cli/2.17.0', 'Terraform/1.9 (pipeline)') },
    })
    const change = facts.find(isChange)
    const subject = timelines.subjects[0]?.subject
    assert.ok(change !== undefined && subject !== undefined)
    return identifyActor(change.actor, subject, inventory).known
  }

  assert.equal(await acting('mirror-pipeline', '192.0.2.5'), true)
  assert.equal(await acting('mirror-pipeline', '203.0.113.9'), false)
  assert.equal(await acting('mirror-operator', '192.0.2.5'), false)
})

test('rule 22: conduct stands beside the verdict: an approved copy stays approved when its act was not proper', async () => {
  const cut = logged('2026-11-14T03:10:00Z', 'no logging host 192.0.2.50', { sequence: 90 })

  const quiet = await scanForOne({
    inventory: approval(),
    evidence: { 'edge.log': loggedRun(TYPED, ERSPAN_COMMANDS(COLLECTOR, 4)) },
  })
  const loud = await scanForOne({
    inventory: approval(),
    evidence: { 'edge.log': loggedRun(TYPED, ERSPAN_COMMANDS(COLLECTOR, 4)) + lines([cut]) },
  })

  assert.deepEqual([quiet.verdict, quiet.conduct], ['approved', []])
  assert.deepEqual([loud.verdict, loud.conduct], ['approved', ['logging-cut']])
})

function isChange(fact: Fact): fact is ChangeFact {
  return fact.kind === 'change'
}
