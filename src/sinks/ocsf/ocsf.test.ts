import assert from 'node:assert/strict'
import test from 'node:test'
import { HOSTILE, withHostileTexts } from '../_testing/hostile.ts'
import { testCases, testReport, testReports } from '../_testing/reports.ts'
import { ocsfValidator } from '../_testing/schemas.ts'
import { sink } from './index.ts'

type Event = Readonly<Record<string, unknown>>

const validate = ocsfValidator()

function eventsOf(report: Parameters<typeof sink.render>[0]): readonly Event[] {
  const lines = sink.render(report, { version: '0.1.0' }).split('\n')
  assert.equal(lines.pop(), '')
  return lines.map((line) => JSON.parse(line))
}

testCases(sink, import.meta.dirname)

for (const [name, report] of testReports()) {
  test(`every event of ${name} is valid`, () => {
    const events = eventsOf(report)
    assert.equal(events.length, report.findings.length + 1)
    for (const event of events) assert.deepEqual(validate(event), [])
  })

  test(`every event of ${name} is valid whatever evidence says, on one line without control characters`, () => {
    for (const offset of HOSTILE.keys()) {
      const text = sink.render(withHostileTexts(report, offset), { version: '0.1.0' })
      assert.doesNotMatch(
        text,
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800]/,
      )
      for (const line of text.trimEnd().split('\n')) assert.deepEqual(validate(JSON.parse(line)), [])
    }
  })
}

/** A valid event, and what makes it another: each must be refused. */
const BROKEN: readonly (readonly [what: string, alter: (event: Event) => unknown])[] = [
  ['an attribute that no class has', (event) => ({ ...event, attacker: 'x' })],
  ['an attribute that an object has not', (event) => ({ ...event, finding_info: { uid: 'a', subject: 'x' } })],
  ['a severity that is no number of the list', (event) => ({ ...event, severity_id: 7 })],
  ['a word for a number', (event) => ({ ...event, severity_id: 'high' })],
  ['no finding', ({ finding_info: _left, ...event }) => event],
  ['no product', (event) => ({ ...event, metadata: { version: '1.8.0' } })],
  ['an evidence that shows nothing', (event) => ({ ...event, evidences: [{ name: 'record' }] })],
  ['an address that is none', (event) => ({ ...event, evidences: [{ dst_endpoint: { ip: 'collector' } }] })],
  ['another class than its type', (event) => ({ ...event, type_uid: 200301 })],
  ['an attribute of a profile that is not declared', (event) => ({ ...event, cloud: { provider: 'AWS' } })],
  [
    'a profile without what it requires',
    (event) => ({ ...event, metadata: { ...metadata(event), profiles: ['cloud'] } }),
  ],
  ['an attribute that is deprecated', (event) => ({ ...event, ticket: { uid: 'CHG-1' } })],
]

function metadata({ metadata: found }: Event): object {
  assert.ok(typeof found === 'object' && found !== null)
  return found
}

for (const [what, alter] of BROKEN)
  test(`the schema refuses ${what}`, () => {
    const [event] = eventsOf(testReport('device-copy'))
    assert.ok(event !== undefined)
    assert.deepEqual(validate(event), [])
    assert.notDeepEqual(validate(alter(event)), [])
  })

test('an act that holds decides activity, status and alert; a copy that ended stays open', () => {
  const events = eventsOf(testReport('acted-upon')).slice(0, -1)
  const told = events.map(({ activity_name, status, is_alert, severity }) => [
    activity_name,
    status,
    is_alert,
    severity,
  ])
  assert.deepEqual(told, [
    ['Create', 'In Progress', true, 'High'],
    ['Close', 'Resolved', false, 'Medium'],
    ['Update', 'New', true, 'Low'],
    ['Update', 'Suppressed', false, 'Low'],
    ['Update', 'Approved', false, 'Informational'],
  ])
  const ended = testReport('acted-upon').findings.map((finding) => ({ ...finding, status: 'ended' as const }))
  const untouched = { ...testReport('acted-upon'), findings: ended, acts: [], newSinceLastScan: null }
  for (const event of eventsOf(untouched)) assert.equal(event['activity_name'], 'Create')
})
