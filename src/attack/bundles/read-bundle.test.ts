import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { TapwardenError } from '../../kit/errors.ts'
import { sha256Hex } from '../../kit/hash.ts'
import { readBundle } from './read-bundle.ts'

const composed = readFileSync(join(import.meta.dirname, '..', 'cases', 'release-18.1', 'input.json'))

/** Either a coded error, or objects whose slices are what was hashed, in order and apart. */
function holds(bytes: Buffer): boolean {
  try {
    let at = 0
    for (const { object, offset, sizeBytes, sha256 } of readBundle(bytes, 'any').objects) {
      const slice = bytes.subarray(offset, offset + sizeBytes)
      assert.ok(offset >= at && offset + sizeBytes <= bytes.length)
      assert.equal(sha256Hex(slice), sha256)
      assert.equal((JSON.parse(slice.toString('utf8')) as { readonly id: string }).id.toLowerCase(), object.stixId)
      at = offset + sizeBytes
    }
    return true
  } catch (error) {
    if (error instanceof TapwardenError) return false
    throw error
  }
}

test('any bytes are read or refused with a code', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    '\\',
    ',',
    ':',
    ' ',
    '"objects":[',
    '"id":"',
    'null',
    '1',
    '\u00e9',
  )
  const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => Buffer.from(parts.join('')))
  const any = fc.oneof(
    texts,
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  )

  fc.assert(fc.property(any, (bytes) => void holds(bytes)))
})

test('a bundle with a byte changed, or cut anywhere, is read or refused with a code', () => {
  const at = fc.nat({ max: composed.length - 1 })
  let [read, refused] = [0, 0]
  fc.assert(
    fc.property(at, fc.nat({ max: 255 }), fc.boolean(), (place, byte, cut) => {
      const bytes = Buffer.from(cut ? composed.subarray(0, place) : composed)
      if (!cut) bytes[place] = byte
      if (holds(bytes)) read += 1
      else refused += 1
    }),
  )
  assert.ok(read > 0 && refused > 0)
})

test('objects are found as they are written, whatever stands between them', () => {
  const blank = fc.array(fc.constantFrom(' ', '\n', '\t', '\r'), { maxLength: 4 }).map((parts) => parts.join(''))
  const object = fc
    .tuple(fc.uuid(), fc.string({ maxLength: 20 }), fc.json({ maxDepth: 3 }))
    .map(([id, name, json]) =>
      `{"type":"x","id":"x--${id}","name":${JSON.stringify(name)},"more":${json}}`.replace('"x--', '"xx--'),
    )
  fc.assert(
    fc.property(fc.array(object, { maxLength: 6 }), blank, (objects, space) => {
      const list = objects.join(`${space},${space}`)
      const bytes = Buffer.from(
        `${space}{"type":"bundle",${space}"objects"${space}:${space}[${space}${list}${space}]}${space}`,
      )
      const found = readBundle(bytes, 'any').objects.map(({ offset, sizeBytes }) =>
        bytes.subarray(offset, offset + sizeBytes).toString('utf8'),
      )
      assert.deepEqual(found, objects)
    }),
  )
})

test('a byte order mark is not part of anything, and one object alone is read', () => {
  const alone = '{"type":"tool","id":"tool--00000000-0000-4000-8000-000000000001"}'

  const [object] = readBundle(Buffer.from(`\ufeff${alone}\n`), 'one').objects

  assert.deepEqual([object?.offset, object?.sizeBytes, object?.sha256], [3, alone.length, sha256Hex(alone)])
})
