/** Our reading of a log beside grep with the same needles, in turn. */
import { writeFileSync } from 'node:fs'
import { dialects } from '../../src/dialects/registry.generated.ts'
import { mirrorWords } from '../../src/engine/reading/mirror-words.data.ts'
import { type Cost, isInstalled, measure, measureNode, type Spread, spreadOf } from './measure.ts'

/** What is compared. */
export interface Comparison {
  readonly log: string
  /** A file that the needles are written to, for grep. */
  readonly needlesFile: string
  /** Our program and its arguments, without Node. */
  readonly ours: readonly string[]
  readonly rounds: number
}

/** Costs by name: `ours`, `grep -F` (which minds the case), `grep -i -F` (which does our work). */
export interface Compared {
  readonly costs: Readonly<Record<string, readonly Cost[]>>
  /** Programs that are not installed: they are reported, and nothing is concluded of them. */
  readonly missing: readonly string[]
}

/** Every needle of the line readers, and the words of mirrors: what our scanner looks for. */
export function lineNeedles(): readonly string[] {
  return [...new Set([...dialects.flatMap(({ line }) => line?.needles ?? []), ...mirrorWords])]
}

/** Runs ours and grep in turn, A B C A B C …, so that a noisy moment meets all alike. */
export function compareWithGrep({ log, needlesFile, ours, rounds }: Comparison): Compared {
  writeFileSync(needlesFile, `${lineNeedles().join('\n')}\n`)
  const hasGrep = isInstalled('grep')
  const runs: Readonly<Record<string, () => Cost>> = {
    ours: () => measureNode(ours),
    ...(hasGrep ? { 'grep -F': () => measure(['grep', '-a', '-c', '-F', '-f', needlesFile, log]) } : {}),
    ...(hasGrep ? { 'grep -i -F': () => measure(['grep', '-a', '-c', '-i', '-F', '-f', needlesFile, log]) } : {}),
  }
  const costs: Record<string, Cost[]> = Object.fromEntries(Object.keys(runs).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(runs)) costs[name]?.push(run())
  }
  return { costs, missing: hasGrep ? [] : ['grep'] }
}

/** Processor seconds of the runs of one program. */
export function cpuSeconds(costs: readonly Cost[] | undefined): Spread {
  return spreadOf((costs ?? []).map((cost) => cost.cpuSeconds))
}

/** The most memory of all runs, in mebibytes. */
export function peakMebibytes(costs: readonly Cost[] | undefined): number {
  return Math.ceil(Math.max(...(costs ?? []).map(({ peakBytes = 0 }) => peakBytes)) / 1024 / 1024)
}
