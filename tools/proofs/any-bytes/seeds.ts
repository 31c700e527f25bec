/** What fuzzing starts from: the inputs of every dialect's and source's cases, and the corpus of recorded evidence where it is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CORPUS, ROOT } from '../_shared/command.ts'

const LARGEST_BYTES = 256 * 1024

/** Every seed's bytes, in path order. */
export function readSeeds(): readonly Buffer[] {
  const corpus = ['configs', 'syslog', 'aaa', 'cloud', 'cli-transcripts', 'show-output']
  const recorded = corpus.flatMap((folder) => filesBelow(join(CORPUS, folder)))
  return [...dialectInputs(), ...archives(), ...recorded].map((path) => readFileSync(path).subarray(0, LARGEST_BYTES))
}

/** The inputs of the cases of one dialect. */
export function seedsOf(dialect: string): readonly Buffer[] {
  return dialectInputs()
    .filter((path) => path.includes(`/dialects/${dialect}/`))
    .map((path) => readFileSync(path))
}

/** Archives, repositories in one file and exports of log platforms. */
export function archiveSeeds(): readonly Buffer[] {
  return archives().map((path) => readFileSync(path).subarray(0, LARGEST_BYTES))
}

function dialectInputs(): readonly string[] {
  return filesBelow(join(ROOT, 'src', 'dialects')).filter((path) => /\/cases\/.*\/input\.[^/]+$/.test(path))
}

function archives(): readonly string[] {
  return filesBelow(join(ROOT, 'src', 'sources')).filter(
    (path) =>
      /\/(?:cases|fixtures)\/.*\.(?:zip|tar|tgz|tar\.gz|bundle|csv|json|jsonl|ndjson)$/.test(path) &&
      !path.endsWith('expected.json'),
  )
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
