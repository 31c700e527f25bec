import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assess } from '../_testing/assessments.ts'
import { episode, setup, snapshotState } from '../_testing/setups.ts'
import { session } from '../_testing/subjects.ts'
import { tellExposure } from './exposure.ts'

const source = { class: 'S3' as const, because: 'Te0/0/1 is of critical sensitivity' }

function exposure(of = session(), changes: Parameters<typeof setup>[1] = {}) {
  const one = setup({ episodes: [episode({ states: [snapshotState(of)] })] }, changes)
  return tellExposure({ main: assess(one), members: [], source, facts: new Map() })
}

test('exposure says whose traffic can be read, how sensitive it is, and who else is on the way', () => {
  assert.deepEqual(exposure(), {
    sources: ['interface TenGigabitEthernet0/0/1'],
    observed: [],
    sensitivity: 'critical',
    statement:
      'A reader of the copy can see the traffic of Te0/0/1 (rx) (Te0/0/1 is of critical sensitivity). ERSPAN does not encrypt: whoever is on the way can read it as well.',
  })
})

test('what limits the copy, and what the port lets in, is said', () => {
  const details = { truncateBytes: 128, ingress: 'untagged vlan 5' }
  const { statement } = exposure(
    session({ kind: 'local', filter: 'ACL-7', details, destinations: [{ interface: 'Gi1/0/2' }] }),
  )

  assert.match(statement, /Only what filter ACL-7 lets through is copied\./)
  assert.match(statement, /the first 128 bytes are copied\./)
  assert.match(statement, /lets its reader send into the network\.$/)
})

test('a refused or unfinished session exposes nothing', () => {
  assert.equal(exposure(session(), { setupClass: 'attempt' }).statement, 'Nothing was copied by a refused act.')
  assert.match(exposure(session({ destinations: [], incomplete: true })).statement, /^Nothing can be copied before/)
})
