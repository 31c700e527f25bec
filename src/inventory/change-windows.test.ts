import assert from 'node:assert/strict'
import test from 'node:test'
import { findChangeWindow } from './change-windows.ts'
import { parseInventory } from './parse-inventory.ts'
import { resolveSubjects } from './resolve-subjects.ts'

const INVENTORY = parseInventory([
  {
    path: 'inventory.yaml',
    text: `devices: [{ name: edge-1, role: edge }, { name: core-1, role: core }]
changeWindows:
  - { name: first, from: 2026-11-14T02:00:00Z, until: 2026-11-14T04:00:00Z, scope: { role: edge } }
  - { name: second, from: 2026-11-14T06:00:00Z, until: 2026-11-14T07:00:00Z, scope: { role: edge } }
`,
  },
])

function windowAt(time: string, device = 'edge-1'): string | undefined {
  const subject = resolveSubjects([], INVENTORY).resolve({
    realm: 'default',
    names: [{ by: 'hostname', value: device }],
  })
  assert(subject !== undefined)
  const found = findChangeWindow(`2026-11-14T${time}Z`, subject, INVENTORY)
  return found && `${found.window.name} ${found.missedByMs}`
}

test('inside a window nothing is missed, from its first instant on', () => {
  assert.equal(windowAt('02:00:00.000'), 'first 0')
  assert.equal(windowAt('03:59:59.999'), 'first 0')
})

test('a window does not hold at its end', () => {
  assert.equal(windowAt('04:00:00.000'), 'first 1')
})

test('outside, the nearest window says by how much', () => {
  assert.equal(windowAt('01:59:00.000'), 'first -60000')
  assert.equal(windowAt('05:30:00.000'), 'second -1800000')
  assert.equal(windowAt('04:59:59.000'), 'first 3599001')
})

test('a device that no window speaks of has none', () => {
  assert.equal(windowAt('03:00:00.000', 'core-1'), undefined)
})
