import assert from 'node:assert/strict'
import test from 'node:test'
import { HOSTILE, withHostileTexts } from '../_testing/hostile.ts'
import { testCases, testReport, testReports } from '../_testing/reports.ts'
import { sarifValidator } from '../_testing/schemas.ts'
import { sink } from './index.ts'
import { plainMessage } from './message.ts'

const validate = sarifValidator()

testCases(sink, import.meta.dirname)

for (const [name, report] of testReports()) {
  test(`the log of ${name} is valid`, () => {
    assert.deepEqual(validate(JSON.parse(sink.render(report, { version: '0.1.0' }))), [])
  })

  test(`the log of ${name} is valid whatever evidence says, without control characters, links and placeholders`, () => {
    for (const offset of HOSTILE.keys()) {
      const text = sink.render(withHostileTexts(report, offset), { version: '0.1.0' })
      assert.doesNotMatch(
        text,
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800]/,
      )
      const log = JSON.parse(text)
      assert.deepEqual(validate(log), [])
      for (const { message } of log.runs[0].results) assert.doesNotMatch(message.text, /\]\(|(^|[^{])\{\d+\}/)
    }
  })
}

test('the schema refuses a result without a message, and a level that is none', () => {
  const log = JSON.parse(sink.render(testReport('device-copy'), { version: '0.1.0' }))
  const [result] = log.runs[0].results
  const withResult = (other: unknown) => ({ ...log, runs: [{ ...log.runs[0], results: [other] }] })
  assert.deepEqual(validate(withResult(result)), [])
  assert.notDeepEqual(validate(withResult({ ...result, message: undefined })), [])
  assert.notDeepEqual(validate(withResult({ ...result, level: 'critical' })), [])
  assert.notDeepEqual(validate(withResult({ ...result, attacker: 'x' })), [])
})

test('a result points at the lines that prove it, at the session where the report has no places', () => {
  const located = JSON.parse(sink.render(testReport('device-copy'), { version: '0.1.0' })).runs[0].results[0]
  assert.equal(located.locations[0].physicalLocation.artifactLocation.uri, 'evidence/edge-rtr-07_2026-11-13T02-00Z.cfg')
  const named = JSON.parse(sink.render(testReport('acted-upon'), { version: '0.1.0' })).runs[0].results[0]
  assert.match(named.locations[0].logicalLocations[0].fullyQualifiedName, /^fra-mx-2\/ghost/)
})

test('the fingerprint of a claim changes with the claim, that of a finding does not', () => {
  const report = testReport('device-copy')
  const [finding] = report.findings
  assert.ok(finding !== undefined)
  const wider = { ...report, findings: [{ ...finding, claim: { ...finding.claim, destinations: ['ip 203.0.113.1'] } }] }
  const [before, after] = [report, wider].map(
    (one) => JSON.parse(sink.render(one, { version: '0.1.0' })).runs[0].results[0].partialFingerprints,
  )
  assert.equal(before['finding/v1'], after['finding/v1'])
  assert.notEqual(before['claim/v1'], after['claim/v1'])
})

test('a message is no link and has no placeholders', () => {
  assert.equal(plainMessage('[x](http://example.com) {0}').text, '[x] (http://example.com) {{0}}')
})
