/** Files the same evidence in another way: permuted, split, concatenated, duplicated, compressed, archived, exported. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { zipSync } from 'fflate'
import { deal, withDuplicates, write } from '../_shared/deal.ts'
import { below, type Random } from '../_shared/random.ts'
import { type FilingOptions, fileFlows } from './file-flows.ts'
import type { RecordPile, Units } from './units.ts'

/** Share of lines that come through a log platform as well, and of those that come through it alone. */
const TWINS = 0.1
const EXPORTED = 0.1
const ARCHIVED = 0.3

/** Writes all units below `folder` in an order and a cut that `random` decides. Configurations are read first or last. */
export function fileEvidence(units: Units, folder: string, { random, isOneRun }: FilingOptions): void {
  fileConfigurations(units, join(folder, random() < 0.5 ? 'a-first' : 'z-last'), random)
  for (const [at, path] of withDuplicates(random, units.repositories).entries())
    fileRepository(path, join(folder, 'history', String(at)), random)
  fileLines(units.lines, folder, random)
  for (const pile of units.piles) fileRecords(pile, join(folder, 'audit', pile.wrapper), random)
  for (const [at, blocks] of deal(random, withDuplicates(random, units.blocks)).entries())
    write(join(folder, 'details', `${at}.detail`), blocks.map((block) => `${block}\n\n`).join(''), random)
  fileFlows(units.flows, folder, { random, isOneRun })
  // A repository is a folder on disk: in an archive it would be files that nobody reads.
  const parts = readdirSync(folder).filter((part) => part !== 'history')
  for (const part of parts) if (random() < ARCHIVED) archive(join(folder, part), random)
}

function fileConfigurations({ configurations }: Units, folder: string, random: Random): void {
  for (const unit of withDuplicates(random, configurations))
    write(join(folder, String(below(random, 1000)), unit.datedName), unit.text, random)
}

/** As the bundle it is, or as the repository that it packs. */
function fileRepository(bundle: string, folder: string, random: Random): void {
  mkdirSync(folder, { recursive: true })
  if (random() < 0.5) copyFileSync(bundle, join(folder, `${below(random, 1000)}.bundle`))
  else execFileSync('git', ['clone', '--quiet', '--mirror', bundle, join(folder, 'backups.git')], { stdio: 'ignore' })
}

function fileLines(lines: readonly string[], folder: string, random: Random): void {
  const [direct, exported]: [string[], string[]] = [[], []]
  for (const line of withDuplicates(random, lines)) {
    const way = random()
    if (way >= EXPORTED) direct.push(line)
    if (way < EXPORTED + TWINS) exported.push(line)
  }
  for (const [at, some] of deal(random, direct).entries()) {
    const text = some.map((line) => `${line}${random() < 0.05 ? '\r' : ''}\n`).join('')
    write(join(folder, 'lines', `${at}.log`), text, random)
  }
  for (const [at, some] of deal(random, exported).entries()) {
    const isTable = random() < 0.5
    write(join(folder, 'export', `${at}.${isTable ? 'csv' : 'ndjson'}`), exportLines(some, isTable), random)
  }
}

/** What Splunk and Elastic export of lines: a table with `_raw`, or JSON lines with `event.original`. */
function exportLines(lines: readonly string[], isTable: boolean): string {
  if (isTable) return `_raw,index\n${lines.map((line) => `"${line.replaceAll('"', '""')}",network\n`).join('')}`
  return lines.map((line) => `${JSON.stringify({ event: { original: line } })}\n`).join('')
}

function fileRecords({ wrapper, records }: RecordPile, folder: string, random: Random): void {
  for (const [at, some] of deal(random, withDuplicates(random, records)).entries())
    write(join(folder, `${at}.json`), frame(random, wrapper, some), random)
}

/** As one delivery file, as an array, or as JSON lines. */
function frame(random: Random, wrapper: string, records: readonly string[]): string {
  const shape = below(random, 3)
  if (shape === 0 && wrapper !== '') return `{"${wrapper}":[${records.join(',')}]}`
  return shape === 1 ? `[\n${records.join(',\n')}\n]\n` : `${records.join('\n')}\n`
}

/** The folder as a zip, or as a tar that is compressed; the folder itself goes. */
function archive(folder: string, random: Random): void {
  if (random() < 0.5) writeFileSync(`${folder}.zip`, zipSync(contents(folder), { level: 1 }))
  else execFileSync('tar', ['-czf', `${folder}.tar.gz`, '-C', folder, '.'])
  rmSync(folder, { recursive: true })
}

function contents(folder: string): Record<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), readFileSync(path)]),
  )
}
