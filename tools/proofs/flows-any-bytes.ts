/**
 * Any bytes that claim to be flows: no throw, bounded memory and time, and counts that a second, plain reader comes to as well. What
 * only damages files of other kinds is the subject of `any-bytes`.
 */
import { progressOf } from './_shared/progress.ts'
import { below, type Random, seededRandom } from './_shared/random.ts'
import type { Proof } from './contract.ts'
import { damage } from './flows-any-bytes/damage.ts'
import { type Flood, flood, floodOfExporters } from './flows-any-bytes/floods.ts'
import { captureSeeds, datagramSeeds, packetSeeds } from './flows-any-bytes/seeds.ts'
import { readAsCapture, readAsPacket, TriedExporter } from './flows-any-bytes/trials.ts'

/** For the worst datagram on a shared machine, the pauses of the collector among it. */
const SLOWEST_MS = 1_000
const LARGEST_RSS_MIB = 600
/** Datagrams of one exporter in a row. */
const LONGEST_TALK = 8

const FULL = {
  datagrams: 1_000_000,
  packets: 200_000,
  captures: 20_000,
  exporters: 32,
  floodDatagrams: 300,
  senders: 20_000,
}
const SLICE = { datagrams: 10_000, packets: 2_000, captures: 200, exporters: 2, floodDatagrams: 20, senders: 5_000 }

const progress = progressOf('flows-any-bytes')

export const proof: Proof = {
  title:
    'Damaged, cut and lying datagrams, packets and captures are read without a throw, in bounded memory, with counts that add up',

  async run({ slice, seed }) {
    const random = seededRandom(seed)
    const size = slice ? SLICE : FULL
    const cuts = cutEverywhere(slice ? 40 : 1)
    const datagrams = tryDatagrams(size.datagrams, random)
    const packets = tryEach(packetSeeds(), size.packets, { random, read: readAsPacket, name: 'packets' })
    const captures = tryEach(captureSeeds(), size.captures, {
      ...{ random, name: 'captures' },
      read: (bytes) => readAsCapture(bytes, random),
    })
    const floods = [...flood(size.exporters, size.floodDatagrams), floodOfExporters(size.senders)]
    const tried = [cuts, datagrams, packets, captures]
    const slowestMs = Math.round(Math.max(datagrams.slowestMs, cuts.slowestMs))
    const largestRssMib = Math.max(...tried.map(({ rssMib }) => rssMib), ...floods.map(({ rssMib }) => rssMib))
    const failures = [...tried.flatMap(({ failures: wrong }) => wrong), ...floods.flatMap(tellProblem)]
    if (slowestMs > SLOWEST_MS) failures.push(`the slowest datagram took ${slowestMs} ms`)
    if (largestRssMib > LARGEST_RSS_MIB) failures.push(`memory reached ${largestRssMib} MiB`)
    return {
      passed: failures.length === 0,
      summary: `${size.datagrams} damaged datagrams (${datagrams.counted} records, templates and samples, those of NetFlow and IPFIX counted alike by a second reader), ${cuts.trials} datagrams cut at every byte, ${size.packets} packets and ${size.captures} captures; floods of ${size.exporters} exporters at once; the slowest datagram took ${slowestMs} ms, memory reached ${largestRssMib} of ${LARGEST_RSS_MIB} MiB.`,
      figures: {
        damagedDatagrams: size.datagrams,
        countedInDamagedDatagrams: datagrams.counted,
        cutDatagrams: cuts.trials,
        damagedPackets: size.packets,
        damagedCaptures: size.captures,
        slowestDatagramMs: slowestMs,
        slowestCaptureMs: Math.round(captures.slowestMs),
        largestRssMib,
        ...Object.fromEntries(floods.map((one) => [`flood of ${one.name}`, tellFlood(one)])),
      },
      failures: failures.slice(0, 20),
    }
  },
}

interface Tried {
  readonly failures: readonly string[]
  readonly slowestMs: number
  readonly rssMib: number
  readonly trials: number
  /** Records, templates, samples and what could not be read. */
  readonly counted: number
}

/** Exporters that send a few damaged datagrams of one case, or of several, one behind the other. */
function tryDatagrams(trials: number, random: Random): Tried {
  const seeds = datagramSeeds()
  const failures: string[] = []
  let [slowestMs, rssMib, done, counted] = [0, 0, 0, 0]
  const pick = (): readonly Uint8Array[] => seeds[below(random, seeds.length)] ?? []
  while (done < trials) {
    const talk = below(random, 4) === 0 ? [...pick(), ...pick()] : pick()
    const sent = talk.slice(0, LONGEST_TALK).map((bytes) => damage(bytes, random, one(pick(), random)))
    const { problem, exporter } = sendAll(sent)
    if (problem !== undefined) failures.push(`datagrams, trial ${done}: ${problem}`)
    slowestMs = Math.max(slowestMs, exporter.slowestMs)
    counted += exporter.sink.total
    done += sent.length
    if (done % 64 < sent.length) rssMib = Math.max(rssMib, residentMib())
    progress(`${done} of ${trials} datagrams`)
  }
  return { failures, slowestMs, rssMib, trials: done, counted }
}

/** Every seed behind its whole group, cut at every byte (or at every so many). */
function cutEverywhere(step: number): Tried {
  const failures: string[] = []
  let [slowestMs, trials, counted] = [0, 0, 0]
  for (const group of datagramSeeds())
    for (const bytes of group.slice(0, LONGEST_TALK))
      for (let length = 0; length < bytes.length; length += step) {
        const { problem, exporter } = sendAll([...group.slice(0, LONGEST_TALK), bytes.subarray(0, length)])
        if (problem !== undefined) failures.push(`cut at ${length}: ${problem}`)
        slowestMs = Math.max(slowestMs, exporter.slowestMs)
        counted += exporter.sink.total
        trials += 1
      }
  return { failures, slowestMs, rssMib: residentMib(), trials, counted }
}

function sendAll(datagrams: readonly Uint8Array[]): {
  readonly problem: string | undefined
  readonly exporter: TriedExporter
} {
  const exporter = new TriedExporter()
  try {
    for (const bytes of datagrams) exporter.send(bytes)
    return { problem: exporter.finish(), exporter }
  } catch (error) {
    return { problem: thrown(error), exporter }
  }
}

interface Reader {
  readonly name: string
  readonly random: Random
  read(bytes: Uint8Array): string | undefined
}

function tryEach(seeds: readonly Uint8Array[], trials: number, { name, random, read }: Reader): Tried {
  const failures: string[] = []
  let [slowestMs, rssMib] = [0, 0]
  for (let trial = 0; trial < trials; trial += 1) {
    const bytes = damage(one(seeds, random), random, one(seeds, random))
    const started = performance.now()
    const problem = attempt(() => read(bytes))
    slowestMs = Math.max(slowestMs, performance.now() - started)
    if (problem !== undefined) failures.push(`${name}, trial ${trial}: ${problem}`)
    if (trial % 100 === 0) rssMib = Math.max(rssMib, residentMib())
    progress(`${trial} of ${trials} ${name}`)
  }
  return { failures, slowestMs, rssMib, trials, counted: 0 }
}

function attempt(read: () => string | undefined): string | undefined {
  try {
    return read()
  } catch (error) {
    return thrown(error)
  }
}

function one(seeds: readonly Uint8Array[], random: Random): Uint8Array {
  return seeds[below(random, seeds.length)] ?? new Uint8Array(0)
}

function residentMib(): number {
  return Math.round(process.memoryUsage.rss() / 1_048_576)
}

function tellProblem({ name, problem }: Flood): readonly string[] {
  return problem === undefined ? [] : [`flood of ${name}: ${problem}`]
}

function tellFlood({ mebibytesSent, rssMib, slowestMs }: Flood): string {
  return `${mebibytesSent} MiB sent, ${rssMib} MiB resident, ${slowestMs} ms`
}

function thrown(error: unknown): string {
  return `threw ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error)}`
}
