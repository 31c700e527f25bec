import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { NAMESPACE } from './grammar.ts'
import { writePlaybook } from './playbook.ts'

const address = { scope: '', namespace: NAMESPACE, id: '4' }
const session: MirrorSession = {
  name: '4',
  kind: 'encapsulated',
  sources: [
    { interface: '1/7', direction: 'rx' },
    { vlan: 210, direction: 'both' },
  ],
  destinations: [{ ip: '203.0.113.66', encapsulation: 'gre' }],
  enabled: true,
}
const MADE = ['tap-group 4', ' watch port 1/7 inbound', ' watch vlan 210', ' deliver remote 203.0.113.66', ' active']

test('a copy that nobody approved is made inactive, and can be made active again', () => {
  const { contain, rollback } = writePlaybook({ address, session })

  assert.deepEqual(contain, ['configure', 'tap-group 4', ' no active', 'end'])
  assert.deepEqual(rollback, ['configure', 'tap-group 4', ' active', 'end'])
})

test('what is allowed of it takes its place', () => {
  const allowed: MirrorSession = { ...session, kind: 'local', destinations: [{ interface: '1/24' }], enabled: false }

  const { contain, rollback } = writePlaybook({ address, session, allowed })

  const part = ['tap-group 4', ' watch port 1/7 inbound', ' watch vlan 210', ' deliver port 1/24']
  assert.deepEqual(contain, ['configure', 'no tap-group 4', ...part, 'end'])
  assert.deepEqual(rollback, ['configure', 'no tap-group 4', ...MADE, 'end'])
})
