/** Runs a program of the house with the pinned Node.js, as every check and test does. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Folder of the project. */
export const root: string = join(import.meta.dirname, '..', '..')

/** How a program ended: its exit code (1 when a signal ended it) and, if captured, what it printed. */
export interface Ended {
  readonly code: number
  readonly output: string
}

/** Starts `node <parameters>` in the project folder. `show` lets it print directly, otherwise its output is captured. */
export function runNode(parameters: readonly string[], mode: 'show' | 'capture'): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, {
      cwd: root,
      env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'tapwarden', 'compiled') },
      stdio: mode === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString().trimEnd() }))
  })
}
