/** A store in one SQLite file: what it acknowledged survives a crash of the process and of the machine. */
import type { StoreAdapter } from '../contract.ts'
import { openSqliteStore } from './sqlite-store.ts'

/** How long another process that writes is waited for. */
const BUSY_TIMEOUT_MS = 5_000

/** `location` is a file path, created when missing. */
export const storeAdapter: StoreAdapter = {
  id: 'sqlite',
  open: async (location) => openSqliteStore(location, BUSY_TIMEOUT_MS),
}
