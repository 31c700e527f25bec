/** Runs the real command as a child process and hands back what a script would see. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SessionRow } from '../../../src/app/answers/list-sessions.ts'
import type { Outcome } from '../../../src/facts/note.ts'

/** The root of the repository, from where every command is run. */
export const project = join(import.meta.dirname, '..', '..', '..')
const program = join(project, 'src', 'cli', 'main.ts')

/** What one run left behind. */
export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs `tapwarden` with these arguments, without colours unless `environment` asks for them. */
export function tapwarden(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = { NO_COLOR: '1' },
): Run {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...inherited } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...parameters], {
    cwd: project,
    encoding: 'utf8',
    env: { ...inherited, ...environment },
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}

/** Runs `tapwarden … --json` and reads its answer, which the caller names. Throws with what was said on stderr when it is no JSON. */
export function tapwardenJson<Answer>(...parameters: readonly string[]): Answer {
  const { stdout, stderr, status } = tapwarden([...parameters, '--json'])
  try {
    return JSON.parse(stdout)
  } catch {
    throw new Error(`tapwarden ${parameters.join(' ')} gave no JSON (exit ${status}): ${stderr}`)
  }
}

/** What `sessions --json` prints. */
export interface SessionsAnswer {
  readonly sessions: readonly SessionRow[]
  readonly counts: {
    readonly inputs: number
    readonly byInput: readonly { readonly path: string; readonly counts: Readonly<Record<Outcome, number>> }[]
  }
}

/** A file of the repository as text. */
export function readProjectFile(path: string): string {
  return readFileSync(join(project, path), 'utf8')
}

/** A JSON file beside the tests. */
export function readExpected(path: string): readonly unknown[] {
  return JSON.parse(readProjectFile(join('test', 'e2e', path)))
}
