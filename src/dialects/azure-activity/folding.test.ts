/** What a run of records leaves of a session, by the edits that they make. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits, type EditedSession } from '../../facts/apply-edits.ts'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }
const group = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network'
const nic = `${group}/networkInterfaces/nic-1`.toLowerCase()

function write(tap?: string) {
  const properties = tap === undefined ? {} : { virtualNetworkTap: { id: `${group}/virtualNetworkTaps/${tap}` } }
  return record(
    'networkInterfaces/tapConfigurations/write',
    'networkInterfaces/nic-1/tapConfigurations/tap',
    properties,
  )
}

function record(operation: string, resource: string, properties: object = {}) {
  return {
    operationName: `Microsoft.Network/${operation}`,
    resourceId: `${group}/${resource}`,
    resultType: 'Success',
    properties: { responseBody: { properties } },
  }
}

function fold(records: readonly Readonly<Record<string, unknown>>[]): MirrorSession | undefined {
  let state: EditedSession | undefined
  for (const value of records) {
    for (const fact of dialect.json?.read({ value, place: { path: 'activity.json' } }, context)?.facts ?? []) {
      if (fact.kind === 'change') state = applyEdits(state, fact.edits, fact.name)
    }
  }
  return state?.session
}

function ends(session: MirrorSession | undefined): readonly (string | undefined)[] | undefined {
  return session?.destinations.map(({ resource }) => resource?.slice(resource.lastIndexOf('/') + 1))
}

test('a re-pointed configuration has its new TAP alone', () => {
  const session = fold([write('tap-1'), write('tap-9')])

  assert.deepEqual(ends(session), ['tap-9'])
  assert.deepEqual(session?.sources, [{ resource: nic, direction: 'both' }])
})

test('a write that nobody can read may have re-pointed it, until one is read again', () => {
  assert.deepEqual(ends(fold([write('tap-1'), write()])), ['tap-1', 'unknown'])
  assert.deepEqual(ends(fold([write('tap-1'), write(), write('tap-1')])), ['tap-1'])
})

test('a copy whose target no record names is a copy all the same', () => {
  const session = fold([write()])

  assert.equal(session?.incomplete, undefined)
  assert.equal(session?.enabled, true)
})

test('a capture that is stopped is off, and started again is on', () => {
  const capture = 'networkWatchers/w/packetCaptures/p'
  const started = record('networkWatchers/packetCaptures/write', capture, { target: `${group}/vm` })
  const stopped = record('networkWatchers/packetCaptures/stop/action', capture)

  assert.equal(fold([started, stopped])?.enabled, false)
  assert.equal(fold([started, stopped, started])?.enabled, true)
  assert.equal(fold([started, record('networkWatchers/packetCaptures/delete', capture)]), undefined)
})
