/** Rule 11: what records that anyone could have sent may say, and what they never do. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  accounted,
  chatter,
  config,
  ERSPAN_COMMANDS,
  erspan,
  LOGS_COMMANDS,
  lines,
  loggedRun,
} from './_testing/evidence-text.ts'
import { scanForOne, statements, tell } from './_testing/scenario.ts'

const TYPED = '2026-11-14T03:12:00Z'
const COLLECTOR = '198.51.100.9'
const FAR = '203.0.113.66'
const DAY_13 = 'edge-rtr-07_2026-11-13T02-00Z.cfg'
const DAY_14 = 'edge-rtr-07_2026-11-14T02-00Z.cfg'
const LOOPBACK = ['interface Loopback0', ' ip address 192.0.2.7 255.255.255.255']
/** Often enough for a channel to be alive across the night between the two backups. */
const NIGHT = ['2026-11-13T01:30:00Z', '2026-11-13T09:00:00Z', '2026-11-13T18:00:00Z', '2026-11-14T03:00:00Z']

const APPROVED = `collectors: [{ name: ids-1, addresses: [${COLLECTOR}] }]
approvals: [{ id: APR-1, scope: { device: edge-rtr-07 }, destinations: [{ collector: ids-1 }], purpose: netops, owner: netops }]
`

test('rule 11: a spoofable record raises a finding', async () => {
  const finding = await scanForOne({
    evidence: [{ trust: 'spoofable', files: { 'edge.log': loggedRun(TYPED, ERSPAN_COMMANDS(FAR)) } }],
  })

  assert.equal(finding.confidence.existence, 'low')
})

const FORGED: readonly (readonly [what: string, commands: readonly string[]])[] = [
  ['ends', ['no monitor session 4']],
  ['shuts down', ['monitor session 4 type erspan-source', 'shutdown']],
  ['takes apart', ['monitor session 4 type erspan-source', 'no source interface TenGigabitEthernet0/0/1']],
]

for (const [what, commands] of FORGED) {
  test(`rule 11: a spoofable record alone never ${what} a session`, async () => {
    const evidence = { [DAY_13]: config('edge-rtr-07', ...erspan(FAR)) }
    const before = await scanForOne({ evidence })
    const after = await scanForOne({
      evidence: [{ files: evidence }, { trust: 'spoofable', files: { 'edge.log': loggedRun(TYPED, commands) } }],
    })

    assert.deepEqual(after.session, before.session)
    assert.deepEqual([after.status, after.severity, after.verdict], [before.status, before.severity, before.verdict])
  })
}

test('rule 11: a spoofable record alone never approves, and lowers no severity', async () => {
  const firm = { files: { [DAY_13]: config('edge-rtr-07', ...erspan(FAR)) } }
  const forged = [
    { [DAY_14]: config('edge-rtr-07', ...erspan(COLLECTOR)) },
    {
      'edge.log': loggedRun(TYPED, ['monitor session 4 type erspan-source', 'destination', `ip address ${COLLECTOR}`]),
    },
  ]

  for (const files of forged) {
    const finding = await scanForOne({ inventory: APPROVED, evidence: [firm, { trust: 'spoofable', files }] })
    assert.deepEqual([finding.verdict, finding.severity], ['unapproved', 'high'], tell([finding]))
  }
  const alone = await scanForOne({
    inventory: APPROVED,
    evidence: [{ trust: 'spoofable', files: { 'edge.log': loggedRun(TYPED, ERSPAN_COMMANDS(COLLECTOR)) } }],
  })
  assert.equal(alone.verdict, 'needs-review')
})

test('rule 11: a spoofable record alone explains no difference, nor proves a channel alive', async () => {
  const backups = {
    [DAY_13]: config('edge-rtr-07', ...LOGS_COMMANDS, ...LOOPBACK),
    [DAY_14]: config('edge-rtr-07', ...LOGS_COMMANDS, ...LOOPBACK, ...erspan(FAR)),
  }
  const accounting = lines(NIGHT.map((at, index) => accounted(at, 'show version', { task: index })))
  const typed = loggedRun('2026-11-13T20:00:00Z', ERSPAN_COMMANDS(FAR))

  const explained = await scanForOne({
    evidence: [{ files: { ...backups, 'acct.log': accounting } }, { trust: 'spoofable', files: { 'edge.log': typed } }],
  })
  const alive = await scanForOne({
    evidence: [
      { files: backups },
      { trust: 'spoofable', files: { 'edge.log': lines(NIGHT.map((at) => chatter(at))) } },
    ],
  })

  assert.equal(explained.verdict, 'unexplained')
  assert.match(statements(explained, 'silent-change')[0] ?? '', /appeared .* though AAA accounting was heard/)
  assert.deepEqual(statements(alive, 'silent-change'), [])
})
