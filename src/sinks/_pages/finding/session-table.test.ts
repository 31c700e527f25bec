import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finding } from '../_testing/reports.ts'
import { sessionTable } from './session-table.ts'

test('what it was before stands beside what it is, and only where it differs', () => {
  assert.deepEqual(sessionTable(finding()), [
    { property: 'Session', now: '66' },
    { property: 'Kind', now: 'encapsulated' },
    { property: 'Sources', now: 'interface TenGigabitEthernet0/0/0 (both)' },
    { property: 'Destinations', now: 'ip 198.51.100.200', before: 'ip 192.0.2.140' },
    { property: 'Carrier', now: 'ERSPAN' },
    { property: 'Enabled', now: 'yes' },
    { property: 'ERSPAN id', now: '66' },
  ])
})

test('a property that one of the two lacks is none there', () => {
  const { session } = finding()
  const rows = sessionTable({ session, before: { ...session, filter: 'TAP' } })
  assert.deepEqual(
    rows.filter(({ before }) => before !== undefined),
    [{ property: 'Filter', now: 'none', before: 'TAP' }],
  )
})
