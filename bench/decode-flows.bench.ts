/** Kept figures of reading flows, small enough for every day; `bench/decode-flows.ts` is the full measure. */
import type { Bench } from './contract.ts'
import { decodeFlows } from './decode-flows.ts'

/** 20,000 datagrams of each format. */
export const bench: Bench = {
  title: 'Decoding and matching flows, beside an object for every record and node-netflowv9',
  async run() {
    const { compared } = decodeFlows({ datagrams: 20_000, rounds: 5, seed: 1 })
    return Object.fromEntries(
      Object.entries(compared).flatMap(([what, { measured }]) =>
        Object.entries(measured).map(([name, { speed }]) => {
          return [`${what} ${name} millionRecordsPerCpuSecond`, speed.median]
        }),
      ),
    )
  },
}
