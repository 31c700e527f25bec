/** Finds the files and repositories below an argument, in path order, whatever links and permissions stand in the way. */
import { type BigIntStats, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { InputFailure } from '../contract.ts'
import { toFailure } from './failure.ts'

/** A file (or pipe, when named by the operator) that is there, or a folder that a repository stands behind. */
export interface FoundFile {
  readonly path: string
  /** Undefined for pipes and devices. */
  readonly sizeBytes: number | undefined
  /** Where the repository keeps its objects. Its work tree, if it has one, is not gone through here. */
  readonly repository?: string | undefined
}

/** Version control keeps compressed objects here, which are not evidence as they lie. */
const OBJECTS_FOLDER = '.git'

type Report = (failure: InputFailure) => void

/**
 * The files at or below a path, each folder's entries in code-unit order. Symbolic links are followed; a folder that was
 * reached before, by whatever name, is not entered again. Pipes and devices are read only when named themselves. A
 * repository is found as a whole.
 */
export function* walk(location: string, report: Report): Generator<FoundFile> {
  const stats = stat(location, report)
  if (stats === undefined) return
  if (stats.isDirectory()) yield* walkRepositoryOrFolder(location, { report, visited: new Set([identity(stats)]) })
  else yield { path: location, sizeBytes: stats.isFile() ? Number(stats.size) : undefined }
}

/** The files below a folder, whether or not a repository stands behind it. */
export function* walkTree(folder: string, report: Report): Generator<FoundFile> {
  const stats = stat(folder, report)
  if (stats !== undefined) yield* walkFolder(folder, { report, visited: new Set([identity(stats)]) })
}

function* walkRepositoryOrFolder(folder: string, walking: Walking): Generator<FoundFile> {
  const repository = [join(folder, OBJECTS_FOLDER), folder].find(isRepository)
  if (repository === undefined) yield* walkFolder(folder, walking)
  else yield { path: folder, sizeBytes: 0, repository }
}

/** @source gitrepository-layout(5): HEAD, objects and refs */
function isRepository(folder: string): boolean {
  return ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(folder, name)))
}

interface Walking {
  readonly report: Report
  readonly visited: Set<string>
}

function* walkFolder(folder: string, walking: Walking): Generator<FoundFile> {
  for (const name of entries(folder, walking.report)) {
    const path = join(folder, name)
    const stats = stat(path, walking.report)
    if (stats === undefined) continue
    if (stats.isFile()) yield { path, sizeBytes: Number(stats.size) }
    else if (!stats.isDirectory()) walking.report(notAFile(path))
    else if (name !== OBJECTS_FOLDER && !walking.visited.has(identity(stats))) {
      walking.visited.add(identity(stats))
      yield* walkRepositoryOrFolder(path, walking)
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
