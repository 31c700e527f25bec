/** Every folder of `cases/`: records in, exactly these facts, notes and outcomes out. Adding a case adds no code. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Fact } from '../../facts/fact.ts'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'

const casesFolder = new URL('./cases/', import.meta.url)
const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

for (const name of readdirSync(casesFolder).sort()) {
  test(`case ${name}`, () => {
    const folder = new URL(`${name}/`, casesFolder)

    const found = readFileSync(new URL('input.jsonl', folder), 'utf8').trim().split('\n').map(readLine)

    assert.deepEqual(found, JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')))
    assert.match(readFileSync(new URL('origin.yaml', folder), 'utf8'), /^origin: .+\nlicence: .+\n/)
  })
}

function readLine(line: string, index: number): unknown {
  const record = { value: JSON.parse(line), place: { path: 'audit.jsonl', line: index + 1 } }
  const reading = dialect.json?.read(record, context)
  const heard = dialect.json?.hear(record, context)
  for (const fact of reading?.facts ?? []) assert.deepEqual(Fact.parse(fact), fact)
  const { outcome, because, facts, notes } = reading ?? { outcome: 'not ours', because: '', facts: [], notes: [] }
  // Through JSON, so that what is compared is what is stored.
  return JSON.parse(
    JSON.stringify({
      outcome,
      because,
      facts,
      notes: notes.map(({ code, message }) => `${code}: ${message}`),
      heard: heard === undefined ? null : `${heard.leg} of ${heard.ref.names[0]?.value} at ${heard.at}`,
    }),
  )
}
