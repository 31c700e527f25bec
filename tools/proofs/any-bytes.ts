/** Any bytes in: no throw, bounded time and memory, and every line or record accounted for. */
import { assessmentParts, dialects } from '../../src/app/plug-ins.ts'
import { assess } from '../../src/engine/assess.ts'
import { readInputs } from '../../src/engine/reading/read-inputs.ts'
import { Fact } from '../../src/facts/fact.ts'
import { EMPTY_INVENTORY } from '../../src/inventory/inventory.ts'
import { below, seededRandom } from './_shared/random.ts'
import { mutate } from './any-bytes/mutate.ts'
import { readSeeds } from './any-bytes/seeds.ts'
import type { Proof } from './contract.ts'

const NOW = '2026-11-16T09:00:00.000Z'
/** For two megabytes of the worst bytes, on a shared machine. */
const SLOWEST_MS = 5_000
const LARGEST_RSS_MIB = 600

/** Reads and assesses one damaged input; returns what is wrong, if anything. */
async function digest(bytes: Buffer): Promise<string | undefined> {
  const facts = new Map<string, Fact>()
  const { inputs } = await readInputs({
    inputs: single(bytes),
    dialects,
    realm: 'default',
    reference: NOW,
    coverage: 'exact',
    onFacts: (some) => {
      for (const fact of some) facts.set(fact.id, fact)
    },
  })
  const [summary] = inputs
  if (summary === undefined) return 'the input is not in the summary'
  const counted = Object.values(summary.counts).reduce((sum, count) => sum + count, 0)
  if (counted !== summary.units) return `counts add up to ${counted}, not ${summary.units}`
  const parked = summary.notes.find(({ code }) => code === 'reading/dialect-failed')
  if (parked !== undefined) return `a dialect threw: ${parked.message}`
  const wrong = [...facts.values()].find((fact) => !Fact.safeParse(fact).success)
  if (wrong !== undefined) return `a ${wrong.kind} fact is not of its schema`
  assess(
    { facts: [...facts.values()], inventory: EMPTY_INVENTORY, now: NOW, coverageBasis: 'exact', withPlaces: false },
    assessmentParts(),
  )
  return undefined
}

async function* single(bytes: Buffer) {
  yield {
    path: 'fuzzed',
    sizeBytes: bytes.length,
    async *open() {
      yield bytes
    },
  }
}

export const proof: Proof = {
  title: 'Damaged and truncated inputs of every dialect are digested: no throw, bounded time and memory, counts add up',

  async run({ slice, seed }) {
    const random = seededRandom(seed)
    const seeds = readSeeds()
    const trials = slice ? 400 : 20_000
    const failures: string[] = []
    let slowestMs = 0
    let bytesRead = 0
    let largestRssMib = 0
    for (let trial = 0; trial < trials; trial += 1) {
      const pick = (): Buffer => seeds[below(random, seeds.length)] ?? Buffer.alloc(0)
      const bytes = mutate(pick(), random, pick())
      const started = performance.now()
      const problem = await digest(bytes).catch(
        (error: unknown) => `threw ${error instanceof Error ? error.stack : String(error)}`,
      )
      slowestMs = Math.max(slowestMs, performance.now() - started)
      bytesRead += bytes.length
      if (trial % 50 === 0) largestRssMib = Math.max(largestRssMib, Math.round(process.memoryUsage.rss() / 1_048_576))
      if (problem !== undefined) failures.push(`trial ${trial}: ${problem}`)
    }
    if (slowestMs > SLOWEST_MS) failures.push(`the slowest input took ${Math.round(slowestMs)} ms`)
    if (largestRssMib > LARGEST_RSS_MIB) failures.push(`memory reached ${largestRssMib} MiB`)
    return {
      passed: failures.length === 0,
      summary: `${trials} damaged inputs (${Math.round(bytesRead / 1_048_576)} MiB) from ${seeds.length} seeds; the slowest took ${Math.round(slowestMs)} ms, memory reached ${largestRssMib} MiB.`,
      figures: {
        trials,
        seeds: seeds.length,
        mebibytes: Math.round(bytesRead / 1_048_576),
        slowestMs: Math.round(slowestMs),
        largestRssMib,
      },
      failures: failures.slice(0, 20),
    }
  },
}
