/**
 * Builds `dist/`: compiled modules, declarations, source maps, data files and the launcher `dist/cli.js`.
 * `--no-check` skips type errors (syntax errors still fail), because set-up must be quick and `npm test` checks types.
 * `--root <dir>` builds another tree (tests).
 */
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { compile } from './build/compile.ts'

const { values } = parseArgs({ options: { 'no-check': { type: 'boolean' }, root: { type: 'string' } } })
const root = resolve(values.root ?? join(import.meta.dirname, '..'))
// Built aside and swapped in, so that whoever runs dist/ meanwhile never meets half of it.
const fresh = join(root, `.dist-new-${process.pid}`)

try {
  const problems = compile(root, fresh, { typeCheck: values['no-check'] !== true })
  if (problems === undefined) finish()
  else report(problems)
} finally {
  rmSync(fresh, { recursive: true, force: true })
}

function finish(): void {
  mkdirSync(fresh, { recursive: true })
  if (existsSync(join(root, 'src'))) cpSync(join(root, 'src'), fresh, { recursive: true, filter: isDataFile })
  copyFileSync(join(root, 'bin', 'launcher.mjs'), join(fresh, 'cli.js'))
  chmodSync(join(fresh, 'cli.js'), 0o755)
  swapIn()
}

/** Files that modules read at run time travel along; sources, documents and test data stay behind. */
function isDataFile(path: string): boolean {
  if (statSync(path).isDirectory()) return !['cases', 'examples', 'fixtures', '_testing'].includes(basename(path))
  return !/\.(ts|md)$/.test(path)
}

function swapIn(): void {
  const old = join(root, `.dist-old-${process.pid}`)
  const dist = join(root, 'dist')
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(fresh, dist)
  rmSync(old, { recursive: true, force: true })
}

function report(problems: string): void {
  console.error(problems)
  process.exitCode = 1
}
