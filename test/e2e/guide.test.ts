import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FindingGuide } from '../../src/app/answers/guide/finding-guide.ts'
import type { HuntRow } from '../../src/app/answers/history/hunt.ts'
import type { ScanReport } from '../../src/findings/report/report.ts'
import { tapwarden, tapwardenJson } from './_testing/tapwarden.ts'

const { findings } = tapwardenJson<ScanReport>('scan', 'examples/estate', '--approved')
const find = (subject: string, detection: string): ScanReport['findings'][number] => {
  const found = findings.find(
    (one) => one.subject === subject && one.reasons.some((reason) => reason.detection === detection),
  )
  assert.ok(found, `${subject} ${detection}`)
  return found
}

test('every finding that is not approved is asked the same eight questions first, approved ones none', () => {
  for (const { verdict, investigation } of findings) {
    const asked = investigation.slice(0, 8).map(({ ask }) => ask)
    if (verdict === 'approved') assert.deepEqual(asked, [])
    else
      assert.deepEqual(asked, [
        'Is the copy there, and does it run?',
        'Who made it what it is, and from where?',
        'Was it allowed, and was the act proper?',
        'Where does it go, and whose is that?',
        'What can be read in the copy?',
        'Was copied traffic seen leaving?',
        'What else did the same hands do?',
        'What could not be seen?',
      ])
  }
})

test('what the evidence answers is answered with its values, and what it does not is open with what to do', () => {
  const aws = find('aws:111122223333', 'session-repointed').investigation
  assert.deepEqual(
    aws.slice(0, 8).map(({ state }) => state),
    ['answered', 'answered', 'answered', 'partly', 'answered', 'open', 'open', 'partly'],
  )
  assert.equal(aws[1]?.answer, 'It was account cloud-admin-1 from 203.0.113.77, 2026-11-15 21:40Z (by audit).')
  assert.match(aws[5]?.next ?? '', /No flow records/)
  const ghost = find('fra-mx-2', 'ghost-mirror').investigation
  assert.equal(ghost[1]?.state, 'open')
  assert.equal(ghost[1]?.answer, undefined)
  assert.match(ghost[5]?.answer ?? '', /^Yes/)
})

test('the questions of the pages of its detections follow, each once, and none is answered for a person', () => {
  const { investigation, reasons } = find('aws:111122223333', 'session-repointed')
  const own = investigation.slice(8)
  assert.ok(own.some(({ ask }) => ask === 'Compare the two destinations. Who runs the new one?'))
  assert.equal(new Set(own.map(({ ask }) => ask)).size, own.length)
  assert.ok(own.length >= new Set(reasons.map(({ detection }) => detection)).size)
  assert.ok(own.every(({ state, answer }) => state === 'open' && answer === undefined))
})

test('a guide has hunts that its records can show, and says what tuning would do to all findings', () => {
  const { id } = find('aws:111122223333', 'session-repointed')
  const guide = tapwardenJson<FindingGuide>('guide', id, 'examples/estate')
  const hunts = guide.hunts.map(({ behaviour }) => behaviour)
  assert.ok(hunts.includes('cross-account-target'))
  assert.ok(!hunts.includes('aaa-fallback-local'), 'no cloud records that')
  const open = findings.filter(({ verdict }) => verdict !== 'approved').length
  const settings = guide.figures.map(({ setting, before, keepsThis }) => [setting, before, keepsThis])
  assert.deepEqual(settings, [
    ['ConfigChangeType=cli,netconf,snmp,console,copy,unknown', open, true],
    ['UserIdentity=cloud-admin-1', open, true],
  ])
  const typed = guide.figures[0]
  assert.ok(typed !== undefined && typed.changed > 0, 'other findings of the cloud would read otherwise')
})

test('a guide is a page with commands that can be run as they stand', () => {
  const { id } = find('edge-rtr-1', 'logging-impaired-around-change')
  const { stdout, status } = tapwarden(['guide', id, 'examples/estate'])
  assert.equal(status, 0)
  for (const heading of ['Investigate', 'Respond', 'Hunt', 'Ordinary circumstances', 'Tune'])
    assert.match(stdout, new RegExp(`^${heading}`, 'm'))
  assert.match(stdout, /tapwarden hunt --behaviour \S+ --since \S+ examples\/estate/)
  assert.ok(!stdout.includes(' PATH'))
})

test('a behaviour is hunted in own evidence by the acts that rules of other systems ask for', () => {
  const rows = (...words: readonly string[]): readonly HuntRow[] =>
    tapwardenJson<{ rows: readonly HuntRow[] }>('hunt', 'examples/estate', '--since', '30d', ...words).rows
  const cuts = rows('--behaviour', 'logging-impaired-around-change')
  assert.deepEqual(
    cuts.map(({ subject, kind }) => `${subject} ${kind}`),
    ['edge-rtr-1 signal', 'edge-rtr-1 signal', 'edge-rtr-1 signal', 'dc1-leaf-3 signal'],
  )
  const turned = rows('--behaviour', 'session-repointed')
  assert.deepEqual(
    turned.map(({ subject }) => subject),
    ['aws:111122223333', 'gcp:acme-prod'],
  )
  assert.ok(rows().length > turned.length)
  const { status, stderr } = tapwarden(['hunt', 'examples/estate', '--behaviour', 'no-such'])
  assert.equal(status, 2)
  assert.match(stderr, /TW_HUNT_BEHAVIOUR.*\n.*session-repointed/)
})
