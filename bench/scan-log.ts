/**
 * Reads a mixed log beside grep with the same needles, at one typed command in 100,000 lines and in 100:
 * `node bench/scan-log.ts [--size MIB] [--rounds N] [--seed N]`. Prints processor time, median (least–greatest).
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compareWithGrep, cpuSeconds, peakMebibytes } from './log/compare-with-grep.ts'
import { writeLog } from './log/write-log.ts'

/** How much to read, and how often. */
export interface ScanLogOptions {
  readonly sizeMebibytes: number
  readonly rounds: number
  readonly seed: number
}

const DENSITIES = [100_000, 100]

/** Figures by name for each density; prints a table while it runs. A program that is missing has no figures. */
export function scanLog({ sizeMebibytes, rounds, seed }: ScanLogOptions): Readonly<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'tapwarden-bench-'))
  const [log, needlesFile] = [join(folder, 'mixed.log'), join(folder, 'needles.txt')]
  const figures: Record<string, number> = {}
  try {
    for (const linesPerCommand of DENSITIES) {
      const written = writeLog(log, { sizeBytes: sizeMebibytes * 1024 * 1024, linesPerCommand, seed })
      const ours = [join(import.meta.dirname, 'log', 'read-log.ts'), log]
      const { costs, missing } = compareWithGrep({ log, needlesFile, ours, rounds })
      console.log(`${sizeMebibytes} MiB, ${written.lines} lines, one command in ${linesPerCommand}`)
      for (const program of missing) console.log(`  ${program}: not installed, not compared`)
      for (const [program, runs] of Object.entries(costs)) {
        const { median, least, greatest } = cpuSeconds(runs)
        const ratio = median / cpuSeconds(costs['ours']).median
        console.log(
          `  ${program}: ${median.toFixed(2)} (${least.toFixed(2)}–${greatest.toFixed(2)}) CPU-s, ${ratio.toFixed(2)} times ours`,
        )
        figures[`${program.replaceAll(/\W+/g, '')}CpuSecondsAt1In${linesPerCommand}`] = median
      }
      figures[`oursPeakMebibytesAt1In${linesPerCommand}`] = peakMebibytes(costs['ours'])
    }
    return figures
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '1024' },
      rounds: { type: 'string', default: '5' },
      seed: { type: 'string', default: '1' },
    },
  })
  scanLog({ sizeMebibytes: Number(values.size), rounds: Number(values.rounds), seed: Number(values.seed) })
}
