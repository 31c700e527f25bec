/** How units are dealt into files: order, repetition, number of files, compression. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { below, type Random, shuffled } from './random.ts'

/** Share of units that are there twice. */
const DUPLICATED = 0.15
const COMPRESSED = 0.25

/** All units in another order, some of them twice. */
export function withDuplicates<T>(random: Random, units: readonly T[]): readonly T[] {
  return shuffled(random, [...units, ...units.filter(() => random() < DUPLICATED)])
}

/** Between one and five piles. */
export function deal<T>(random: Random, units: readonly T[]): readonly (readonly T[])[] {
  const piles = Array.from({ length: 1 + below(random, 5) }, (): T[] => [])
  for (const unit of units) piles[below(random, piles.length)]?.push(unit)
  return piles.filter((pile) => pile.length > 0)
}

/** Writes a file and the folders above it; some are compressed, and are called so. */
export function write(path: string, content: string | Uint8Array, random: Random): void {
  mkdirSync(dirname(path), { recursive: true })
  if (random() < COMPRESSED) writeFileSync(`${path}.gz`, gzipSync(content))
  else writeFileSync(path, content)
}
