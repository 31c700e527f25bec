/** The packets of captures in any order, cut, number of copies and kind of capture give the same findings. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CapturedFrame, pcapOf } from '../../src/flows/_testing/captures.ts'
import { progressOf } from './_shared/progress.ts'
import { seededRandom } from './_shared/random.ts'
import type { Proof } from './contract.ts'
import { busyPackets, bytesOf, claimsOf, saidOf } from './flows-any-order/busy-hour.ts'
import { type Answer, type Estate, openEstate, reportOfEstate } from './flows-any-order/estate.ts'
import { type CaptureFiling, fileCaptures } from './flows-any-order/file-captures.ts'

const FULL = { filings: 400, busyFilings: 60 }
const SLICE = { filings: 10, busyFilings: 2 }

const progress = progressOf('flows-any-order')

/** One filing and what was said of it. */
interface Filed extends CaptureFiling {
  readonly seed: number
  readonly answer: Answer
}

async function answerFiled(estate: Estate, packets: readonly CapturedFrame[], seed: number): Promise<Filed> {
  return inFolder(async (folder) => {
    const filing = fileCaptures(packets, folder, seededRandom(seed))
    return { seed, ...filing, answer: await estate.answerWith(folder) }
  })
}

async function inFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tapwarden-captures-'))
  try {
    return await act(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What a block of filings came to. */
interface Block {
  readonly figures: Readonly<Record<string, number>>
  readonly failures: readonly string[]
}

/** Filings of the estate's own captures: every byte of the answer is compared. */
async function tryOrdinary(estate: Estate, seeds: readonly number[]): Promise<Block> {
  const expected = await reportOfEstate()
  const different: number[] = []
  let [captures, packetsRead, twice, dataFirst, rows] = [0, 0, 0, 0, 0]
  for (const [done, seed] of seeds.entries()) {
    progress(`${done} of ${seeds.length} filings`)
    const filed = await answerFiled(estate, estate.packets, seed)
    if (filed.answer.report !== expected) different.push(seed)
    captures += filed.captures
    packetsRead += estate.packets.length + filed.twice
    twice += filed.twice
    dataFirst += Number(filed.dataFirst > 0)
    rows += filed.answer.rows
  }
  return {
    figures: {
      outputCharacters: expected.length,
      filings: seeds.length,
      identical: seeds.length - different.length,
      packetsOfEstate: estate.packets.length,
      captures,
      packetsRead,
      packetsTwice: twice,
      rowsRead: rows,
      filingsWithDataBeforeTemplate: dataFirst,
    },
    failures: different.map((seed) => `seed ${seed} gave another answer`),
  }
}

/** Filings with an hour of more packets than are remembered: claims are compared, and sums are never more than true. */
async function tryBusy(estate: Estate, seeds: readonly number[]): Promise<Block> {
  const busy = busyPackets()
  const packets = [...estate.packets, ...busy]
  const truth = bytesOf(busy)
  const whole = await inFolder((folder) => {
    writeFileSync(join(folder, 'all.pcap'), pcapOf(packets))
    return estate.answerWith(folder)
  })
  const expected = claimsOf(whole)
  const failures =
    saidOf(whole).bytes === truth ? [] : [`busy, one capture: ${saidOf(whole).bytes} bytes, not ${truth}`]
  const shares: number[] = []
  for (const [done, seed] of seeds.entries()) {
    progress(`${done} of ${seeds.length} filings of a busy hour`)
    const { answer } = await answerFiled(estate, packets, seed)
    const said = saidOf(answer)
    shares.push(said.bytes / truth)
    if (claimsOf(answer) !== expected) failures.push(`busy, seed ${seed}: other claims`)
    if (said.bytes > truth || said.packets > busy.length)
      failures.push(`busy, seed ${seed}: ${said.bytes} bytes in ${said.packets} packets, which is more than true`)
  }
  return {
    figures: {
      busyFilings: seeds.length,
      busyPacketsInOneHour: busy.length,
      busyTrueBytes: truth,
      busyLeastShareOfBytesPercent: Math.round(100 * Math.min(...shares)),
      busyGreatestShareOfBytesPercent: Math.round(100 * Math.max(...shares)),
    },
    failures,
  }
}

export const proof: Proof = {
  title:
    'Captures permuted, cut, mixed, converted, packed and with packets twice give byte-identical findings; with more packets of a stream in an hour than are remembered, the same claims and never more bytes than true',

  async run({ slice, seed }) {
    const { filings, busyFilings } = slice ? SLICE : FULL
    const estate = await openEstate()
    const seeds = (count: number, from: number): readonly number[] =>
      Array.from({ length: count }, (_, at) => seed * 100_000 + from + at)
    const ordinary = await tryOrdinary(estate, seeds(filings, 0))
    const busy = await tryBusy(estate, seeds(busyFilings, filings))
    const failures = [...ordinary.failures, ...busy.failures]
    return {
      passed: failures.length === 0,
      summary: `${ordinary.figures['identical']} of ${filings} filings gave the same ${ordinary.figures['outputCharacters']} characters; ${busyFilings - busy.failures.length} of ${busyFilings} with a busy hour the same claims.`,
      figures: { ...ordinary.figures, ...busy.figures },
      failures: failures.slice(0, 20),
    }
  },
}
