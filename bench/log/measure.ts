/** Runs a command and measures what it cost: processor time, wall time and the most memory it held. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What one run cost. `peakBytes` is known of Node programs only. */
export interface Cost {
  readonly cpuSeconds: number
  readonly wallSeconds: number
  readonly peakBytes?: number | undefined
  readonly status: number
  readonly stdout: string
}

/** Output kept of a run; the JSON of a scan stays far below. */
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024

/** Whether a program can be run here. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined
}

/**
 * Runs a program with arguments. Processor time is user and system time of the whole process, as bash counts it.
 * Throws when bash is missing.
 */
export function measure(command: readonly string[]): Cost {
  const script = 'TIMEFORMAT=\'%R %U %S\'; { time "$@" 2>&3; } 3>&2'
  const ended = spawnSync('bash', ['-c', script, 'bash', ...command], {
    encoding: 'latin1',
    maxBuffer: MAX_OUTPUT_BYTES,
    env: { ...process.env, LC_ALL: 'C' },
  })
  if (ended.error !== undefined) throw ended.error
  const [wall = '', user = '', system = ''] = ended.stderr.trimEnd().split('\n').at(-1)?.split(' ') ?? []
  return {
    cpuSeconds: Number(user) + Number(system),
    wallSeconds: Number(wall),
    status: ended.status ?? -1,
    stdout: ended.stdout,
  }
}

/** Like {@link measure}, for a program of ours under this Node, with its peak memory. */
export function measureNode(args: readonly string[]): Cost {
  const folder = mkdtempSync(join(tmpdir(), 'tapwarden-measure-'))
  const peakFile = join(folder, 'peak')
  try {
    const witness = pathToFileURL(join(import.meta.dirname, 'peak-memory.mjs')).href
    const cost = measure(['env', `TAPWARDEN_PEAK_FILE=${peakFile}`, process.execPath, '--import', witness, ...args])
    return { ...cost, peakBytes: Number(readFileSync(peakFile, 'utf8')) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Middle, least and greatest of some figures. */
export interface Spread {
  readonly median: number
  readonly least: number
  readonly greatest: number
}

/** `[3, 1, 2]` → `{ median: 2, least: 1, greatest: 3 }`; the lower middle of an even number. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b)
  const at = (index: number): number => sorted[index] ?? Number.NaN
  return { median: at((sorted.length - 1) >> 1), least: at(0), greatest: at(sorted.length - 1) }
}
