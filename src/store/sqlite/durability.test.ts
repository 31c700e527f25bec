/** What was acknowledged is there: after a restart, after SIGKILL, with another process at work on the same file. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { factExamples } from '../../../test/contracts/fact-examples.ts'
import type { Act, InventoryVersion } from '../contract.ts'
import { storeAdapter } from './index.ts'
import { openDatabase } from './open-database.ts'
import { openSqliteStore } from './sqlite-store.ts'

const NOON = '2026-11-14T12:00:00.000Z'
const folder = mkdtempSync(join(tmpdir(), 'tapwarden-durability-'))
after(() => rmSync(folder, { recursive: true }))

test('a store opened again has everything', async () => {
  const file = join(folder, 'reopened')
  const act: Act = { finding: 'f', at: NOON, by: 'netops-1', does: 'assign', reason: 'mine', claim: '{}' }
  const inventory: InventoryVersion = { hash: 'aa', loadedAt: NOON, files: [{ path: 'a.yaml', text: '' }] }
  const before = await storeAdapter.open(file)
  await before.putFacts(Object.values(factExamples), NOON)
  await before.putInventory(inventory)
  await before.putAct(act)
  const facts = await before.facts()
  await before.close()

  const store = await storeAdapter.open(file)

  assert.deepEqual(await store.facts(), facts)
  assert.deepEqual(await store.inventories(), [inventory])
  assert.deepEqual(await store.acts(), [act])
  assert.deepEqual(await store.putFacts(facts, NOON), { added: 0, merged: 0, unchanged: facts.length })
  await store.close()
})

for (const acknowledgements of [1, 10, 50]) {
  test(`a process killed after ${acknowledgements} acknowledgements has lost none of them`, async () => {
    const file = join(folder, `killed-${acknowledgements}`)
    const writer = startWriter(file, 'fact', 100_000)
    const exited = once(writer, 'exit')
    const acknowledged: string[] = []
    for await (const id of createInterface(writer.stdout)) {
      acknowledged.push(id)
      if (acknowledged.length === acknowledgements) writer.kill('SIGKILL')
    }

    assert.deepEqual(await exited, [null, 'SIGKILL'])
    const stored = new Set(await idsIn(file))
    const lost = acknowledged.filter((id) => !stored.has(id))

    assert.ok(acknowledged.length >= acknowledgements)
    assert.deepEqual(lost, [])
  })
}

test('every commit is synced to the disk', () => {
  const database = openDatabase(join(folder, 'synced'), 100)

  assert.equal(database.prepare('PRAGMA journal_mode').get()?.journal_mode, 'wal')
  assert.equal(database.prepare('PRAGMA synchronous').get()?.synchronous, 2)
  database.close()
})

test('processes that create and fill one store at once wait for each other', async () => {
  const file = join(folder, 'shared')
  const names = ['a', 'b', 'c']

  const writers = names.map((name) => startWriter(file, name, 20))
  for (const writer of writers) writer.stdout.resume()
  const exits = await Promise.all(writers.map((writer) => once(writer, 'exit')))

  assert.deepEqual(
    exits,
    names.map(() => [0, null]),
  )
  assert.equal((await idsIn(file)).length, names.length * 20)
})

test('a store held by another process is refused when patience ends, and can be read meanwhile', async () => {
  const file = join(folder, 'held')
  const store = openSqliteStore(file, 20)
  await store.putFacts([factExamples.fragment], NOON)
  const holder = new DatabaseSync(file)
  holder.exec('BEGIN IMMEDIATE')

  await assert.rejects(store.putFacts([factExamples.traffic], NOON), { code: 'TW_STORE_LOCKED' })

  assert.deepEqual(await store.facts(), [factExamples.fragment])
  holder.close()
  await store.putFacts([factExamples.traffic], NOON)
  assert.equal((await store.facts()).length, 2)
  await store.close()
})

function startWriter(file: string, prefix: string, count: number) {
  const script = join(import.meta.dirname, '../../../test/contracts/put-facts-process.ts')
  return spawn(process.execPath, [script, file, prefix, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function idsIn(file: string): Promise<readonly string[]> {
  const store = await storeAdapter.open(file)
  const facts = await store.facts()
  await store.close()
  return facts.map(({ id }) => id)
}
