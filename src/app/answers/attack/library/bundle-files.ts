/** Paths of the command line → the files with bundles. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { tooLarge } from '../../../../attack/errors.ts'
import { unreadable } from './errors.ts'

/** All files of one import together; the largest domain of ATT&CK has 50 MB. */
export const MAX_IMPORT_BYTES = 256 * 1024 * 1024
const LIMIT = '256 MiB'

/** A file and its bytes. */
export interface BundleFile {
  readonly path: string
  readonly bytes: Buffer
}

/**
 * Every named file, and every `.json` below a named folder in the order of their paths; links in folders are not followed. One file is
 * in memory at a time. Throws `TW_ATTACK_PATH` and `TW_ATTACK_TOO_LARGE`.
 */
export function* bundleFiles(paths: readonly string[]): Iterable<BundleFile> {
  let totalBytes = 0
  for (const path of paths.flatMap(filesAt)) {
    const sizeBytes = totalBytes + sizeOf(path)
    if (sizeBytes > MAX_IMPORT_BYTES) throw tooLarge(path, LIMIT)
    const bytes = read(path)
    totalBytes += bytes.length
    yield { path, bytes }
  }
}

function filesAt(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile() === true) return [path]
  if (found?.isDirectory() !== true) throw unreadable(path)
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  if (files.length === 0) throw unreadable(path)
  return files
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw unreadable(path, error)
  }
}
