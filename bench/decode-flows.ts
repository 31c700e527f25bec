/**
 * Reads export datagrams beside an object-per-record decoder and `node-netflowv9`:
 * `node bench/decode-flows.ts [--datagrams N] [--rounds N] [--seed N]`. Prints millions of records for each second of processor
 * time, median (least–greatest), and how many times slower than ours the others are.
 */
import { parseArgs } from 'node:util'
import { type Compared, compareDecoders } from './flows/compare-decoders.ts'
import type { DatagramSet } from './flows/datagrams.ts'
import { loadNodeNetflow } from './flows/node-netflowv9.ts'
import { objects } from './flows/objects.ts'
import { ours } from './flows/ours.ts'
import { readMemory } from './flows/read-memory.ts'

/** How much to read, and how often. */
export interface DecodeFlowsOptions {
  readonly datagrams: number
  readonly rounds: number
  readonly seed: number
}

/** The formats, in the order in which they are measured. */
export const KINDS: readonly DatagramSet['kind'][] = ['netflow-v5', 'netflow-v9', 'ipfix', 'sflow-v5']

/** One flow in how many is kept: hardly any, and as many as a network that is mirrored all over would have. */
export const DENSITIES = [10_000, 100] as const

/** Every comparison by format and density, and the contenders that are not there. */
export interface DecodedFlows {
  readonly compared: Readonly<Record<string, Compared>>
  readonly missing: readonly string[]
}

/** Compares all formats; prints a table while it runs. */
export function decodeFlows(options: DecodeFlowsOptions): DecodedFlows {
  const contenders = [ours, objects, loadNodeNetflow(), readMemory]
  const missing = contenders.flatMap(({ name, missing }) => (missing === undefined ? [] : [`${name}: ${missing}`]))
  for (const line of missing) console.log(`${line}, not compared`)
  const compared: Record<string, Compared> = {}
  for (const flowsPerKept of DENSITIES) {
    for (const kind of KINDS) {
      const result = compareDecoders(contenders, { ...options, kind, flowsPerKept })
      compared[`${kind} 1 in ${flowsPerKept}`] = result
      console.log(`${kind}: ${result.records} records in ${result.mebibytes} MiB, one in ${flowsPerKept} kept`)
      for (const line of linesOf(result)) console.log(`  ${line}`)
    }
  }
  return { compared, missing }
}

function linesOf({ measured, failures }: Compared): readonly string[] {
  const best = measured[ours.name]?.speed.median ?? Number.NaN
  const lines = Object.entries(measured).map(([name, { speed, found }]) => {
    const { median, least, greatest } = speed
    const kept = found.kept === undefined ? '' : `, ${found.kept} kept`
    return `${name}: ${median.toFixed(2)} (${least.toFixed(2)}–${greatest.toFixed(2)}) M records per CPU-s, ours is ${(best / median).toFixed(2)} times that${kept}`
  })
  return [...lines, ...failures]
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      datagrams: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '5' },
      seed: { type: 'string', default: '1' },
    },
  })
  decodeFlows({ datagrams: Number(values.datagrams), rounds: Number(values.rounds), seed: Number(values.seed) })
}
