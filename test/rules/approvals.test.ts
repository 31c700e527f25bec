/** What approvals cannot hide: copies that were put right afterwards, and approvals that came afterwards. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ERSPAN_COMMANDS, loggedRun } from './_testing/evidence-text.ts'
import { runCommands } from './_testing/run-command.ts'
import { scanForOne } from './_testing/scenario.ts'

const TYPED = '2026-11-14T03:12:00Z'
const COLLECTOR = '198.51.100.9'
const FAR = '203.0.113.66'

/** One approval of the collector for the device, with more members. */
function approval(members = ''): string {
  return `devices: [{ name: edge-rtr-07, addresses: [192.0.2.7] }]
collectors: [{ name: ids-1, addresses: [${COLLECTOR}] }]
approvals: [{ id: APR-1, scope: { device: edge-rtr-07 }, destinations: [{ collector: ids-1 }], purpose: netops, owner: netops${members} }]
`
}

const WIDER = ['monitor session 4 type erspan-source', 'source interface TenGigabitEthernet0/0/2 both']
const NARROWER = ['monitor session 4 type erspan-source', 'no source interface TenGigabitEthernet0/0/2 both']
const POINT = (ip: string): readonly string[] => [
  'monitor session 4 type erspan-source',
  'destination',
  `ip address ${ip}`,
]
const ONE_PORT = ', sources: [TenGigabitEthernet0/0/1], direction: rx'

const MEANWHILE: readonly (readonly [string, verdict: string, severity: string, ...typed: (readonly string[])[]])[] = [
  ['a copy that began elsewhere', 'unapproved', 'high', ERSPAN_COMMANDS(FAR), POINT(COLLECTOR)],
  ['a copy turned elsewhere and back', 'unapproved', 'high', ERSPAN_COMMANDS(COLLECTOR), POINT(FAR), POINT(COLLECTOR)],
  [
    'another life that went elsewhere',
    'unapproved',
    'high',
    ERSPAN_COMMANDS(FAR),
    ['no monitor session 4'],
    ERSPAN_COMMANDS(COLLECTOR),
  ],
  ['a copy widened and narrowed', 'exceeds-approval', 'low', ERSPAN_COMMANDS(COLLECTOR), WIDER, NARROWER],
]

for (const [what, verdict, severity, ...typed] of MEANWHILE) {
  test(`approvals: ${what} is not approved by being put right afterwards`, async () => {
    const files = Object.fromEntries(
      typed.map((commands, hour) => [
        `${hour}.log`,
        loggedRun(`2026-11-14T0${3 + hour}:12:00Z`, commands, { sequence: 100 * (hour + 1) }),
      ]),
    )

    const finding = await scanForOne({ inventory: approval(ONE_PORT), evidence: files })

    assert.deepEqual([finding.verdict, finding.severity], [verdict, severity])
    assert.match(finding.sentence, /it was not always as approval APR-1 allows/)
  })
}

test('approvals: what is typed on the way to an approved copy is no copy of its own', async () => {
  const typed = [...ERSPAN_COMMANDS(COLLECTOR), ...WIDER, ...NARROWER]

  const finding = await scanForOne({ inventory: approval(ONE_PORT), evidence: { 'a.log': loggedRun(TYPED, typed) } })

  assert.equal(finding.verdict, 'approved')
})

test('rule 15: an approval that comes with a run approves from that run on, and says that it came afterwards', async () => {
  const device = 'devices: [{ name: edge-rtr-07 }]\n'
  const files = {
    'e/edge.log': loggedRun(TYPED, ERSPAN_COMMANDS(COLLECTOR)),
    'before/i.yaml': device,
    'after/i.yaml': `${device}approvals: [{ id: APR-1, scope: { device: edge-rtr-07 }, purpose: netops, owner: netops, validFrom: 2026-11-01 }]\n`,
  }
  const run = (inventory: string): readonly string[] => ['--inventory', inventory, '--store', '@/s.db', '--json']

  const ended = await runCommands(files, [
    ['scan', '@/e', ...run('@/before')],
    ['scan', ...run('@/after')],
  ])

  const told = ended.map(({ out }) => JSON.parse(out).findings[0])
  assert.deepEqual(
    told.map(({ verdict, conduct }) => [verdict, conduct.includes('approved-afterwards')]),
    [
      ['needs-review', false],
      ['approved', true],
    ],
  )
})
