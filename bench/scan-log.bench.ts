/** Kept figures of reading a log, small enough for every day; `bench/scan-log.ts --size 1024` is the full measure. */
import type { Bench } from './contract.ts'
import { scanLog } from './scan-log.ts'

/** Reading 64 MiB of mixed log lines. */
export const bench: Bench = {
  title: 'Reading a mixed log, beside grep with the same needles',
  run: async () => scanLog({ sizeMebibytes: 64, rounds: 5, seed: 1 }),
}
