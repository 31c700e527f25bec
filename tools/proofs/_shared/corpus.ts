/** Recorded evidence that is no part of the project, and the committed lists that say what is in it by line and hash. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { ProofResult } from '../contract.ts'
import { CORPUS, ROOT } from './command.ts'

/** One row of `test/corpus/<list>/expected.tsv`: a line by its hash, never its text, and what a person expected of it. */
export interface ListedLine {
  readonly file: string
  readonly line: number
  readonly hash: string
  readonly verdict: string
}

/** Reads a committed list. */
export function readList(list: string): readonly ListedLine[] {
  return readFileSync(join(ROOT, 'test', 'corpus', list, 'expected.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'))
    .map(([file = '', line = '', hash = '', verdict = '']) => ({ file, line: Number(line), hash, verdict }))
}

/** Files of a folder of the corpus, by their path in it, sorted. */
export function corpusFiles(folder: string): readonly string[] {
  return readdirSync(join(CORPUS, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(CORPUS, join(entry.parentPath, entry.name)))
    .sort()
}

/** The text of a file of the corpus. */
export function corpusText(file: string): string {
  return readFileSync(join(CORPUS, file), 'utf8')
}

/** 16 hex digits of the SHA-256 of a line. */
export function hashOfLine(line: string): string {
  return createHash('sha256').update(line).digest('hex').slice(0, 16)
}

/** What a proof says where there is no corpus; undefined where there is one. */
export function withoutCorpus(): ProofResult | undefined {
  if (existsSync(join(CORPUS, 'configs'))) return undefined
  return { passed: true, summary: `Not run: there is no corpus at ${CORPUS}.`, figures: { run: false }, failures: [] }
}
