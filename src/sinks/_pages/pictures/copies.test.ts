import assert from 'node:assert/strict'
import { test } from 'node:test'
import { approvedFinding, finding, report } from '../_testing/reports.ts'
import { MAX_COPY_ROWS, toCopyPicture } from './copies.ts'

test('sessions of one subject with one end and verdict are one row; rows of a subject stand together', () => {
  const here = finding({
    id: 'b',
    session: { ...finding().session, name: '67', sources: [{ vlan: 10, direction: 'rx' }] },
  })
  const { rows, notDrawn } = toCopyPicture(report([finding(), approvedFinding(), here]))
  assert.deepEqual(
    rows.map(({ subject, sources, carrier, destination, count }) => [subject, sources, carrier, destination, count]),
    [
      ['edge-rtr-1', 'TenGigabitEthernet0/0/0 +1', 'ERSPAN', '198.51.100.200', 2],
      ['dist-sw-1', 'TenGigabitEthernet0/0/0', 'ERSPAN', '198.51.100.200', 1],
    ],
  )
  assert.equal(notDrawn, 0)
})

test('an end on the device is named with the device; what ended, was refused or is shared is no row', () => {
  const local = finding({
    session: { ...finding().session, kind: 'local', destinations: [{ interface: 'Ethernet48' }] },
  })
  const gone = finding({ id: 'gone', status: 'ended' })
  const object = finding({ id: 'o', setup: { ...finding().setup, setupClass: 'object' } })
  assert.deepEqual(
    toCopyPicture(report([local, gone, object])).rows.map(({ destination }) => destination),
    ['Ethernet48 of edge-rtr-1'],
  )
})

test('above forty rows the approved ones fold by platform, and what is left over is counted', () => {
  const approved = Array.from({ length: 60 }, (_, index) =>
    approvedFinding({ id: `a${index}`, subject: `sw-${index}` }),
  )
  const folded = toCopyPicture(report([finding(), ...approved]))
  assert.deepEqual(
    folded.rows.map(({ subject, sources, count }) => [subject, sources, count]),
    [
      ['edge-rtr-1', 'TenGigabitEthernet0/0/0', 1],
      ['60 × cisco-ios', '60 approved copies', 60],
    ],
  )
  const many = Array.from({ length: 70 }, (_, index) => finding({ id: `f${index}`, subject: `rtr-${index}` }))
  const cut = toCopyPicture(report([...many, ...approved]))
  assert.equal(cut.rows.length, MAX_COPY_ROWS)
  assert.equal(cut.notDrawn + cut.rows.reduce((sum, { count }) => sum + count, 0), 130)
})
