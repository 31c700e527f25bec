import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ScanReport } from '../../src/findings/report/report.ts'
import { tapwardenJson } from './_testing/tapwarden.ts'

const folder = 'test/e2e/first-milestone'

test('one configuration, one log, one approval: one finding', () => {
  const approvals = ['--inventory', `${folder}/approvals.yaml`, '--at', '2026-11-14T09:00:00Z']
  const { findings } = tapwardenJson<ScanReport>('scan', folder, ...approvals)
  assert.equal(findings.length, 1)
  const [finding] = findings
  assert.ok(finding !== undefined)
  const { subject, kind, verdict, severity, status, session, actor, approval, legs, since } = finding
  assert.deepEqual(
    { subject, kind, verdict, severity, status, since },
    {
      subject: 'acc-sw-1',
      kind: 'mirror',
      verdict: 'unapproved',
      severity: 'medium',
      status: 'configured',
      since: '2026-11-13T21:05:40.310Z',
    },
  )
  assert.deepEqual(session.sources, [{ interface: 'GigabitEthernet1/0/1', direction: 'rx' }])
  assert.deepEqual(session.destinations, [{ interface: 'GigabitEthernet1/0/24' }])
  assert.deepEqual(actor.accounts, ['netops-1'])
  assert.equal(approval.nearest, 'APR-1')
  assert.deepEqual(approval.differences, [
    { dimension: 'destination', approved: 'GigabitEthernet1/0/48', found: 'GigabitEthernet1/0/24' },
  ])
  assert.equal(legs.config, 'seen')
  assert.equal(legs.log, 'seen')
})
