/** A vendor is one folder: the made-up one, laid into a copy of the project, is read by the public command; nothing else changes. */
import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { after, test } from 'node:test'
import { installNewVendor, NEW_VENDOR, scanNewVendor } from '../../tools/scaffold/trial/new-vendor.ts'
import { copyTree, isOnePlugIn } from '../../tools/scaffold/trial/tree-copy.ts'

const copy = copyTree()
after(copy.remove)
const installed = installNewVendor(copy)

test('the files that differ are its folder and its changelog fragment', () => {
  const changes = copy.changes()

  assert.equal(installed.status, 0, installed.stderr)
  assert.ok(changes.length > 20, String(changes))
  assert.ok(isOnePlugIn(changes, { room: 'dialects', name: NEW_VENDOR.name }), String(changes))
})

test('it is among the platforms', () => {
  assert.match(copy.run('src/cli/main.ts', 'platforms').stdout, /^lumenwire-lwos\s+Lumenwire LWOS\s/m)
})

test('its configuration and its log meet in findings', () => {
  const told = scanNewVendor(copy).map(
    ({ subject, setup: { address }, verdict, severity, sentence }) =>
      `${subject} ${address.namespace} ${address.id}, ${verdict}, ${severity}: ${sentence.replace(/inventory [0-9a-f]{4}/, 'inventory')}`,
  )

  assert.deepEqual(told, [
    'edge-lw-1 tap-group 4, unapproved, high: edge-lw-1 was told to copy 1/7 (rx) to 203.0.113.66 by GRE (2026-11-14 03:12Z); no approval in inventory covers it (nearest: APR-1, other sources, other destination).',
    'edge-lw-1 tap-group 1, approved, info: edge-lw-1 is configured to copy 1/1 to ids-collector-1 (as of 2026-11-13 02:00Z); approval APR-1 covers it.',
  ])
})

test('its own tests pass, and the contract of all dialects', () => {
  const tests = globSync(`src/dialects/${NEW_VENDOR.name}/*.test.ts`, { cwd: copy.folder })

  const { status, stdout } = copy.run('--test', ...tests, 'test/contracts/dialects.test.ts')

  assert.equal(tests.length, 4)
  assert.equal(status, 0, stdout.slice(-4000))
})
