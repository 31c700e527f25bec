/** Rules 1 to 8: what becomes a fact, what identifies it, and whose it is. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../src/facts/fact.ts'
import {
  accounted,
  accountedRun,
  config,
  createSession,
  ERSPAN_COMMANDS,
  erspan,
  lines,
  logged,
  loggedRun,
} from './_testing/evidence-text.ts'
import { type Answer, scan, scanForOne, tell } from './_testing/scenario.ts'

const TYPED = '2026-11-14T03:12:00Z'
const FAR = '203.0.113.66'
const LOOPBACK = ['interface Loopback0', ' ip address 192.0.2.7 255.255.255.255']

/** Ids of the facts that say something of mirrors. */
function ids({ facts }: Answer): readonly string[] {
  return facts
    .filter(({ kind }) => kind !== 'seen')
    .map(({ id }) => id)
    .sort()
}

test('rule 1: whether a line becomes a fact depends on that line alone, never on its neighbours', async () => {
  const command = logged(TYPED, 'monitor session 1 source interface Gi1/0/1', { sequence: 1 })
  const crowd = loggedRun('2026-11-14T01:00:00Z', ERSPAN_COMMANDS(FAR), { sequence: 50 })

  const alone = await scan({ evidence: { 'a.log': lines([command]) } })
  const among = await scan({ evidence: { 'a.log': crowd + lines([command, 'nothing known']) } })

  assert.equal(ids(alone).length, 1)
  assert.ok(ids(among).includes(ids(alone)[0] ?? ''))
})

test('rule 2: a block typed line by line is put together whatever the file it was filed in', async () => {
  const typed = ERSPAN_COMMANDS(FAR).map((command, index) =>
    logged(`2026-11-14T03:12:0${index}Z`, command, { sequence: 100 + index }),
  )
  const files = Object.fromEntries(typed.map((line, index) => [`${9 - index}.log`, lines([line])]))

  const { findings, facts } = await scan({ evidence: files })

  assert.equal(facts.filter(({ kind }) => kind === 'fragment').length, typed.length)
  assert.deepEqual(
    findings.map(({ session }) => [session.destinations, session.sources, session.enabled]),
    [[[{ ip: FAR, encapsulation: 'erspan' }], [{ interface: 'TenGigabitEthernet0/0/1', direction: 'rx' }], true]],
    tell(findings),
  )
})

test('rule 2: lines of a block whose head nobody heard set nothing up, and are counted', async () => {
  const { findings, report } = await scan({
    evidence: { 'a.log': loggedRun(TYPED, ['source interface Te0/0/1 rx', 'erspan-id 101', `ip address ${FAR}`]) },
  })

  assert.deepEqual(findings, [])
  assert.equal(report.coverage[0]?.unjoinedCommands, 3)
})

test('rule 3: an accounted command is read once a device is known by its address, whichever came first', async () => {
  const accounting = { 'acct.log': accountedRun(TYPED, ERSPAN_COMMANDS(FAR)) }
  const configuration = { 'edge-rtr-07_2026-11-13.cfg': config('edge-rtr-07', ...LOOPBACK) }

  const before = await scanForOne({ evidence: accounting })
  const one = await scanForOne({ evidence: [{ files: accounting }, { files: configuration }] })
  const other = await scanForOne({ evidence: [{ files: configuration }, { files: accounting }] })

  assert.equal(before.subject, '192.0.2.7')
  assert.equal(one.subject, 'edge-rtr-07')
  assert.deepEqual(one, other)
})

test('rule 3: of an unknown platform, the grammar that understands most of the words is believed', async () => {
  const typed = ['monitor session 1 source interface Gi1/0/1 both', 'monitor session 1 destination interface Gi1/0/48']

  const finding = await scanForOne({ evidence: { 'acct.log': accountedRun(TYPED, typed) } })

  assert.equal(finding.platform, 'cisco-ios')
  assert.deepEqual(finding.session.destinations, [{ interface: 'GigabitEthernet1/0/48' }])
})

test('rule 3: a command that no grammar understands is counted and shown, never dropped', async () => {
  const { findings, report } = await scan({
    evidence: { 'acct.log': lines([accounted(TYPED, 'mirror to observe-port 1 both')]) },
  })

  assert.deepEqual(findings, [])
  assert.equal(report.coverage[0]?.unjoinedCommands, 1)
})

test('rule 4: a record is one fact whatever its file, its relay and how often it is read', async () => {
  const written =
    '000042: edge-rtr-07: Nov 14 2026 03:12:07.000 UTC: %PARSER-5-CFGLOG_LOGGEDCMD: User:netops-3  logged command:no monitor session 1'
  const relays = ['2026-11-14T03:12:08Z edge-rtr-07', '<189>Nov 14 03:12:09 192.0.2.7', '2026-11-14T03:13:00Z relay-2']
  const files = Object.fromEntries(
    relays.map((relay, index) => [`${index}/x-${index}.log`, lines([`${relay} ${written}`])]),
  )

  const first = await scan({ evidence: { 'elsewhere.txt': lines([`${relays[0]} ${written}`]) } })
  const all = await scan({ evidence: files })

  assert.equal(ids(first).length, 1)
  assert.deepEqual(ids(all), ids(first))
  assert.equal(all.facts.find(isFragment)?.places.length, 3)
})

test('rule 4: start and stop of one accounted task are one fact', async () => {
  const stop = accounted(TYPED, 'monitor session 1 source interface Gi1/0/1')
  const start = stop.replace('\tstop\t', '\tstart\t')

  const { facts } = await scan({ evidence: { 'acct.log': lines([start, stop]) } })

  assert.equal(facts.filter(isFragment).length, 1)
})

test('rule 4: a CloudTrail record is its eventID, however it is wrapped', async () => {
  const record = createSession(TYPED, { session: 'tms-01', target: 'tmt-01' })

  const flat = await scan({ evidence: { 'a.json': record } })
  const wrapped = await scan({
    evidence: { 'b.json': `{"Records":[${record}]}`, 'c.json': `{"source":"aws.ec2","detail":${record}}` },
  })

  assert.equal(ids(flat).length, 1)
  assert.deepEqual(ids(wrapped), ids(flat))
})

test('rule 4: the same command twice within a second is two facts where the device counted them', async () => {
  const [one, two] = [1, 2].map((sequence) => logged(TYPED, 'monitor session 1 source interface Gi1/0/1', { sequence }))

  const { facts } = await scan({ evidence: { 'a.log': lines([one ?? '', two ?? '']) } })

  assert.equal(facts.filter(isFragment).length, 2)
})

test('rule 6: the same host name and the very same words in two realms are two devices', async () => {
  const files = {
    'edge.cfg': config('edge-rtr-07', ...erspan(FAR)),
    'edge.log': loggedRun(TYPED, ERSPAN_COMMANDS(FAR, 5)),
  }

  const { findings, report } = await scan({
    evidence: [
      { realm: 'customer-a', files },
      { realm: 'customer-b', files },
    ],
  })

  assert.deepEqual(
    findings.map(({ subject, setup }) => `${subject} ${setup.address.id}`).sort(),
    ['customer-a/edge-rtr-07 4', 'customer-a/edge-rtr-07 5', 'customer-b/edge-rtr-07 4', 'customer-b/edge-rtr-07 5'],
    tell(findings),
  )
  assert.equal(new Set(findings.map(({ id }) => id)).size, 4)
  assert.deepEqual(report.conflicts, [])
})

const HEADLESS = ['source interface Gi1/0/1 both', 'destination interface Gi1/0/48'].map((what, index) =>
  logged(`2026-11-14T03:12:0${index}Z`, `monitor session 1 ${what}`, { sequence: 100 + index }).replace(
    /^\S+ \S+ /,
    '',
  ),
)

test('rule 6: records that name no device are told under a name that no device has, one for each realm', async () => {
  const files = { 'show-logging.txt': lines(HEADLESS) }

  const { findings } = await scan({ evidence: [{ files }, { realm: 'customer-b', files }] })

  assert.deepEqual(findings.map(({ subject }) => subject).sort(), ['(unnamed device)', 'customer-b/(unnamed device)'])
})

test('rule 6: a copy of a record without the name of its device takes it from no other copy', async () => {
  const relayed = HEADLESS.map((line, index) => `2026-11-14T03:12:0${index}Z edge-rtr-07 ${line}`)

  const finding = await scanForOne({ evidence: { 'a.log': lines(HEADLESS), 'b.log': lines(relayed) } })

  assert.equal(finding.subject, 'edge-rtr-07')
})

test('rule 6: what two devices both call their own joins neither, and is shown', async () => {
  const { findings, report } = await scan({
    evidence: {
      'a_2026-11-13.cfg': config('edge-a', ...LOOPBACK),
      'b_2026-11-13.cfg': config('edge-b', ...LOOPBACK),
      'acct.log': accountedRun(TYPED, ERSPAN_COMMANDS(FAR)),
    },
  })

  assert.deepEqual(
    findings.map(({ subject }) => subject),
    ['192.0.2.7'],
  )
  assert.deepEqual(report.conflicts, [{ realm: 'default', name: '192.0.2.7', candidates: ['edge-a', 'edge-b'] }])
})

test('rule 6: a gateway address that two routers share names neither and is no conflict', async () => {
  const gateway = (name: string, own: string): string =>
    config(name, 'interface GigabitEthernet0/0/1', ` ip address ${own} 255.255.255.0`, ' standby 1 ip 192.0.2.1')

  const { findings, report } = await scan({
    evidence: {
      'a_2026-11-13.cfg': gateway('edge-a', '192.0.2.2'),
      'b_2026-11-13.cfg': gateway('edge-b', '192.0.2.3'),
      'acct.log': accountedRun(TYPED, ERSPAN_COMMANDS(FAR), { device: '192.0.2.1' }),
    },
  })

  assert.deepEqual(
    findings.map(({ subject }) => subject),
    ['192.0.2.1'],
  )
  assert.deepEqual(report.conflicts, [])
})

test('rule 6: an inventory loaded later brings names and addresses of one device together', async () => {
  const evidence = {
    'acct.log': accountedRun(TYPED, ERSPAN_COMMANDS(FAR)),
    'edge.log': loggedRun(TYPED, ERSPAN_COMMANDS(FAR)),
  }
  const apart = await scan({ evidence })
  const together = await scanForOne({
    evidence,
    inventory: 'devices: [{ name: border-1, hostnames: [edge-rtr-07], addresses: [192.0.2.7] }]\n',
  })

  assert.deepEqual(apart.findings.map(({ subject }) => subject).sort(), ['192.0.2.7', 'edge-rtr-07'])
  assert.equal(together.subject, 'border-1')
  assert.deepEqual([together.legs.log, together.legs.aaa], ['seen', 'seen'])
})

const GONE: readonly (readonly [what: string, later: string, status: string])[] = [
  ['whole and without the session ends it', config('edge-rtr-07'), 'ended'],
  ['cut off proves no absence', config('edge-rtr-07').replace(/end\n$/, ''), 'configured'],
  ['a part of one proves no absence', 'hostname edge-rtr-07\ninterface GigabitEthernet0/0/1\nip cef\n', 'configured'],
  [
    'saved for the next start is not what runs',
    `Using 4242 out of 33554432 bytes\n${config('edge-rtr-07').split('!\n')[1]}`,
    'configured',
  ],
]

for (const [what, later, status] of GONE) {
  test(`rule 8: a configuration ${what}`, async () => {
    const finding = await scanForOne({
      evidence: {
        'edge-rtr-07_2026-11-13.cfg': config('edge-rtr-07', ...erspan(FAR)),
        'edge-rtr-07_2026-11-14.cfg': later,
      },
    })

    assert.equal(finding.status, status)
  })
}

test('rule 8: a capture that runs in EXEC mode is not ended by a configuration, which never shows one', async () => {
  const typed = [
    'monitor capture CAP interface Gi1/0/1 both',
    'monitor capture CAP match any',
    'monitor capture CAP start',
  ]

  const finding = await scanForOne({
    evidence: {
      'edge.log': loggedRun('2026-11-13T03:12:00Z', typed),
      'edge-rtr-07_2026-11-14.cfg': config('edge-rtr-07'),
    },
  })

  assert.notEqual(finding.status, 'ended')
})

function isFragment(fact: Fact): boolean {
  return fact.kind === 'fragment'
}
