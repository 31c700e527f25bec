/** Sigma rules from disk. */
import { readFileSync, type Stats, statSync } from 'node:fs'
import type { SigmaDocument, SigmaProblem } from '../../../../content/_sigma/documents.ts'
import { parseSigma } from '../../../../content/_sigma/parse-sigma.ts'
import { walkTree } from '../../../../sources/_files/walk.ts'
import { claimsToBeRule } from '../rule-files.ts'
import { noSigma, unreadableSigma } from './errors.ts'

/** Larger files are no rules; the longest public one has 30 kB. */
const MAX_BYTES = 1024 * 1024

/** What the files hold: documents that can be run, and what is wrong with the others. */
export interface SigmaRules {
  readonly files: number
  readonly documents: readonly SigmaDocument[]
  readonly problems: readonly SigmaProblem[]
}

/** Reads a file, or every `.yml` and `.yaml` below a folder that claims to be a rule. Throws `TW_SIGMA_UNREADABLE` and `TW_SIGMA_NONE`. */
export function readSigma(path: string): SigmaRules {
  const failures: SigmaProblem[] = []
  const files = filesAt(path, (failed, message) => {
    failures.push(problemAt(failed, 'unreadable', message))
  })
  if (files.length === 0) throw noSigma(path)
  const read = files.map(({ path: file, sizeBytes }) => readFile(file, sizeBytes))
  return {
    files: files.length,
    documents: read.flatMap(({ documents }) => documents),
    problems: [...failures, ...read.flatMap(({ problems }) => problems)],
  }
}

interface RuleFile {
  readonly path: string
  readonly sizeBytes: number
}

function filesAt(path: string, report: (path: string, message: string) => void): readonly RuleFile[] {
  const stats = stat(path)
  if (!stats.isDirectory()) return [{ path, sizeBytes: stats.size }]
  return [...walkTree(path, (failure) => report(failure.path, failure.message))]
    .filter((file) => /\.ya?ml$/i.test(file.path))
    .map((file) => ({ path: file.path, sizeBytes: file.sizeBytes ?? 0 }))
    .filter(({ path: file, sizeBytes }) => sizeBytes > MAX_BYTES || claimsToBeRule(file))
}

function stat(path: string): Stats {
  try {
    return statSync(path)
  } catch (cause) {
    throw unreadableSigma(path, cause)
  }
}

function readFile(path: string, sizeBytes: number): Omit<SigmaRules, 'files'> {
  if (sizeBytes > MAX_BYTES) {
    const message = `The file is larger than ${MAX_BYTES} bytes and was not read.`
    return { documents: [], problems: [problemAt(path, 'too-large', message)] }
  }
  try {
    return parseSigma(readFileSync(path, 'utf8'), path)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'unknown'
    return { documents: [], problems: [problemAt(path, 'unreadable', `The file cannot be read: ${why}.`)] }
  }
}

function problemAt(path: string, code: string, message: string): SigmaProblem {
  return { path, line: 1, column: 1, code, message }
}
