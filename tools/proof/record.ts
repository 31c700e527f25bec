/** Keeps the result of a full-size proof in `docs/proofs/`: JSON for machines, a short page for people. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { ProofResult } from '../proofs/contract.ts'

/** A result with all that is needed to run the proof again. */
export interface ProofRecord extends ProofResult {
  readonly name: string
  readonly title: string
  readonly seed: number
  readonly seconds: number
  /** When the run ended, ISO 8601. */
  readonly at: string
}

/** Writes `<folder>/<name>.json` and `<name>.md`. */
export function keep(record: ProofRecord, folder: string): void {
  mkdirSync(folder, { recursive: true })
  const machine = {
    node: process.versions.node,
    platform: `${process.platform}-${process.arch}`,
    cpus: availableParallelism(),
  }
  writeFileSync(join(folder, `${record.name}.json`), `${JSON.stringify({ ...record, machine }, null, 2)}\n`)
  writeFileSync(join(folder, `${record.name}.md`), page(record))
}

/** The page of a result, in Markdown. */
export function page(record: ProofRecord): string {
  const { name, title, seed, seconds, at, passed, summary, figures, failures } = record
  const rows = Object.entries(figures).map(([figure, value]) => `| ${figure} | ${value} |`)
  return [
    `# ${title}`,
    '',
    `**${passed ? 'Holds' : 'Does not hold'}.** ${summary}`,
    '',
    ...failures.map((failure) => `- ${failure}`),
    ...(failures.length > 0 ? [''] : []),
    ...(rows.length > 0 ? ['| figure | value |', '| --- | --- |', ...rows, ''] : []),
    `Run again: \`npm run proof -- ${name} --seed ${seed}\`. Last full run: ${at.slice(0, 10)}, ${seconds} s.`,
    '',
  ].join('\n')
}
