/** What fuzzing starts from: the inputs of every dialect's cases, and the corpus of recorded evidence where it is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..', '..')
/** Recorded evidence that is no part of the project. */
const CORPUS = process.env['TAPWARDEN_CORPUS'] ?? join(ROOT, '..', 'shared', 'corpus')
const LARGEST_BYTES = 256 * 1024

/** Every seed's bytes, in path order. */
export function readSeeds(): readonly Buffer[] {
  const cases = filesBelow(join(ROOT, 'src', 'dialects')).filter((path) => /\/cases\/.*\/input\.[^/]+$/.test(path))
  const corpus = ['configs', 'syslog', 'aaa', 'cloud', 'cli-transcripts', 'show-output'].map((folder) =>
    join(CORPUS, folder),
  )
  return [...cases, ...corpus.flatMap(filesBelow)].map((path) => readFileSync(path).subarray(0, LARGEST_BYTES))
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
