import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MirrorSession } from '../facts/mirror-session.ts'
import { allowedPart } from './allowed-part.ts'
import { matchApproval } from './match-approvals.ts'
import { parseInventory } from './parse-inventory.ts'
import { resolveSubjects } from './resolve-subjects.ts'

const COPY: MirrorSession = {
  name: '10',
  kind: 'encapsulated',
  sources: [
    { interface: 'TenGigabitEthernet0/1/0', direction: 'both' },
    { interface: 'TenGigabitEthernet0/1/1', direction: 'both' },
  ],
  destinations: [{ ip: '192.0.2.140', encapsulation: 'erspan' }],
  enabled: true,
}

/** The part of a session that one approval, given by its members beyond scope and owner, allows. */
function allowedBy(members: string, session = COPY): MirrorSession | undefined {
  const text = `devices: [{ name: core-1 }]
approvals: [{ id: A, scope: { device: core-1 }, purpose: netops, owner: soc, ${members} }]`
  const inventory = parseInventory([{ path: 'inventory.yaml', text }])
  const subject = resolveSubjects([], inventory).resolve({
    realm: 'default',
    names: [{ by: 'hostname', value: 'core-1' }],
  })
  assert.ok(subject !== undefined)
  const address = { scope: '', namespace: 'monitor-session', id: '10' }
  const request = { subject, session, address, at: '2026-11-14T00:00:00.000Z' }
  const { nearest } = matchApproval(request, inventory)
  const part = nearest === undefined ? undefined : allowedPart(session, nearest)
  if (part !== undefined)
    assert.ok(matchApproval({ ...request, session: part }, inventory).approvedBy !== undefined, 'the part is approved')
  return part
}

test('an added source is left out, a direction narrowed, a filter put back', () => {
  assert.deepEqual(allowedBy('sources: [Te0/1/0]')?.sources, [COPY.sources[0]])
  assert.deepEqual(allowedBy('sources: [Te0/1/0], direction: rx')?.sources, [
    { interface: 'TenGigabitEthernet0/1/0', direction: 'rx' },
  ])
  assert.equal(allowedBy('filter: vlan 10')?.filter, 'vlan 10')
})

test('the filter of a cloud session stands in its details as well', () => {
  const part = allowedBy('filter: tmf-approved', { ...COPY, filter: 'tmf-wide', details: { filterId: 'tmf-wide' } })

  assert.deepEqual(part?.details, { filterId: 'tmf-approved' })
})

test('nothing is allowed of a copy that goes elsewhere, or of which no source is approved', () => {
  assert.equal(allowedBy('sources: [Te0/1/0], destinations: [{ ip: 192.0.2.9 }]'), undefined)
  assert.equal(allowedBy('sources: [Te9/9/9]'), undefined)
  assert.equal(allowedBy('sources: [Te0/1/0, Te0/1/1]'), undefined)
})
