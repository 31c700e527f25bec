/** Files what was seen on the wire in another way: packets in other captures, records of flow tools in other files. */
import { basename, join } from 'node:path'
import { writeCapture } from '../_shared/captures.ts'
import { deal, withDuplicates, write } from '../_shared/deal.ts'
import type { Random } from '../_shared/random.ts'
import type { FlowUnits } from './units.ts'

/** How a filing is made, and whether one run will read all of it. */
export interface FilingOptions {
  readonly random: Random
  readonly isOneRun: boolean
}

/** Parts with flows are called so: what they hold depends on the addresses of the inventory. */
const PART = 'flows-'

/** Whether a part of the evidence, by its path, holds flows. */
export function isFlowPart(path: string): boolean {
  return basename(path).startsWith(PART)
}

/**
 * Writes flows below `folder`. Templates are known within one run: where each part is read by a run of its own, the packets
 * of one capture stay in one part; else packets of all captures are mixed.
 */
export function fileFlows(flows: FlowUnits, folder: string, { random, isOneRun }: FilingOptions): void {
  const parts = isOneRun ? [flows.captures] : deal(random, flows.captures)
  for (const [part, captures] of parts.entries())
    for (const [at, some] of deal(random, withDuplicates(random, captures.flat())).entries()) {
      const { extension, bytes } = writeCapture(some, random)
      write(join(folder, `${PART}packets-${part}`, `${at}${extension}`), bytes, random)
    }
  for (const [at, some] of deal(random, withDuplicates(random, flows.records)).entries())
    write(join(folder, `${PART}written`, `${at}.jsonl`), some.map((record) => `${record}\n`).join(''), random)
  for (const [at, log] of withDuplicates(random, flows.logs).entries())
    write(join(folder, `${PART}written`, `${at}.log`), log, random)
}
