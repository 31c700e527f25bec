/** The real command as a child process: what a user runs. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** The root of the checkout. */
export const ROOT = join(import.meta.dirname, '..', '..', '..')

/** Recorded evidence that is no part of the project; proofs that need it say so where it is missing. */
export const CORPUS = process.env['TAPWARDEN_CORPUS'] ?? join(ROOT, '..', 'shared', 'corpus')

const run = promisify(execFile)

/** What one run said. */
export interface CommandResult {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs `tapwarden` with arguments in the checkout. Never rejects for an exit status. */
export async function tapwarden(args: readonly string[]): Promise<CommandResult> {
  const options = { cwd: ROOT, maxBuffer: 256 * 1024 * 1024 }
  try {
    const { stdout, stderr } = await run(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...args], options)
    return { status: 0, stdout, stderr }
  } catch (error) {
    if (isExit(error)) return { status: error.code, stdout: error.stdout, stderr: error.stderr }
    throw error
  }
}

function isExit(error: unknown): error is { readonly code: number; readonly stdout: string; readonly stderr: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' && 'stdout' in error
}
