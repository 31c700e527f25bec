/** Contenders over the same datagrams, in turn, in processor time of this process. */
import { type Spread, spreadOf } from '../log/measure.ts'
import type { Contender, Found } from './contenders.ts'
import { type DatagramOptions, writeDatagrams } from './datagrams.ts'

/** What one contender did with one format. */
export interface Measured {
  readonly found: Found
  /** Millions of records for each second of processor time. */
  readonly speed: Spread
}

/** Of one format: contenders by name, and what disagrees between those who answer the same question. */
export interface Compared {
  readonly records: number
  readonly mebibytes: number
  readonly measured: Readonly<Record<string, Measured>>
  readonly failures: readonly string[]
}

/** The passes of one contender. */
interface Run {
  readonly contender: Contender
  readonly found: Found
  readonly seconds: number[]
}

/** Writes the datagrams and lets every contender read them `rounds` times, A B C A B C …, after one pass to warm up. */
export function compareDecoders(
  contenders: readonly Contender[],
  options: DatagramOptions & { readonly rounds: number },
): Compared {
  const set = writeDatagrams(options)
  const runs: readonly Run[] = contenders
    .filter((contender) => contender.missing === undefined && contender.reads(options.kind))
    .map((contender) => ({ contender, found: contender.pass(set)(), seconds: [] }))
  for (let round = 0; round < options.rounds; round++) {
    for (const { contender, seconds } of runs) {
      const before = process.cpuUsage()
      contender.pass(set)
      const { user, system } = process.cpuUsage(before)
      seconds.push((user + system) / 1e6)
    }
  }
  const measured = Object.fromEntries(
    runs.map(({ contender, found, seconds }) => {
      return [contender.name, { found, speed: spreadOf(seconds.map((second) => set.records / second / 1e6)) }]
    }),
  )
  const failures = runs.flatMap(({ contender, found }) => disagreements(contender.name, found, runs[0]?.found))
  const wrong = runs.filter(({ found }) => found.records !== set.records)
  return {
    records: set.records,
    mebibytes: Math.round(set.bytes.length / 1024 / 1024),
    measured,
    failures: [
      ...failures,
      ...wrong.map(({ contender, found }) => `${contender.name} found ${found.records} of ${set.records} records`),
    ],
  }
}

function disagreements(name: string, found: Found, expected: Found | undefined): readonly string[] {
  return (['kept', 'octetsOut'] as const).flatMap((question) => {
    const [is, should] = [found[question], expected?.[question]]
    return is === undefined || is === should ? [] : [`${name} says ${question} ${is}, not ${should}`]
  })
}
