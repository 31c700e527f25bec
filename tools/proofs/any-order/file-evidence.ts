/** Files the same evidence in another way: permuted, split, concatenated, duplicated, compressed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { below, type Random, shuffled } from '../_shared/random.ts'
import type { Units } from './units.ts'

/** Share of units that are there twice. */
const DUPLICATED = 0.15
const COMPRESSED = 0.25

/** Writes all units below `folder` in an order and a cut that `random` decides. Configurations are read first or last. */
export function fileEvidence(units: Units, folder: string, random: Random): void {
  const configurations = random() < 0.5 ? 'a-first' : 'z-last'
  for (const unit of withDuplicates(random, units.configurations)) {
    write(join(folder, configurations, String(below(random, 1000)), unit.datedName), unit.text, random)
  }
  for (const [at, lines] of deal(random, withDuplicates(random, units.lines)).entries()) {
    write(
      join(folder, 'lines', `${at}.log`),
      lines.map((line) => `${line}${random() < 0.05 ? '\r' : ''}\n`).join(''),
      random,
    )
  }
  for (const [at, records] of deal(random, withDuplicates(random, units.records)).entries()) {
    write(join(folder, 'audit', `${at}.json`), frame(random, records), random)
  }
}

function withDuplicates<T>(random: Random, units: readonly T[]): readonly T[] {
  return shuffled(random, [...units, ...units.filter(() => random() < DUPLICATED)])
}

/** Between one and five piles. */
function deal<T>(random: Random, units: readonly T[]): readonly (readonly T[])[] {
  const piles = Array.from({ length: 1 + below(random, 5) }, (): T[] => [])
  for (const unit of units) piles[below(random, piles.length)]?.push(unit)
  return piles.filter((pile) => pile.length > 0)
}

/** As one delivery file, as an array, or as JSON lines. */
function frame(random: Random, records: readonly string[]): string {
  const shape = below(random, 3)
  if (shape === 0) return `{"Records":[${records.join(',')}]}`
  return shape === 1 ? `[\n${records.join(',\n')}\n]\n` : `${records.join('\n')}\n`
}

function write(path: string, text: string, random: Random): void {
  mkdirSync(dirname(path), { recursive: true })
  if (random() < COMPRESSED) writeFileSync(`${path}.gz`, gzipSync(text))
  else writeFileSync(path, text)
}
