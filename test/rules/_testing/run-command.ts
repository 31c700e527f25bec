/** Runs one command line on evidence texts, as the shell would, and keeps what it said. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createColors } from 'picocolors'
import { main } from '../../../src/cli/main.ts'
import type { Files } from './scenario.ts'

/** How a command ended and what it printed. */
export interface Ended {
  readonly status: number
  readonly out: string
  readonly said: string
}

/**
 * Writes the files into a fresh folder and runs the command with `@` standing for it:
 * `runCommand(files, ['scan', '@/evidence', '--inventory', '@/inventory'])`.
 */
export async function runCommand(files: Files, argv: readonly string[]): Promise<Ended> {
  const [ended] = await runCommands(files, [argv])
  if (ended === undefined) throw new Error('no command was run')
  return ended
}

/** Runs several commands one after the other in one such folder. */
export async function runCommands(files: Files, commands: readonly (readonly string[])[]): Promise<readonly Ended[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tapwarden-command-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const ended: Ended[] = []
    for (const argv of commands) ended.push(await runIn(folder, argv))
    return ended
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function runIn(folder: string, argv: readonly string[]): Promise<Ended> {
  const printed: { readonly out: string[]; readonly said: string[] } = { out: [], said: [] }
  const status = await main(
    argv.map((word) => word.replace(/^@/, folder)),
    {
      out: (text) => void printed.out.push(text),
      say: (text) => void printed.said.push(text),
      watched: false,
      widthColumns: 120,
      colors: createColors(false),
    },
  )
  return { status, out: printed.out.join('\n'), said: printed.said.join('\n') }
}
