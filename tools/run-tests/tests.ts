/** Finds the test files and hands them to Node's own runner. */

import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, runNode } from './run.ts'

const everywhere = ['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts']

/**
 * Test files below the given paths: a file, a folder, or a part of a path (`cisco-ios`). No paths: all of them.
 */
export function findTests(paths: readonly string[]): readonly string[] {
  const all = everywhere.flatMap((pattern) => globSync(pattern, { cwd: root })).sort()
  if (paths.length === 0) return all
  const wanted = paths.map((path) => relative(root, resolve(path)))
  return all.filter((file) => wanted.some((path) => file === path || file.includes(path)))
}

/** Runs test files; extra flags (`--test-name-pattern=…`) go to Node. Returns the exit code. */
export async function runTests(files: readonly string[], flags: readonly string[]): Promise<number> {
  const jobs = Math.max(2, availableParallelism())
  const options = [
    '--import',
    pathToFileURL(join(import.meta.dirname, 'seed-properties.ts')).href,
    '--test',
    `--test-concurrency=${jobs}`,
    '--test-reporter=spec',
    ...flags,
  ]
  const { code } = await runNode([...options, ...files], 'show')
  return code
}
