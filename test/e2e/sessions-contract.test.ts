import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SessionRow } from '../../src/app/answers/list-sessions.ts'
import type { ScanReport } from '../../src/findings/report/report.ts'
import { readExpected, type SessionsAnswer, tapwardenJson } from './_testing/tapwarden.ts'

const fixtures = 'test/e2e/fixtures'
const members = ['name', 'kind', 'role', 'sources', 'destinations', 'filter', 'enabled'] as const

/** The members that the contract of `sessions --json` promises; those that a session lacks stay out. */
function promised(row: SessionRow): Readonly<Record<string, unknown>> {
  return Object.fromEntries(members.filter((member) => member in row).map((member) => [member, row[member]]))
}

test('ios-1: every session of the fixture, and nothing that only looks like one', () => {
  const { sessions } = tapwardenJson<SessionsAnswer>('sessions', `${fixtures}/ios-1/input.cfg`)
  assert.deepEqual(sessions.map(promised), readExpected('fixtures/ios-1/expected.json'))
  assert.ok(sessions.every(({ subject, platform }) => subject === 'acc-sw1' && platform === 'cisco-ios'))
  assert.deepEqual(
    sessions[1]?.evidence.map(({ line }) => line),
    [14, 15],
  )
})

test('tacplus-1: one session, typed line by line by one account; the line of another does not join it', () => {
  const log = `${fixtures}/tacplus-1/input.log`
  const { sessions } = tapwardenJson<SessionsAnswer>('sessions', log, '--at', '2026-05-04')
  assert.deepEqual(sessions.map(promised), readExpected('fixtures/tacplus-1/expected.json'))
  const { findings } = tapwardenJson<ScanReport>('scan', log, '--at', '2026-05-04')
  assert.equal(findings.length, 1)
  assert.deepEqual(findings[0]?.actor.accounts, ['alice'])
  assert.ok(!JSON.stringify(findings).includes('192.0.2.99'))
})
