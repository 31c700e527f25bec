/**
 * Runs proofs: `npm run proof -- <name>|all [--slice] [--seed N]`; without a name it lists them. A full-size run is kept
 * in `docs/proofs/`. Exit code 1 when a proof fails.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openProof, proofNames } from './proof/find.ts'
import { keep } from './proof/record.ts'
import type { ProofOptions, ProofResult } from './proofs/contract.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { slice: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } },
})
const options: ProofOptions = { slice: values.slice, seed: Number(values.seed) }
const known = proofNames()
const unknown = positionals.filter((name) => name !== 'all' && !known.includes(name))

if (unknown.length > 0) refuse(unknown)
else if (positionals.length === 0) await list()
else await proveAll(positionals.includes('all') ? known : positionals)

async function list(): Promise<void> {
  if (known.length === 0) console.log('no proofs yet')
  for (const name of known) console.log(`${name.padEnd(24)} ${(await openProof(name)).title}`)
}

/** Each of several in a process of its own: what one holds in memory is nothing that another reached. */
async function proveAll(names: readonly string[]): Promise<void> {
  const [only] = names
  if (only !== undefined && names.length === 1) return prove(only)
  for (const name of names) {
    const parameters = [import.meta.filename, name, '--seed', values.seed, ...(options.slice ? ['--slice'] : [])]
    const { status } = spawnSync(process.execPath, parameters, { stdio: 'inherit' })
    if (status !== 0) process.exitCode = 1
  }
}

async function prove(name: string): Promise<void> {
  const proof = await openProof(name)
  const started = performance.now()
  const result = await proof.run(options).catch(crashed)
  const seconds = Math.round((performance.now() - started) / 100) / 10
  print(`${name}: ${proof.title}`, result, seconds)
  const folder = join(import.meta.dirname, '..', 'docs', 'proofs')
  if (!options.slice)
    keep({ name, title: proof.title, seed: options.seed, seconds, at: new Date().toISOString(), ...result }, folder)
  if (!result.passed) process.exitCode = 1
}

function crashed(error: unknown): ProofResult {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { passed: false, summary: 'The proof itself broke.', figures: {}, failures: [text] }
}

function print(heading: string, { passed, summary, figures, failures }: ProofResult, seconds: number): void {
  console.log(`${passed ? '✔' : '✖'} ${heading} (${seconds} s${options.slice ? ', slice' : ''})\n  ${summary}`)
  for (const [figure, value] of Object.entries(figures)) console.log(`    ${figure}: ${value}`)
  for (const failure of failures) console.log(`  ! ${failure}`)
}

function refuse(names: readonly string[]): void {
  console.error(`no such proof: ${names.join(', ')}. There are: ${known.join(', ') || 'none yet'}`)
  process.exitCode = 2
}
