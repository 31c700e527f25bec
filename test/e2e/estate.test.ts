import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { LineTrace } from '../../src/app/answers/trace-line.ts'
import type { Finding } from '../../src/findings/finding.ts'
import type { ScanReport } from '../../src/findings/report/report.ts'
import {
  project,
  readExpected,
  readProjectFile,
  type SessionsAnswer,
  tapwarden,
  tapwardenJson,
} from './_testing/tapwarden.ts'

const estate = 'examples/estate'
const scanned = tapwarden(['scan', estate, '--json'])
const report: ScanReport = JSON.parse(scanned.stdout)

function findingOf(subject: string, session: string): Finding {
  const found = report.findings.find((finding) => finding.subject === subject && finding.session.name === session)
  assert.ok(found !== undefined, `no finding of session ${session} of ${subject}`)
  return found
}

test('the estate gives exactly the findings of its story', () => {
  assert.equal(scanned.status, 0, scanned.stderr)
  const found = report.findings.map((finding) => ({
    subject: finding.subject,
    session: finding.session.name,
    kind: finding.kind,
    verdict: finding.verdict,
    severity: finding.severity,
    status: finding.status,
    conduct: finding.conduct,
    reasons: [...new Set(finding.reasons.map(({ detection }) => detection))].sort(),
  }))
  assert.deepEqual(found, readExpected('estate.expected.json'))
})

test('who did what, seen by whom', () => {
  const cut = findingOf('edge-rtr-1', '66')
  assert.deepEqual(cut.actor.accounts, ['netops-3'])
  assert.deepEqual(cut.actor.from, ['203.0.113.9'])
  assert.deepEqual(cut.witnesses, ['aaa-server', 'device', 'sensor'])
  assert.equal(cut.since, '2026-11-14T03:12:03.000Z')
  assert.equal(cut.legs.config, 'seen')
  assert.equal(cut.legs.aaa, 'seen')
  assert.equal(cut.legs.log, 'not-available', 'it was cut before')
  assert.match(cut.coverage.statement, /log heard .* to 2026-11-14 03:08Z, silent since/)
  assert.equal(findingOf('acc-sw-2', '1').legs.log, 'not-available', 'it carries no commands')
  const silent = findingOf('core-rtr-1', '10')
  assert.deepEqual([silent.since, silent.sinceBasis], ['2026-11-16T02:00:00.000Z', 'seen'])
  assert.deepEqual([silent.legs.log, silent.legs.aaa], ['not-seen', 'not-seen'])
  assert.deepEqual(silent.actor.accounts, [])
  assert.deepEqual(silent.witnesses, ['device', 'neighbour'], 'dist-sw-1 sampled the copy on its way')
  const tap = findingOf('acc-sw-1', '1')
  assert.equal(tap.approval.id, 'APR-2')
  assert.equal(tap.aliases.length, 1, 'the far end on dist-sw-1 is part of the same finding')
})

test('of a re-pointed session it is told since when and by whom it goes where it goes', () => {
  const { since, sinceBasis, actor, episodes } = findingOf('aws:111122223333', 'tms-0a1b2c3d4e5f60718')
  assert.deepEqual([since, sinceBasis], ['2026-11-15T21:40:44.000Z', 'change'])
  assert.deepEqual(actor.accounts, ['cloud-admin-1'])
  assert.deepEqual(
    actor.acts.map(({ account, session }) => [account, session]),
    [
      ['mirror-pipeline', 'run-118'],
      ['cloud-admin-1', undefined],
    ],
  )
  assert.equal(episodes[0]?.from, '2026-11-12T10:02:41.000Z')
})

test('thresholds end with 1: severity of what is not approved, coverage of what is in the inventory', () => {
  assert.equal(tapwarden(['scan', estate, '--fail-on', 'high']).status, 1)
  assert.equal(tapwarden(['scan', estate, '--fail-on', 'critical']).status, 1)
  assert.equal(tapwarden(['scan', `${estate}/configs`, '--fail-on', 'critical']).status, 0)
  assert.equal(tapwarden(['scan', estate, '--min-coverage', '100']).status, 1)
  assert.equal(tapwarden(['scan', estate, '--min-coverage', '80']).status, 0)
})

test('docs/examples/scan.txt is what the command prints', () => {
  const { stdout } = tapwarden(['scan', estate])
  const shown = 'docs/examples/scan.txt'
  if (process.env['TAPWARDEN_WRITE_EXAMPLES'] !== undefined) writeFileSync(join(project, shown), stdout)
  assert.equal(
    readProjectFile(shown),
    stdout,
    `${shown} is stale; write it afresh with: TAPWARDEN_WRITE_EXAMPLES=1 npm test -- estate.test`,
  )
})

test('data goes to stdout, talk to stderr, colours only where wanted', () => {
  assert.equal(JSON.stringify(report, null, 2), scanned.stdout.trimEnd())
  for (const line of scanned.stderr.trimEnd().split('\n'))
    assert.match(line, /flow|sampled packets|with flows|captured packets/)
  assert.match(tapwarden(['scan', 'LICENSE', '--json']).stderr, /reading\/unknown-format/)
  const colourful = tapwarden(['scan', estate], { FORCE_COLOR: '1' })
  const plain = tapwarden(['scan', estate], { FORCE_COLOR: '1', NO_COLOR: '1' })
  assert.ok(colourful.stdout.includes('\u001b['))
  assert.ok(!plain.stdout.includes('\u001b['))
  assert.equal(colourful.stdout.replaceAll(/\u001b\[\d+m/g, ''), plain.stdout)
})

test('explain shows the lines that prove a finding, where they stand, and exact commands', () => {
  const { id } = findingOf('edge-rtr-1', '66')
  const { status, stdout } = tapwarden(['explain', id.slice(0, 6), estate])
  assert.equal(status, 0)
  const places = [...stdout.matchAll(/^ {2}.* (examples\/estate\/\S+):(\d+)\n {4}(.*)$/gm)]
  assert.ok(places.length >= 6)
  for (const [, path = '', line = '', excerpt = ''] of places) {
    const written = readProjectFile(path).split('\n')[Number(line) - 1] ?? ''
    assert.ok(written.includes(excerpt.trim()), `${path}:${line} does not hold: ${excerpt}`)
  }
  const playbook = stdout.slice(stdout.indexOf('\nPlaybook'))
  assert.match(
    playbook,
    /contain:.*\n {4}configure terminal\n {4}monitor session 66 type erspan-source\n {5}shutdown\n {4}end/,
  )
  assert.match(playbook, /verify:.*\n {4}show monitor session 66\n/)
  assert.match(playbook, /roll-back:.*\n {4}configure terminal\n/)
})

test('explain of the re-pointed session gives the call that points it back', () => {
  const { id } = findingOf('aws:111122223333', 'tms-0a1b2c3d4e5f60718')
  const { playbook } = tapwardenJson<Finding>('explain', id, estate)
  const contain = playbook.find(({ stage }) => stage === 'contain')
  assert.deepEqual(contain?.commands, [
    'aws ec2 modify-traffic-mirror-session --region eu-west-1 --traffic-mirror-session-id tms-0a1b2c3d4e5f60718 --traffic-mirror-target-id tmt-0a1b2c3d4e5f60719',
  ])
})

test('explain of a session that exceeds its approval takes away what exceeds, and nothing else', () => {
  const { playbook, attack } = findingOf('core-rtr-1', '10')
  const commandsOf = (stage: string) => playbook.find((step) => step.stage === stage)?.commands
  const head = ['configure terminal', 'monitor session 10 type erspan-source']
  assert.deepEqual(commandsOf('contain'), [...head, ' no source interface TenGigabitEthernet0/1/1', 'end'])
  assert.deepEqual(commandsOf('roll-back'), [...head, ' source interface TenGigabitEthernet0/1/1', 'end'])
  assert.match(
    playbook.find(({ stage }) => stage === 'scope')?.text ?? '',
    /between the snapshots of 2026-11-15 02:00Z/,
  )
  assert.deepEqual(attack, ['AN1132', 'DET0403', 'T1020.001'])
})

test('explain says what to do about an id that no finding has', () => {
  const { status, stderr, stdout } = tapwarden(['explain', 'ffffffff', estate])
  assert.equal(status, 2)
  assert.equal(stdout, '')
  assert.match(stderr, /^TW_[A-Z_]+: .*ffffffff/m)
})

test('sessions: one row per session, and every line read is counted', () => {
  const { sessions, counts } = tapwardenJson<SessionsAnswer>('sessions', estate)
  assert.deepEqual(
    sessions.map(({ subject, name }) => `${subject} ${name}`),
    readExpected('estate-sessions.expected.json'),
  )
  assert.equal(counts.inputs, counts.byInput.length)
  for (const { path, counts: outcomes } of counts.byInput) {
    // What a bundle holds is no file of the repository; flows are counted by record, and a line may hold both ways of one.
    if (path.includes('.bundle') || path.includes('/flows/')) continue
    const sum = Object.values(outcomes).reduce((total, count) => total + count, 0)
    assert.equal(sum, unitsIn(path), path)
  }
})

/** Lines of a text, records of an audit trail: each stands on a line of its own in the estate. */
function unitsIn(path: string): number {
  const lines = readProjectFile(path).trimEnd().split('\n').length
  return path.endsWith('.json') ? lines - 2 : lines
}

test('trace tells what became of a line', () => {
  const accounting = 'examples/estate/aaa/accounting-2026-11-14.log'
  const typed = lineOf(accounting, 'cmd=monitor session 66 type erspan-source')
  const found = tapwardenJson<LineTrace>('trace', `${accounting}:${typed}`)
  assert.ok(found.stages.some(({ stage, says }) => stage === 'outcome' && says.startsWith('modelled')))
  assert.match(found.findings[0]?.sentence ?? '', /198\.51\.100\.200/)
  const config = 'examples/estate/configs/2026-11-16T02-00Z/acc-sw-1.cfg'
  const banner = tapwardenJson<LineTrace>('trace', `${config}:${lineOf(config, 'monitor session 9 source')}`)
  assert.ok(banner.stages.some(({ stage, says }) => stage === 'outcome' && says.startsWith('irrelevant')))
  assert.deepEqual(banner.findings, [])
})

function lineOf(path: string, text: string): number {
  return (
    readProjectFile(path)
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  )
}

test('coverage: a figure for each leg, and who is silent', () => {
  const { figures, coverage } = tapwardenJson<ScanReport>('coverage', estate)
  assert.deepEqual(figures, {
    denominator: 'inventory',
    config: { heard: 41, of: 41 },
    commands: { heard: 40, of: 41 },
    audit: { heard: 3, of: 3 },
    flow: { heard: 6, of: 41 },
  })
  const legOf = (subject: string, wanted: string) =>
    coverage.find((row) => row.subject === subject)?.legs.find(({ leg }) => leg === wanted)
  assert.equal(legOf('edge-rtr-1', 'log')?.last, '2026-11-14T03:08:11.600Z')
  assert.equal(legOf('acc-sw-2', 'log')?.commands, false)
  assert.equal(legOf('acc-sw-1', 'log')?.commands, true)
})
