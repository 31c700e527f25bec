/** A copy of the project in which plug-ins can be tried: what a person would do after `git clone`, and what git then says changed. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..', '..')

/** How a program of the copy ended. */
export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A copy, its registries generated. */
export interface TreeCopy {
  readonly folder: string
  /** Runs `node …` in it, with the Node.js of this process. */
  readonly run: (...args: readonly string[]) => Ended
  /** From here on, what is there counts as unchanged. */
  readonly settle: () => void
  /** Files that are not what they were when it was copied or settled, sorted; what git ignores apart. */
  readonly changes: () => readonly string[]
  readonly remove: () => void
}

/** Copies every file that git knows or would take, and lends the copy the dependencies of this checkout. */
export function copyTree(): TreeCopy {
  const folder = mkdtempSync(join(tmpdir(), 'tapwarden-copy-'))
  const git = (cwd: string, ...args: readonly string[]): readonly string[] =>
    execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
      .split('\0')
      .filter(Boolean)
  for (const path of git(ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'))
    if (existsSync(join(ROOT, path))) cpSync(join(ROOT, path), join(folder, path))
  git(folder, 'init', '--quiet')
  const settle = (): void => {
    git(folder, 'add', '--all', '--', ':!node_modules')
  }
  settle()
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const run = (...args: readonly string[]): Ended => runNode(folder, args)
  run('tools/gen-registries.ts')
  return {
    folder,
    run,
    settle,
    changes: () =>
      [...git(folder, 'diff', '--name-only', '-z'), ...git(folder, 'ls-files', '-z', '--others', '--exclude-standard')]
        // A link is not the folder that the ignore rule names.
        .filter((path) => path !== 'node_modules')
        .sort(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Node's test runner tells its children that they are tests; what is run here stands alone. */
function runNode(cwd: string, args: readonly string[]): Ended {
  const {
    NODE_TEST_CONTEXT: _context,
    TAPWARDEN_UPDATE_CASES: _update,
    FORCE_COLOR: _colour,
    ...inherited
  } = process.env
  const options = { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { ...inherited, NO_COLOR: '1' } } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options)
  return { status, stdout, stderr }
}

/** Whether every path is of one plug-in: below its folder, or its changelog fragment. */
export function isOnePlugIn(
  paths: readonly string[],
  { room, name }: { readonly room: string; readonly name: string },
): boolean {
  const fragment = `changelog.d/${name}.new.md`
  return paths.includes(fragment) && paths.every((path) => path === fragment || path.startsWith(`src/${room}/${name}/`))
}
