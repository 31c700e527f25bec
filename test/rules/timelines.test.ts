/** Rules 5, 9, 10 and 12 to 15: order, clocks, coverage and the two times. */
import assert from 'node:assert/strict'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { scanPaths } from '../../src/app/scan.ts'
import {
  accounted,
  accountedRun,
  chatter,
  config,
  deviceStamp,
  ERSPAN_COMMANDS,
  erspan,
  LOGS_COMMANDS,
  later,
  lines,
  logged,
  loggedRun,
} from './_testing/evidence-text.ts'
import { type Answer, type Files, scan, scanForOne, statements, tell } from './_testing/scenario.ts'

const TYPED = '2026-11-14T03:12:00Z'
const COLLECTOR = '198.51.100.9'
const FAR = '203.0.113.66'
const DAY_13 = 'edge-rtr-07_2026-11-13T02-00Z.cfg'
const DAY_14 = 'edge-rtr-07_2026-11-14T02-00Z.cfg'
const LOOPBACK = ['interface Loopback0', ' ip address 192.0.2.7 255.255.255.255']
/** The log heard often enough across the night between the two backups. */
const NIGHT = ['2026-11-13T01:30:00Z', '2026-11-13T09:00:00Z', '2026-11-13T18:00:00Z', '2026-11-14T03:00:00Z']
const HEARD = lines(NIGHT.map((at) => chatter(at)))

/** The acts on the only set-up: when, by which legs. */
function acts({ timelines }: Answer): readonly string[] {
  const setups = timelines.subjects.flatMap((subject) => subject.setups)
  return setups.flatMap(({ episodes }) =>
    episodes.flatMap(({ changes }) => changes.map(({ at, legs }) => `${at?.slice(11, 19)} ${legs.join('+')}`)),
  )
}

test('rule 5: an undated configuration shows a session, and a dated one without it does not end it', async () => {
  const finding = await scanForOne({
    evidence: { 'edge.cfg': config('edge-rtr-07', ...erspan(FAR)), [DAY_14]: config('edge-rtr-07') },
  })

  assert.deepEqual([finding.status, finding.since, finding.until], ['configured', undefined, undefined])
})

test('rule 5: two undated configurations show both copies, and no order between them', async () => {
  const inventory = `approvals: [{ id: APR-1, scope: { device: edge-rtr-07 }, destinations: [{ ip: ${COLLECTOR} }], purpose: netops, owner: netops }]\n`
  const [one, other] = [FAR, COLLECTOR].map((end) => config('edge-rtr-07', ...erspan(end)))

  const finding = await scanForOne({ inventory, evidence: { 'a.cfg': one ?? '', 'b.cfg': other ?? '' } })

  assert.deepEqual(finding.episodes.flatMap(({ session }) => session.destinations.map(({ ip }) => ip)).sort(), [
    COLLECTOR,
    FAR,
  ])
  assert.equal(finding.verdict, 'unapproved')
  assert.deepEqual(statements(finding, 'session-repointed'), [])
})

test('rule 5: an undated configuration leaves a logged life its beginning and its end', async () => {
  const finding = await scanForOne({
    evidence: {
      'edge.cfg': config('edge-rtr-07', ...erspan(FAR)),
      'edge.log':
        loggedRun(TYPED, ERSPAN_COMMANDS(FAR)) + lines([logged('2026-11-14T05:00:00Z', 'no monitor session 4')]),
    },
  })

  assert.deepEqual([finding.since, finding.until], ['2026-11-14T03:12:00.000Z', '2026-11-14T05:00:00.000Z'])
})

const YEARLESS: readonly (readonly [what: string, stamp: string, now: string, at: string])[] = [
  ['the last December, in January', 'Dec 31 23:50:00.000', '2027-01-02T00:00:00Z', '2026-12-31T23:50:00.000Z'],
  ['this January, in January', 'Jan  1 00:10:00.000', '2027-01-02T00:00:00Z', '2027-01-01T00:10:00.000Z'],
  ['its zone taken off', 'Nov 14 04:12:00.000 CET', '2026-11-15T00:00:00Z', '2026-11-14T03:12:00.000Z'],
]

for (const [what, stamp, at, expected] of YEARLESS) {
  test(`rule 5: a time without a year is of ${what}, and marked as inferred`, async () => {
    const line = `12: edge-rtr-07: ${stamp}: %PARSER-5-CFGLOG_LOGGEDCMD: User:netops-3  logged command:monitor session 1 source interface Gi1/0/1`

    const { facts, findings } = await scan({ at, evidence: { 'edge.log': lines([line]) } })

    const time = facts.find(({ kind }) => kind === 'fragment')?.time
    assert.deepEqual([time?.at, time?.inferred?.includes('year')], [expected, true])
    assert.equal(findings[0]?.since, expected)
  })
}

test('rule 9: a change logged within the collection window fits either side of a backup', async () => {
  for (const typed of ['2026-11-14T01:50:00Z', '2026-11-14T02:10:00Z']) {
    const finding = await scanForOne({
      evidence: {
        [DAY_13]: config('edge-rtr-07', ...LOGS_COMMANDS),
        [DAY_14]: config('edge-rtr-07', ...LOGS_COMMANDS, ...erspan(FAR)),
        'edge.log': HEARD + loggedRun(typed, ERSPAN_COMMANDS(FAR)),
      },
    })

    assert.deepEqual(statements(finding, 'silent-change'), [], typed)
    assert.equal(finding.actor.accounts[0], 'netops-3')
  }
})

test('rule 9: a logged change that the next backup does not show is unconfirmed, and no surer than medium', async () => {
  const finding = await scanForOne({
    evidence: {
      [DAY_13]: config('edge-rtr-07', ...LOOPBACK),
      [DAY_14]: config('edge-rtr-07', ...LOOPBACK),
      'edge.log': loggedRun('2026-11-13T12:00:00Z', ERSPAN_COMMANDS(FAR)),
      'acct.log': accountedRun('2026-11-13T12:00:00Z', ERSPAN_COMMANDS(FAR)),
    },
  })

  assert.equal(finding.status, 'ended')
  assert.equal(finding.confidence.existence, 'medium')
  assert.match(finding.confidence.existenceBasis, /does not show it/)
})

const SILENT: readonly (readonly [what: string, log: Files, verdict: string])[] = [
  ['the command log was heard all the while', { 'edge.log': HEARD }, 'unexplained'],
  ['nobody heard the log at all', {}, 'needs-review'],
  [
    'the log was silent for most of the night',
    { 'edge.log': lines([chatter(NIGHT[0] ?? ''), chatter(NIGHT[3] ?? '')]) },
    'needs-review',
  ],
]

for (const [what, log, verdict] of SILENT) {
  test(`rule 9: a difference that nobody logged, and ${what}: ${verdict}`, async () => {
    const finding = await scanForOne({
      evidence: {
        [DAY_13]: config('edge-rtr-07', ...LOGS_COMMANDS),
        [DAY_14]: config('edge-rtr-07', ...LOGS_COMMANDS, ...erspan(FAR)),
        ...log,
      },
    })

    assert.equal(finding.verdict, verdict, tell([finding]))
    assert.equal(statements(finding, 'silent-change').length, verdict === 'unexplained' ? 1 : 0)
  })
}

test('rule 9: commands of one second without counters make the same session in any order of arrival', async () => {
  const typed = ERSPAN_COMMANDS(FAR).map((command) => logged(TYPED, command))
  const orders = [typed, typed.toReversed(), [...typed.slice(3), ...typed.slice(0, 3)]]

  const answers = await Promise.all(orders.map((order) => scanForOne({ evidence: { 'edge.log': lines(order) } })))

  for (const answer of answers) assert.deepEqual(answer, answers[0])
  assert.deepEqual(answers[0]?.session.destinations, [{ ip: FAR, encapsulation: 'erspan' }])
})

test('rule 9: one account in two terminals at once sets up two sessions, and re-points none', async () => {
  const slow = (index: number): string => later(TYPED, index * 2)
  const first = ERSPAN_COMMANDS(FAR, 4)
  const second = ERSPAN_COMMANDS(COLLECTOR, 5)
  const log = [
    ...first.map((command, index) => logged(slow(index), command, { sequence: 100 + 2 * index })),
    ...second.map((command, index) => logged(later(slow(index), 1), command, { sequence: 101 + 2 * index })),
  ]
  const accounting = [
    ...first.map((command, index) => accounted(slow(index), command, { port: 'tty2', task: 100 + 2 * index })),
    ...second.map((command, index) =>
      accounted(later(slow(index), 1), command, { port: 'tty3', task: 101 + 2 * index }),
    ),
  ]

  const { findings } = await scan({
    evidence: {
      'a_2026-11-13.cfg': config('edge-rtr-07', ...LOOPBACK),
      'edge.log': lines(log),
      'acct.log': lines(accounting),
    },
  })

  assert.deepEqual(findings.map(({ session }) => [session.name, session.destinations[0]?.ip]).sort(), [
    ['4', FAR],
    ['5', COLLECTOR],
  ])
  for (const finding of findings) assert.deepEqual(statements(finding, 'session-repointed'), [])
})

test('rule 10: a device 37 minutes ahead: log and accounting are one act, at the trusted time', async () => {
  const ahead = later(TYPED, 37 * 60)
  const log = lines(
    ERSPAN_COMMANDS(FAR).map((command, index) =>
      logged(later(TYPED, index), command, { device: deviceStamp(later(ahead, index)), sequence: 100 + index }),
    ),
  )
  const configuration = { 'a_2026-11-13.cfg': config('edge-rtr-07', ...LOOPBACK) }

  for (const start of ['', ahead]) {
    const acct = accountedRun(TYPED, ERSPAN_COMMANDS(FAR), { start })
    const answer = await scan({ evidence: { ...configuration, 'edge.log': log, 'acct.log': acct } })

    assert.equal(acts(answer)[0], '03:12:00 aaa+log')
    assert.equal(new Set(acts(answer)).size, acts(answer).length)
    assert.ok(
      acts(answer).every((act) => act.endsWith(' aaa+log')),
      acts(answer).join(),
    )
  }
})

test('rule 10: a log without collector times is corrected by what accounting shows of the same clock', async () => {
  const ahead = later(TYPED, 37 * 60)
  const log = ERSPAN_COMMANDS(FAR).map((command, index) =>
    logged(TYPED, command, { device: deviceStamp(later(ahead, index)) }).replace(
      /^\S+ \S+ /,
      `${100 + index}: edge-rtr-07: `,
    ),
  )

  const answer = await scan({
    evidence: {
      'a_2026-11-13.cfg': config('edge-rtr-07', ...LOOPBACK),
      'edge.log': lines(log),
      'acct.log': accountedRun(TYPED, ERSPAN_COMMANDS(FAR), { start: ahead }),
    },
  })

  assert.ok(
    acts(answer).every((act) => act.endsWith(' aaa+log')),
    acts(answer).join(),
  )
})

test('rule 10: a relay that writes local time without a zone is no trusted time, and moves nothing', async () => {
  const log = ERSPAN_COMMANDS(FAR).map((command, index) =>
    logged(later(TYPED, index), command, { sequence: index }).replace(/^\S+/, `Nov 14 04:12:0${index}`),
  )

  const finding = await scanForOne({ evidence: { 'edge.log': lines(log) } })

  assert.equal(finding.since, '2026-11-14T03:12:00.000Z')
})

test('rule 10: stored times stay as written', async () => {
  const { facts } = await scan({
    evidence: {
      'edge.log': lines([logged(TYPED, 'no monitor session 1', { device: deviceStamp(later(TYPED, 2220)) })]),
    },
  })

  assert.equal(facts.find(({ kind }) => kind === 'fragment')?.time.at, '2026-11-14T03:49:00.000Z')
})

test('rule 10: a cut that is inside the window only if the clocks are right needs a person', async () => {
  const unset = (at: string): string => `*${deviceStamp(at)}`
  const log = [
    ...ERSPAN_COMMANDS(FAR).map((command, index) =>
      logged(TYPED, command, { device: unset(later(TYPED, index)), sequence: index + 10 }),
    ),
    logged(TYPED, 'no logging host 192.0.2.50', { device: unset(later(TYPED, 3500)), sequence: 90 }),
  ].map((line) => line.replace(/^\S+ \S+ (\d+): /, '$1: edge-rtr-07: '))

  const finding = await scanForOne({ evidence: { 'edge.log': lines(log) } })

  assert.match(statements(finding, 'logging-impaired-around-change')[0] ?? '', /clocks may be off/)
  assert.equal(
    finding.severityBasis.some((step) => step.includes('one step up')),
    false,
  )
})

test('rule 12: where an answer rests on silence, a log too large to be heard whole is heard whole after all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tapwarden-rules-'))
  try {
    mkdirSync(join(folder, 'e'))
    writeFileSync(join(folder, 'e', DAY_13), config('edge-rtr-07', ...LOGS_COMMANDS))
    writeFileSync(join(folder, 'e', DAY_14), config('edge-rtr-07', ...LOGS_COMMANDS, ...erspan(FAR)))
    const large = join(folder, 'e', 'large.log')
    writeFileSync(large, 'nothing of note\n'.repeat(5000))
    // Holes make it large without room on disk: what they hold is one endless line. Of what follows one, a sample sees one line.
    truncateSync(large, 40 * 1024 * 1024)
    appendFileSync(large, `\nnothing of note\n${HEARD}`)
    truncateSync(large, 80 * 1024 * 1024)

    const { evidence, assessment } = await scanPaths({ paths: [join(folder, 'e')], at: '2026-11-15T00:00:00Z' })

    assert.equal(evidence.coverageBasis, 'exact')
    assert.equal(assessment.findings[0]?.verdict, 'unexplained')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('rule 12: a sender that carries several host names is a relay, and the name in the header counts', async () => {
  const log = ['edge-a', 'edge-b'].map((host, index) =>
    loggedRun(later(TYPED, index), ERSPAN_COMMANDS(FAR), { host, sequence: 100 * index }),
  )

  const { findings } = await scan({ evidence: { 'relay-1.log': log.join('') } })

  assert.deepEqual(findings.map(({ subject }) => subject).sort(), ['edge-a', 'edge-b'])
})

test('rule 14: equal configurations of many days are one life with one state', async () => {
  const files = Object.fromEntries(
    [11, 12, 13, 14].map((day) => [`edge-rtr-07_2026-11-${day}.cfg`, config('edge-rtr-07', ...erspan(FAR))]),
  )

  const { timelines } = await scan({ evidence: files })

  const [episode, other] = timelines.subjects[0]?.setups[0]?.episodes ?? []
  assert.deepEqual([episode?.from, episode?.states.length, other], ['2026-11-11T00:00:00.000Z', 1, undefined])
  assert.equal(episode?.facts.length, 4)
})

const MOMENTS: readonly (readonly [at: string, status: string | undefined])[] = [
  ['2026-11-14T03:00:00Z', undefined],
  ['2026-11-14T04:00:00Z', 'configured'],
  ['2026-11-14T06:00:00Z', 'ended'],
]

for (const [at, status] of MOMENTS) {
  test(`rule 15: --at ${at} tells of what was there then: ${status ?? 'nothing'}`, async () => {
    const log = loggedRun(TYPED, ERSPAN_COMMANDS(FAR)) + lines([logged('2026-11-14T05:00:00Z', 'no monitor session 4')])

    const { findings } = await scan({ at, evidence: { 'edge.log': log } })

    assert.equal(findings[0]?.status, status)
  })
}

test('rule 15: --at asks for trusted time: what a clock that is ahead dates later has happened', async () => {
  const log = ERSPAN_COMMANDS(FAR).map((command, index) =>
    logged(later(TYPED, index), command, { device: deviceStamp(later(TYPED, 2220 + index)), sequence: index }),
  )

  const { findings } = await scan({ at: later(TYPED, 300), evidence: { 'edge.log': lines(log) } })

  assert.equal(findings.length, 1)
})
