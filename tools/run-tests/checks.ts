/** The static checks: what `npm run check` runs, and `npm test` before the tests. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Ended, root, runNode } from './run.ts'

/** One check: a name for people and the program that decides. */
export interface Check {
  readonly name: string
  readonly command: readonly string[]
}

const bin = (path: string): string => join(root, 'node_modules', path)
const cached = (name: string): string => join(root, 'node_modules', '.cache', 'tapwarden', name)
const folders = ['src', 'tools', 'test', 'bench'].filter((folder) => existsSync(join(root, folder)))

/** Every static check, slowest first, because two run at a time. */
export const checks: readonly Check[] = [
  {
    name: 'types',
    command: [bin('typescript/bin/tsc'), '--noEmit', '--incremental', '--tsBuildInfoFile', cached('types.tsbuildinfo')],
  },
  {
    name: 'layers',
    command: [
      bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...['--config', '.dependency-cruiser.mjs', '--output-type', 'err', ...folders],
    ],
  },
  { name: 'house style', command: ['tools/lint-house.ts'] },
  {
    name: 'format and lint',
    command: [
      bin('@biomejs/biome/bin/biome'),
      ...['check', '--error-on-warnings', '--reporter=concise', '--max-diagnostics=none', '.'],
    ],
  },
  { name: 'registries', command: ['tools/gen-registries.ts', '--check'] },
]

/** Runs all checks, two at a time, printing one line each and the output of those that fail. Returns the failed names. */
export async function runChecks(): Promise<readonly string[]> {
  const waiting = [...checks]
  const failed: string[] = []
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const started = performance.now()
      const ended = await runNode(check.command, 'capture')
      console.log(line(check, ended, performance.now() - started))
      if (ended.code !== 0) failed.push(check.name)
    }
  }
  await Promise.all([worker(), worker()])
  return failed
}

function line({ name }: Check, { code, output }: Ended, elapsedMs: number): string {
  const seconds = `${(elapsedMs / 1000).toFixed(1)} s`
  return code === 0 ? `✔ ${name} (${seconds})` : `✖ ${name} (${seconds})\n${output.replace(/^/gm, '  ')}`
}
