import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadContext, Reading } from '../../contract.ts'
import { readDocument } from './read-document.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

function read(lines: readonly string[]): Reading {
  return readDocument({ text: lines.join('\n'), place: { path: 'case.cfg', line: 1 }, cutOff: false }, context)
}

function snapshotOf({ facts }: Reading) {
  const snapshot = facts.find((fact) => fact.kind === 'snapshot')
  assert.ok(snapshot !== undefined)
  return snapshot
}

test('of features and of what stands behind a name only so much is kept, and the cut is told', () => {
  const routes = Array.from(
    { length: 2001 },
    (_, index) => `ip route 10.${index >> 8}.${index & 255}.0 255.255.255.0 192.0.2.1`,
  )
  const entries = Array.from({ length: 300 }, (_, index) => ` permit tcp any any eq ${index + 1}`)
  const session = ['monitor session 1 source interface Gi1/0/1', 'monitor session 1 filter ip access-group TAP']

  const reading = read([...routes, 'ip access-list extended TAP', ...entries, ...session, 'end'])

  const { features, sessions } = snapshotOf(reading)
  assert.equal(features?.length, 2000)
  assert.equal(sessions[0]?.session.references?.['access-list TAP']?.length, 256)
  assert.deepEqual(
    reading.notes.map(({ code, place }) => `${code} ${place.line}`),
    ['cisco-ios/cut 1', 'cisco-ios/cut 2001'],
  )
})

test('the same names stand for more after somebody widened a list', () => {
  const before = ['ip access-list extended TAP', ' permit tcp any any eq 443']
  const session = ['monitor session 1 source interface Gi1/0/1', 'monitor session 1 filter ip access-group TAP', 'end']

  const [was, is] = [before, [...before, ' permit ip any any']].map((list) => snapshotOf(read([...list, ...session])))

  assert.equal(was?.sessions[0]?.session.filter, is?.sessions[0]?.session.filter)
  assert.deepEqual(is?.sessions[0]?.session.references, {
    'access-list TAP': ['permit tcp any any eq 443', 'permit ip any any'],
  })
})
