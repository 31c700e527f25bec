/**
 * Any bytes in: no throw, bounded time and memory, time that grows as the text does, and every line or record accounted for. Secrets
 * that must not come out again are the subject of `test/contracts/canaries.test.ts`.
 */
import { progressOf } from './_shared/progress.ts'
import { below, type Random, seededRandom } from './_shared/random.ts'
import { digest } from './any-bytes/digest.ts'
import { type Growth, isLinear, measureGrowth } from './any-bytes/linear-time.ts'
import { mutate } from './any-bytes/mutate.ts'
import { archiveSeeds, readSeeds, seedsOf } from './any-bytes/seeds.ts'
import { allTargets, type Target } from './any-bytes/targets.ts'
import type { Proof } from './contract.ts'

/** For two megabytes of the worst bytes, on a shared machine. */
const SLOWEST_MS = 5_000
const LARGEST_RSS_MIB = 700
const KIBIBYTE = 1024

const FULL = { files: 8_000, archives: 4_000, readings: 200, bytes: 128 * KIBIBYTE }
const SLICE = { files: 300, archives: 100, readings: 10, bytes: 16 * KIBIBYTE }

const progress = progressOf('any-bytes')

export const proof: Proof = {
  title:
    'Damaged and truncated inputs of every dialect and archive are digested: no throw, bounded memory, linear time, counts add up',

  async run({ slice, seed }) {
    const random = seededRandom(seed)
    const size = slice ? SLICE : FULL
    const files = await digestDamaged({ what: 'files', seeds: readSeeds(), trials: size.files, random })
    const archives = await digestDamaged({ what: 'archives', seeds: archiveSeeds(), trials: size.archives, random })
    const readings = allTargets().map((target) => readDamaged(target, size.readings, random))
    const growths = measureGrowth(size.bytes, progress)
    const steepest = growths.filter(({ largestMs }) => largestMs >= 20).reduce(steeper, NO_GROWTH)
    const failures = [
      ...files.failures,
      ...archives.failures,
      ...readings.flat(),
      ...growths.filter((growth) => !isLinear(growth)).map((growth) => `not linear: ${tell(growth)}`),
    ]
    const slowestMs = Math.max(files.slowestMs, archives.slowestMs)
    const largestRssMib = Math.max(files.largestRssMib, archives.largestRssMib)
    if (slowestMs > SLOWEST_MS) failures.push(`the slowest input took ${slowestMs} ms`)
    if (largestRssMib > LARGEST_RSS_MIB) failures.push(`memory reached ${largestRssMib} MiB`)
    return {
      passed: failures.length === 0,
      summary: `${size.files} damaged files (${files.mebibytes} MiB), ${size.archives} archives and ${readings.length} readers of ${size.readings} texts each; the slowest input took ${slowestMs} ms, memory reached ${largestRssMib} MiB, and twice the text took at most ${steepest.growth.toFixed(1)} times the time.`,
      figures: {
        damagedFiles: size.files,
        damagedArchives: size.archives,
        inputsOfArchives: archives.inputs,
        readers: readings.length,
        textsForEachReader: size.readings,
        mebibytes: files.mebibytes + archives.mebibytes,
        slowestMs,
        largestRssMib,
        shapesMeasured: growths.length,
        steepest: tell(steepest),
      },
      failures: failures.slice(0, 20),
    }
  },
}

const NO_GROWTH: Growth = { target: 'none', shape: 'none', largestMs: 0, growth: 0 }

function steeper(one: Growth, other: Growth): Growth {
  return other.growth > one.growth ? other : one
}

function tell({ target, shape, growth, largestMs }: Growth): string {
  return `${target}, ${shape}: ${growth.toFixed(1)} times for twice the text, ${Math.round(largestMs)} ms at most`
}

interface Trials {
  readonly what: string
  readonly seeds: readonly Buffer[]
  readonly trials: number
  readonly random: Random
}

interface Outcome {
  readonly failures: readonly string[]
  readonly slowestMs: number
  readonly largestRssMib: number
  readonly mebibytes: number
  readonly inputs: number
}

/** Damaged bytes through unpacking, reading and assessment. */
async function digestDamaged({ what, seeds, trials, random }: Trials): Promise<Outcome> {
  const failures: string[] = []
  let [slowestMs, bytesRead, largestRssMib, inputs] = [0, 0, 0, 0]
  for (let trial = 0; trial < trials; trial += 1) {
    progress(`${trial} of ${trials} ${what}`)
    const bytes = damaged(seeds, random)
    const started = performance.now()
    const outcome = await digest(bytes).catch((error: unknown) => ({ problem: `threw ${thrown(error)}`, inputs: 0 }))
    slowestMs = Math.max(slowestMs, Math.round(performance.now() - started))
    bytesRead += bytes.length
    inputs += outcome.inputs
    if (trial % 50 === 0) largestRssMib = Math.max(largestRssMib, Math.round(process.memoryUsage.rss() / 1_048_576))
    if (outcome.problem !== undefined) failures.push(`${what}, trial ${trial}: ${outcome.problem}`)
  }
  return { failures, slowestMs, largestRssMib, mebibytes: Math.round(bytesRead / 1_048_576), inputs }
}

/** Damaged texts of a dialect's own cases, given to one of its readers directly: no needle and no recognition in between. */
function readDamaged(target: Target, trials: number, random: Random): readonly string[] {
  const seeds = seedsOf(target.dialect)
  const failures: string[] = []
  for (let trial = 0; trial < trials; trial += 1) {
    try {
      target.read(damaged(seeds, random).toString('utf8'))
    } catch (error) {
      failures.push(`${target.name}, trial ${trial}: threw ${thrown(error)}`)
    }
  }
  progress(target.name)
  return failures
}

function damaged(seeds: readonly Buffer[], random: Random): Buffer {
  const pick = (): Buffer => seeds[below(random, seeds.length)] ?? Buffer.alloc(0)
  return mutate(pick(), random, pick())
}

function thrown(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error)
}
