/** Opens a store file so that what is committed is on disk, and refuses files that are not ours before changing them. */
import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { newerStore, notAStore, unwritableStore } from './errors.ts'
import { ADD_RUNS_AND_MARKS, APPLICATION_ID, CREATE_STORE, SCHEMA_VERSION } from './schema.ts'

/**
 * Opens `path` (absolute) or creates it, readable by its owner only. Another process that writes is waited for, at most
 * `busyTimeoutMs`, then SQLite's own error is thrown. Throws `TW_STORE_NOT_A_STORE`, `TW_STORE_NEWER`,
 * `TW_STORE_UNWRITABLE`.
 */
export function openDatabase(path: string, busyTimeoutMs: number): DatabaseSync {
  createPrivately(path)
  const database = new DatabaseSync(path)
  try {
    database.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
    ensureStore(database, path)
    keepDurably(database, path)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Runs `work` in one write transaction; nothing of it stays when it throws. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    rollBack(database)
    throw error
  }
}

function rollBack(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK')
  } catch {
    // After a full disk or a failed write SQLite has rolled back by itself; the first error is the one to tell.
  }
}

/** SQLite would create the file with the process's default mode; its `-wal` and `-shm` files copy the mode of this one. */
function createPrivately(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
}

function ensureStore(database: DatabaseSync, path: string): void {
  if (isEmpty(database)) {
    inTransaction(database, () => {
      // Another process may have been first while this one waited for the lock.
      if (isEmpty(database)) database.exec(CREATE_STORE)
    })
  }
  const version = readNumber(database, 'PRAGMA user_version')
  if (readNumber(database, 'PRAGMA application_id') !== APPLICATION_ID || version < 1) throw notAStore(path)
  if (version === 1) inTransaction(database, () => upgrade(database))
  if (version > SCHEMA_VERSION) throw newerStore(path, version, SCHEMA_VERSION)
}

/** Another process may have been first while this one waited for the lock. */
function upgrade(database: DatabaseSync): void {
  if (readNumber(database, 'PRAGMA user_version') === 1) database.exec(ADD_RUNS_AND_MARKS)
}

function isEmpty(database: DatabaseSync): boolean {
  return (
    readNumber(database, 'SELECT count(*) FROM sqlite_schema') + readNumber(database, 'PRAGMA application_id') === 0
  )
}

/** @source SQLite, "PRAGMA synchronous": in WAL mode FULL syncs the log at every commit, NORMAL only at checkpoints. */
function keepDurably(database: DatabaseSync, path: string): void {
  const mode = switchToWal(database, 10)
  if (mode !== 'wal') throw unwritableStore(path, `its file system gives journal mode ${mode} instead of wal`)
  database.exec('PRAGMA synchronous = FULL')
}

/** SQLite does not wait for a process that switches the same file at this moment; beginning a transaction does. */
function switchToWal(database: DatabaseSync, attempts: number): unknown {
  try {
    return database.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode
  } catch (error) {
    if (attempts === 1) throw error
    inTransaction(database, () => {})
    return switchToWal(database, attempts - 1)
  }
}

function readNumber(database: DatabaseSync, sql: string): number {
  return Number(Object.values(database.prepare(sql).get() ?? {})[0])
}
