/** Every folder of `cases/`: lines in, exactly these facts, notes and outcomes out. Adding a case adds no code. */
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
    const lines = readFileSync(new URL('input.log', folder), 'utf8').replace(/\n$/, '').split('\n')

    const found = lines.map(readLine)

    assert.deepEqual(found, JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')))
    assert.match(readFileSync(new URL('origin.yaml', folder), 'utf8'), /^origin: .+\nlicence: .+\n/)
  })
}

function readLine(text: string, index: number): unknown {
  const line = { text: text.replace(/\r$/, ''), place: { path: 'accounting.log', line: index + 1 } }
  const reading = dialect.line?.read(line, context)
  const heard = dialect.line?.hear(line, context)
  for (const fact of reading?.facts ?? []) {
    assert.deepEqual(Fact.parse(fact), fact)
    assert.ok(
      dialect.line?.needles.some((needle) => text.toLowerCase().includes(needle)),
      'the prefilter lets it through',
    )
  }
  const { outcome, because, facts, notes } = reading ?? { outcome: 'not ours', because: '', facts: [], notes: [] }
  // Through JSON, so that what is compared is what is stored.
  return JSON.parse(
    JSON.stringify({
      outcome,
      because,
      facts,
      notes: notes.map(({ code, message }) => `${code}: ${message}`),
      heard:
        heard === undefined
          ? null
          : `${heard.leg}${heard.commands ? ' with commands' : ''} of ${heard.ref.names[0]?.value} at ${heard.at}`,
    }),
  )
}
