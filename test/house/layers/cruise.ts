/** Runs the import rules of the project over a tree of files made for one test. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..')
const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
const config = join(root, '.dependency-cruiser.mjs')

/** Files of a made-up tree: path → text. */
export type Tree = Readonly<Record<string, string>>

interface Report {
  readonly summary: {
    readonly violations: readonly {
      readonly from: string
      readonly to: string
      readonly rule: { readonly name: string }
    }[]
  }
}

/** Checks a made-up tree. Each violation reads `rule: from -> to`. */
export function violationsIn(tree: Tree): ReadonlySet<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tapwarden-layers-'))
  try {
    writeTree(folder, { 'tsconfig.json': '{}', 'package.json': '{}', ...tree })
    return cruise(folder, ['src'])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Checks the project itself. */
export function violationsInProject(): ReadonlySet<string> {
  return cruise(root, ['src', 'tools', 'test'])
}

function writeTree(folder: string, tree: Tree): void {
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

function cruise(cwd: string, folders: readonly string[]): ReadonlySet<string> {
  const options = { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 } as const
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [cruiser, '--config', config, '-T', 'json', ...folders],
    options,
  )
  if (stderr !== '') throw new Error(stderr)
  const report: Report = JSON.parse(stdout)
  return new Set(report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`))
}
