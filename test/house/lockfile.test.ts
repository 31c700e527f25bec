import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

interface Entry {
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const lockfile: { readonly packages: Readonly<Record<string, Entry>> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8'),
)

test('packages for other platforms are in the lockfile too, or npm ci refuses it there', () => {
  const wanted = Object.values(lockfile.packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))

  assert.deepEqual(
    wanted.filter((name) => lockfile.packages[`node_modules/${name}`] === undefined),
    [],
  )
})

test('the lockfile names packages, not where they were downloaded', () => {
  const addressed = Object.entries(lockfile.packages).filter(([, { resolved }]) => resolved !== undefined)

  assert.deepEqual(addressed, [])
})
