/** Files that a store cannot be, or no longer is: each has its own code, and help. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { factExamples } from '../../../test/contracts/fact-examples.ts'
import { TapwardenError } from '../../kit/errors.ts'
import { storeAdapter } from './index.ts'

const NOON = '2026-11-14T12:00:00.000Z'
const folder = mkdtempSync(join(tmpdir(), 'tapwarden-refusals-'))
after(() => rmSync(folder, { recursive: true }))

/** What is done to a file before it is opened, and the error that opening or reading it gives. */
const refusals: readonly {
  readonly what: string
  readonly code: string
  readonly says: RegExp
  readonly spoil: (file: string) => void
}[] = [
  {
    what: 'a text file',
    code: 'TW_STORE_NOT_A_STORE',
    says: /is not a tapwarden store/,
    spoil: (file) => writeFileSync(file, 'hostname edge-1\n'.repeat(100)),
  },
  {
    what: 'a database of another program',
    code: 'TW_STORE_NOT_A_STORE',
    says: /is not a tapwarden store/,
    spoil: (file) => changeDatabase(file, 'DROP TABLE act; PRAGMA application_id = 0'),
  },
  {
    what: 'a store of a newer tapwarden',
    code: 'TW_STORE_NEWER',
    says: /has store version 99; this tapwarden reads up to version 2/,
    spoil: (file) => changeDatabase(file, 'PRAGMA user_version = 99'),
  },
  {
    what: 'a folder',
    code: 'TW_STORE_UNWRITABLE',
    says: /cannot be written: EISDIR/,
    spoil: (file) => {
      rmSync(file)
      mkdirSync(file)
    },
  },
  {
    what: 'a store without one of its tables',
    code: 'TW_STORE_CORRUPT',
    says: /no such table: act/,
    spoil: (file) => changeDatabase(file, 'DROP TABLE act'),
  },
  {
    what: 'a store cut off in the middle',
    code: 'TW_STORE_CORRUPT',
    says: /malformed/,
    spoil: (file) => truncateSync(file, 8192),
  },
  {
    what: 'a fact that is no JSON',
    code: 'TW_STORE_CORRUPT',
    says: new RegExp(`fact ${factExamples.fragment.id} does not read as one`),
    spoil: (file) => changeDatabase(file, `UPDATE fact SET body = '{' WHERE kind = 'fragment'`),
  },
  {
    what: 'a fact outside the vocabulary',
    code: 'TW_STORE_CORRUPT',
    says: new RegExp(`fact ${factExamples.traffic.id} does not read as one`),
    spoil: (file) => changeDatabase(file, `UPDATE fact SET body = json_remove(body, '$.ref') WHERE kind = 'traffic'`),
  },
  {
    what: 'a fact filed under another id',
    code: 'TW_STORE_CORRUPT',
    says: new RegExp(`fact other calls itself ${factExamples.seen.id}`),
    spoil: (file) => changeDatabase(file, `UPDATE fact SET id = 'other' WHERE kind = 'seen'`),
  },
  {
    what: 'an inventory that is no list of files',
    code: 'TW_STORE_CORRUPT',
    says: /inventory aa does not read as one/,
    spoil: (file) => changeDatabase(file, `UPDATE inventory SET files = '{}'`),
  },
  {
    what: 'an act that nobody can do',
    code: 'TW_STORE_CORRUPT',
    says: /act 1 on f does not read as one/,
    spoil: (file) => changeDatabase(file, `UPDATE act SET body = json_set(body, '$.does', 'forget')`),
  },
]

for (const [ordinal, { what, code, says, spoil }] of refusals.entries()) {
  test(`${what}: ${code}`, async () => {
    const file = join(folder, `spoiled-${ordinal}`)
    await fill(file)
    spoil(file)

    await assert.rejects(readAll(file), (error) => isRefusal(error, code, says))
  })
}

test('a file that is not a store is left as it was', async () => {
  const file = join(folder, 'foreign')
  changeDatabase(file, 'CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)')
  const before = readFileSync(file)

  await assert.rejects(storeAdapter.open(file), { code: 'TW_STORE_NOT_A_STORE' })

  assert.deepEqual(readFileSync(file), before)
})

test('a folder that does not exist is said so', async () => {
  const file = join(folder, 'missing', 'store')

  await assert.rejects(storeAdapter.open(file), (error) => isRefusal(error, 'TW_STORE_UNWRITABLE', /ENOENT/))
})

test('a new store and its log are readable by their owner only', async () => {
  const file = join(folder, 'private')
  const store = await storeAdapter.open(file)
  await store.putFacts([factExamples.fragment], NOON)

  for (const suffix of ['', '-wal', '-shm']) assert.equal(statSync(file + suffix).mode & 0o777, 0o600, suffix)
  await store.close()
})

test('a store of version 1 is brought up to date, and keeps what it held', async () => {
  const file = join(folder, 'version-1')
  await fill(file)
  changeDatabase(file, 'DROP TABLE run; DROP TABLE read_mark; PRAGMA user_version = 1')

  const store = await storeAdapter.open(file)
  await store.putRun({ startedAt: NOON, now: NOON })
  const kept = [(await store.acts()).length, (await store.runs()).length]
  await store.close()

  assert.deepEqual(kept, [1, 1])
})

test('an empty file becomes a store', async () => {
  const file = join(folder, 'empty')
  writeFileSync(file, '')

  await fill(file)

  await readAll(file)
})

test('a location is a path, whatever it looks like', async () => {
  const cwd = process.cwd()
  process.chdir(folder)
  try {
    for (const name of [':memory:', 'file:named?mode=memory']) {
      await fill(name)
      assert.ok(statSync(name).size > 0)
    }
  } finally {
    process.chdir(cwd)
  }
})

async function fill(file: string): Promise<void> {
  const store = await storeAdapter.open(file)
  await store.putFacts(Object.values(factExamples), NOON)
  await store.putInventory({ hash: 'aa', loadedAt: NOON, files: [] })
  await store.putAct({ finding: 'f', at: NOON, by: 'netops-1', does: 'resolve', reason: 'done', claim: '{}' })
  await store.close()
}

async function readAll(file: string): Promise<void> {
  const store = await storeAdapter.open(file)
  try {
    await store.facts()
    await store.inventories()
    await store.acts()
  } finally {
    await store.close()
  }
}

function changeDatabase(file: string, sql: string): void {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}

function isRefusal(error: unknown, code: string, says: RegExp): true {
  assert.ok(error instanceof TapwardenError, String(error))
  assert.equal(error.code, code)
  assert.match(error.message, says)
  assert.ok(error.help.length > 20)
  return true
}
