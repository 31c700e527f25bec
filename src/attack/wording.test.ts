import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const rooms = ['attack', 'app/answers/attack', 'cli/commands/attack', 'cli/render/attack']

test('no text of our own attributes, or promises more than is asked', () => {
  const sources = rooms.flatMap((room) => {
    const folder = join(import.meta.dirname, '..', room)
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => join(folder, file))
  })
  const wrong = sources.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return [...text.matchAll(/attacker|adversar|malicious|compromis|exploit|guarantee|fully cover|100 ?%/gi)].map(
      ([word]) => `${file}: ${word}`,
    )
  })

  assert.ok(sources.length > 25)
  assert.deepEqual(wrong, [])
})
