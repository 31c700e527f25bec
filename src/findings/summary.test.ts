import assert from 'node:assert/strict'
import { test } from 'node:test'
import { approval, composition, match } from './_testing/assessments.ts'
import { setup, timeline } from './_testing/setups.ts'
import { ADDRESS } from './_testing/subjects.ts'
import { composeFindings } from './compose-findings.ts'
import { summariseFindings } from './summary.ts'

test('every verdict and severity has a figure, and cases count what is not approved', () => {
  const setups = ['1', '2', '3'].map((id) => setup({}, { address: { ...ADDRESS, id } }))
  const approvals = new Map([[setups[0]?.id ?? '', match({ approvedBy: approval() })]])
  const timelines = { subjects: [timeline({ setups })], conflicts: [], tickets: [], collectorStreams: [] }

  const summary = summariseFindings(composeFindings(composition({ timelines, approvals })))

  assert.equal(summary.total, 3)
  assert.equal(summary.cases, 1)
  assert.deepEqual(summary.byVerdict, {
    unapproved: 0,
    'exceeds-approval': 0,
    expired: 0,
    unexplained: 0,
    'needs-review': 2,
    attempted: 0,
    approved: 1,
  })
  assert.deepEqual(summary.bySeverity, { info: 1, low: 0, medium: 0, high: 2, critical: 0 })
})
