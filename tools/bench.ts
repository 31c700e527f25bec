/**
 * Runs benchmarks: `npm run bench [-- <name>…] [--keep]`. Figures are printed beside the kept ones of
 * `bench/results.json`; `--keep` makes them the new ones.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Bench } from '../bench/contract.ts'

type Figures = Readonly<Record<string, number>>

const folder = join(import.meta.dirname, '..', 'bench')
const resultsFile = join(folder, 'results.json')
const { values, positionals } = parseArgs({ allowPositionals: true, options: { keep: { type: 'boolean' } } })
const results: Record<string, Figures> = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : {}
const names = globSync('*.bench.ts', { cwd: folder }).map((file) => file.replace('.bench.ts', ''))

for (const name of names.sort()) if (positionals.length === 0 || positionals.includes(name)) await measure(name)
if (values.keep === true) writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`)

async function measure(name: string): Promise<void> {
  const module: { readonly bench: Bench } = await import(pathToFileURL(join(folder, `${name}.bench.ts`)).href)
  console.log(`${name}: ${module.bench.title}`)
  const figures = await module.bench.run()
  for (const [figure, value] of Object.entries(figures))
    console.log(`  ${figure}: ${compared(value, results[name]?.[figure])}`)
  results[name] = figures
}

function compared(value: number, kept: number | undefined): string {
  const rounded = Number(value.toPrecision(4))
  if (kept === undefined || kept === 0) return String(rounded)
  const change = Math.round((value / kept - 1) * 100)
  return `${rounded} (${change >= 0 ? '+' : ''}${change} % against ${Number(kept.toPrecision(4))})`
}
