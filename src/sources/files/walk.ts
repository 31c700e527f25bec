/** Finds the files below an argument, in path order, whatever links and permissions stand in the way. */
import { type BigIntStats, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { InputFailure } from '../contract.ts'
import { toFailure } from './failure.ts'

/** A file (or pipe, when named by the operator) that is there. */
export interface FoundFile {
  readonly path: string
  /** Undefined for pipes and devices. */
  readonly sizeBytes: number | undefined
}

/** Version control keeps compressed objects here, which are not evidence as they lie. */
const SKIPPED_FOLDER = '.git'

type Report = (failure: InputFailure) => void

/**
 * The files at or below a path, each folder's entries in code-unit order. Symbolic links are followed; a folder that was
 * reached before, by whatever name, is not entered again. Pipes and devices are read only when named themselves.
 */
export function* walk(location: string, report: Report): Generator<FoundFile> {
  const stats = stat(location, report)
  if (stats === undefined) return
  if (stats.isDirectory()) yield* walkFolder(location, { report, visited: new Set([identity(stats)]) })
  else yield { path: location, sizeBytes: stats.isFile() ? Number(stats.size) : undefined }
}

function* walkFolder(folder: string, walking: { report: Report; visited: Set<string> }): Generator<FoundFile> {
  for (const name of entries(folder, walking.report)) {
    const path = join(folder, name)
    const stats = stat(path, walking.report)
    if (stats === undefined) continue
    if (stats.isFile()) yield { path, sizeBytes: Number(stats.size) }
    else if (!stats.isDirectory()) walking.report(notAFile(path))
    else if (name !== SKIPPED_FOLDER && !walking.visited.has(identity(stats))) {
      walking.visited.add(identity(stats))
      yield* walkFolder(path, walking)
    }
  }
}

function entries(folder: string, report: Report): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch (cause) {
    report(toFailure(folder, cause))
    return []
  }
}

function stat(path: string, report: Report): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true })
  } catch (cause) {
    report(toFailure(path, cause))
    return undefined
  }
}

function identity(stats: BigIntStats): string {
  return `${stats.dev}:${stats.ino}`
}

function notAFile(path: string): InputFailure {
  return { path, code: 'TW_INPUT_UNREADABLE', message: `${path}: a pipe, socket or device inside a folder is not read` }
}
