/** A large log through the public command: bounded memory, every line counted, and the time beside grep's. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compareWithGrep, cpuSeconds, peakMebibytes } from '../../bench/log/compare-with-grep.ts'
import { type Cost, measureNode } from '../../bench/log/measure.ts'
import { type WrittenLog, writeLog } from '../../bench/log/write-log.ts'
import type { Proof, ProofResult } from './contract.ts'

const MEBIBYTE = 1024 * 1024
const FULL_MEBIBYTES = 1024
const SLICE_MEBIBYTES = 64
const LARGEST_PEAK_MEBIBYTES = 200
const LINES_PER_COMMAND = [100_000, 100]

const root = join(import.meta.dirname, '..', '..')
const program = join(root, 'dist', 'cli.js')

/** One density of commands: how large the log is, where it lies, and how often it is read. */
interface Trial {
  readonly folder: string
  readonly mebibytes: number
  readonly linesPerCommand: number
  readonly seed: number
  readonly rounds: number
}

interface Outcome {
  readonly figures: ProofResult['figures']
  readonly failures: readonly string[]
}

function attempt({ folder, mebibytes, linesPerCommand, seed, rounds }: Trial): Outcome {
  const log = join(folder, 'mixed.log')
  const written = writeLog(log, { sizeBytes: mebibytes * MEBIBYTE, linesPerCommand, seed })
  const ours = [program, 'scan', log, '--at', '2026-11-14T00:00:00Z', '--json']
  const { costs, missing } = compareWithGrep({ log, needlesFile: join(folder, 'needles.txt'), ours, rounds })
  const peak = peakMebibytes(costs['ours'])
  const speed = (name: string): number => Math.round(written.bytes / 1e6 / cpuSeconds(costs[name]).median)
  const figures: Record<string, number> = { lines: written.lines, commands: written.commands, peakMebibytes: peak }
  for (const name of Object.keys(costs)) {
    figures[`${name} megabytesPerCpuSecond`] = speed(name)
    figures[`${name} cpuSeconds`] = Math.round(cpuSeconds(costs[name]).median * 100) / 100
  }
  const failures = [
    ...missing.map((name) => `${name} is not installed: nothing to compare with`),
    ...Object.entries(costs).flatMap(([name, runs]) => wrongRuns(name, runs)),
    ...(peak < LARGEST_PEAK_MEBIBYTES ? [] : [`held ${peak} MiB, not less than ${LARGEST_PEAK_MEBIBYTES}`]),
    ...wrongCounts(log, { written, selectedByGrep: Number(costs['grep -i -F']?.[0]?.stdout) }),
  ]
  const at = `1 in ${linesPerCommand}`
  return {
    figures: Object.fromEntries(Object.entries(figures).map(([name, figure]) => [`${at}: ${name}`, figure])),
    failures: failures.map((failure) => `${at}: ${failure}`),
  }
}

function wrongRuns(name: string, runs: readonly Cost[]): readonly string[] {
  return runs.flatMap(({ status }) => (status === 0 ? [] : [`${name} ended with exit code ${status}`]))
}

/** Whether every line is accounted for, and the selected ones are those that grep finds: the typed commands. */
function wrongCounts(
  log: string,
  of: { readonly written: WrittenLog; readonly selectedByGrep: number },
): readonly string[] {
  const read = measureNode([join(root, 'bench', 'log', 'read-log.ts'), log])
  const { counts, escapes }: { counts: Record<string, number>; escapes: number } = JSON.parse(read.stdout)
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const selected = total - (counts['not-selected'] ?? 0)
  const { lines, commands } = of.written
  return [
    ...(total === lines ? [] : [`counted ${total} lines of ${lines}`]),
    ...(selected === commands ? [] : [`selected ${selected} lines, of ${commands} that hold commands`]),
    ...(of.selectedByGrep === commands ? [] : [`grep finds ${of.selectedByGrep} lines, not ${commands}`]),
    ...(escapes === 0 ? [] : [`${escapes} sampled lines escaped the needles`]),
  ]
}

export const proof: Proof = {
  title: 'A log of 1 GiB streams through scan in less than 200 MiB, with few and with many typed commands in it',

  async run({ slice, seed }) {
    if (!existsSync(program)) throw new Error('dist/cli.js is missing: run `npm run build`')
    const mebibytes = slice ? SLICE_MEBIBYTES : FULL_MEBIBYTES
    const rounds = slice ? 1 : 3
    const folder = mkdtempSync(join(tmpdir(), 'tapwarden-large-log-'))
    try {
      const outcomes = LINES_PER_COMMAND.map((linesPerCommand) =>
        attempt({ folder, mebibytes, linesPerCommand, seed, rounds }),
      )
      const figures = Object.assign({}, ...outcomes.map((outcome) => outcome.figures))
      const failures = outcomes.flatMap((outcome) => outcome.failures)
      return { passed: failures.length === 0, summary: summarise(mebibytes, figures), figures, failures }
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

function summarise(mebibytes: number, figures: ProofResult['figures']): string {
  const each = LINES_PER_COMMAND.map((linesPerCommand) => {
    const figure = (name: string): string => String(figures[`1 in ${linesPerCommand}: ${name}`] ?? 'no')
    const speeds = ['ours', 'grep -F', 'grep -i -F'].map((name) => figure(`${name} megabytesPerCpuSecond`))
    return `at one command in ${linesPerCommand} lines ${figure('peakMebibytes')} MiB and ${speeds[0]} MB per CPU-second (grep -F ${speeds[1]}, grep -i -F ${speeds[2]})`
  })
  return `${mebibytes} MiB through scan: ${each.join('; ')}.`
}
