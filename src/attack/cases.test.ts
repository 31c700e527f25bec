import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { TapwardenError } from '../kit/errors.ts'
import { sha256Hex } from '../kit/hash.ts'
import { type ReadBundle, readBundle } from './bundles/read-bundle.ts'
import { mitreNotice } from './notice.ts'
import { findObject } from './releases/find-object.ts'
import { listRelations, type Relation } from './releases/list-relations.ts'
import type { ReleaseIndex } from './releases/release-index.ts'

const folder = join(import.meta.dirname, 'cases')

interface Expected {
  readonly refused?: string
  readonly says?: string
  readonly release: string
  readonly stixVersion: string
  readonly objects: number
  readonly found: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

for (const name of readdirSync(folder)) {
  const bytes = readFileSync(join(folder, name, 'input.json'))
  const expected = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Expected
  const { refused, says } = expected
  test(`bundle ${name}`, () => {
    if (refused !== undefined) refuse(bytes, refused, says ?? '')
    else hold(bytes, expected)
  })
}

function refuse(bytes: Buffer, code: string, says: string): void {
  assert.throws(
    () => readBundle(bytes, 'input.json'),
    (error) => error instanceof TapwardenError && error.code === code && error.message.includes(says),
  )
}

function hold(bytes: Buffer, { release, stixVersion, objects, found }: Expected): void {
  const bundle = readBundle(bytes, 'input.json')
  const index = toIndex(bundle)

  assert.deepEqual(
    { release: bundle.release, stixVersion: bundle.stixVersion, objects: bundle.objects.length },
    { release, stixVersion, objects },
  )
  for (const { offset, sizeBytes, sha256 } of bundle.objects)
    assert.equal(sha256Hex(bytes.subarray(offset, offset + sizeBytes)), sha256)
  for (const [id, expected] of Object.entries(found)) {
    const object = findObject(index, id)?.object
    assert.ok(object, id)
    const { stixId, version, modified, status, sha256 } = object
    const relations = listRelations(index, stixId).map(inWords)
    assert.deepEqual({ stixId, version, modified, status, sha256, relations }, expected, id)
  }
}

function toIndex({ objects, release = '', statement }: ReadBundle): ReleaseIndex {
  const rows = objects.map(({ object, offset, sizeBytes, sha256 }) => ({
    ...object,
    file: 0,
    offset,
    bytes: sizeBytes,
    sha256,
  }))
  return { tapwardenAttackIndex: 1, release, notice: mitreNotice(statement), files: [], objects: rows }
}

function inWords({ relation, direction, other, says, through }: Relation): string {
  const tie = `${relation} ${direction} ${other.attackId ?? other.stixId}`
  return `${tie}${says === undefined ? '' : `: ${says}`}${through === undefined ? '' : ` through ${through}`}`
}
