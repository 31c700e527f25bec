import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EMPTY_INVENTORY } from '../../inventory/inventory.ts'
import { approval, assess } from '../_testing/assessments.ts'
import { episode, setup, snapshotState } from '../_testing/setups.ts'
import { NOW, session } from '../_testing/subjects.ts'
import { nextChangeOf } from './changes-at.ts'

test('the answer changes when the approval of what a session was before ends: its playbook goes back to that', () => {
  const elsewhere = session({ destinations: [{ ip: '203.0.113.66', encapsulation: 'erspan' }] })
  const states = [...episode().states, snapshotState(elsewhere)]
  const until = '2026-12-01T00:00:00.000Z'
  const approvals = [
    approval({ id: 'APR-11', destinations: [{ ip: '192.0.2.1' }] }),
    approval({ id: 'APR-12', destinations: [{ ip: '198.51.100.200' }], validUntil: until }),
  ]
  const context = { inventory: { ...EMPTY_INVENTORY, given: true, approvals }, now: NOW }

  assert.equal(nextChangeOf([assess(setup({ episodes: [episode({ states })] }))], context), until)
  assert.equal(nextChangeOf([assess(setup({ episodes: [episode({ states: states.slice(1) })] }))], context), undefined)
})
