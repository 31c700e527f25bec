/** Writes files that are not there yet. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileExists } from './errors.ts'

/** Writes a text to a new file, its folders included. Throws `TW_INVENTORY_EXISTS` and never overwrites, not even in a race. */
export function writeNewFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(path, text, { flag: 'wx' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw fileExists(path)
    throw error
  }
}
