/** Runs the store contract on every adapter there is, found by folder, so that a new one cannot be forgotten. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { StoreAdapter } from '../../src/store/contract.ts'
import { factExamples } from './fact-examples.ts'
import { type StoreUnderTest, testStoreContract } from './store.ts'

const adapters = join(import.meta.dirname, '../../src/store')
const folder = mkdtempSync(join(tmpdir(), 'tapwarden-store-'))
after(() => rmSync(folder, { recursive: true }))

let opened = 0
const stores: readonly StoreUnderTest[] = await Promise.all(folders(adapters).map(underTest))

for (const store of stores) testStoreContract(store)

test('every adapter answers with the same bytes', async () => {
  const answers = await Promise.all(stores.map(answerOf))

  for (const answer of answers) assert.equal(answer, answers[0])
  assert.ok(stores.length > 1)
})

async function answerOf({ open }: StoreUnderTest): Promise<string> {
  const store = await open()
  await store.putFacts(Object.values(factExamples), '2026-11-14T12:00:00.000Z')
  const facts = await store.facts()
  await store.close()
  return JSON.stringify(facts)
}

async function underTest(name: string): Promise<StoreUnderTest> {
  const { storeAdapter }: { storeAdapter: StoreAdapter } = await import(join(adapters, name, 'index.ts'))
  assert.equal(storeAdapter.id, name)
  return { name, open: () => storeAdapter.open(join(folder, `${name}-${opened++}`)) }
}

function folders(parent: string): readonly string[] {
  const entries = readdirSync(parent, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('_')).map(({ name }) => name)
}
