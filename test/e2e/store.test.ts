import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { tapwarden } from './_testing/tapwarden.ts'

const estate = 'examples/estate'
const folder = mkdtempSync(join(tmpdir(), 'tapwarden-store-'))
after(() => rmSync(folder, { recursive: true }))

test('the answer is the same without a store, with one, and when everything is read into it again', () => {
  const parameters = ['scan', estate, '--json']
  const stored = [...parameters, '--store', join(folder, 'tapwarden.db')]
  const [without, first, second] = [tapwarden(parameters), tapwarden(stored), tapwarden(stored)]
  assert.equal(first.status, 0, first.stderr)
  assert.equal(first.stdout, without.stdout)
  assert.equal(second.stdout, without.stdout)
})
