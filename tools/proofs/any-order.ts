/**
 * The same evidence in any order, cut, packing and number of copies gives the same bytes of output.
 *
 * Two limits are by design. Templates of exporters are known within one run: where every part is read by a process of its own,
 * the packets of one exporter stay in one part. And which flows are kept depends on the addresses of the inventory: where all else is
 * read before the inventory is there, flows are read with it.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT, tapwarden } from './_shared/command.ts'
import { progressOf } from './_shared/progress.ts'
import { type Random, seededRandom, shuffled } from './_shared/random.ts'
import { fileEvidence } from './any-order/file-evidence.ts'
import { isFlowPart } from './any-order/file-flows.ts'
import { countUnits, cutEvidence, type Units } from './any-order/units.ts'
import type { Proof } from './contract.ts'

const ESTATE = join(ROOT, 'examples', 'estate')
const BLOCKS = ['radius-detail-1', 'commands-of-vendors'].map((name) =>
  join(ROOT, 'src', 'dialects', 'freeradius-detail', 'cases', name, 'input.detail'),
)
const AT = ['--at', '2026-11-16T09:00:00Z']
const INVENTORY = ['--inventory', join(ESTATE, 'inventory')]
/** As many filings as fit. */
const FULL_MINUTES = 8
const SLICE_FILINGS = 4

const progress = progressOf('any-order')

/** How a filing was read, and what was said of it. */
interface Filing {
  readonly seed: number
  readonly way: 'at once' | 'in parts' | 'in parts, the inventory last'
  readonly answer: string
}

async function scan(args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await tapwarden(['scan', ...args, '--json'])
  if (status > 1 || stdout === '') throw new Error(`scan ended with ${status}: ${stderr.slice(0, 400)}`)
  return stdout
}

/** One filing: read at once, or part by part into a store with a new process for each part. */
async function scanFiled(units: Units, seed: number): Promise<Filing> {
  const folder = mkdtempSync(join(tmpdir(), 'tapwarden-order-'))
  const random = seededRandom(seed)
  try {
    const evidence = join(folder, 'evidence')
    const isOneRun = seed % 4 !== 0
    fileEvidence(units, evidence, { random, isOneRun })
    if (isOneRun) return { seed, way: 'at once', answer: await scan([evidence, ...INVENTORY, ...AT]) }
    const parts = readdirSync(evidence).map((part) => join(evidence, part))
    const store = ['--store', join(folder, 'facts.db')]
    const isLast = seed % 8 === 0
    const way = isLast ? 'in parts, the inventory last' : 'in parts'
    return { seed, way, answer: await scanInParts({ parts, store, isLast, random }) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Parts {
  readonly parts: readonly string[]
  readonly store: readonly string[]
  /** The inventory is not there before everything but flows was read. */
  readonly isLast: boolean
  readonly random: Random
}

async function scanInParts({ parts, store, isLast, random }: Parts): Promise<string> {
  let last = ''
  for (const part of shuffled(random, parts))
    last = await scan([part, ...(isLast && !isFlowPart(part) ? [] : INVENTORY), ...AT, ...store])
  return isLast ? await scan([...INVENTORY, ...AT, ...store]) : last
}

/** Reads filings until there are enough or the time is over, two at a time. */
async function readFilings(units: Units, first: number, until: (done: number) => boolean): Promise<readonly Filing[]> {
  const filings: Filing[] = []
  let next = first
  const work = async (): Promise<void> => {
    while (!until(next - first)) {
      const seed = next
      next += 1
      filings.push(await scanFiled(units, seed))
      progress(`${filings.length} filings`)
    }
  }
  await Promise.all([work(), work()])
  return filings.sort((a, b) => a.seed - b.seed)
}

export const proof: Proof = {
  title:
    'Evidence of all kinds permuted, split, packed, exported, duplicated and fed over restarts gives byte-identical output; flows are read with the inventory, and the captures of one exporter in one run',

  async run({ slice, seed }) {
    const units = cutEvidence(ESTATE, BLOCKS)
    const expected = await scan([ESTATE, ...BLOCKS])
    const end = performance.now() + FULL_MINUTES * 60_000
    const filings = await readFilings(units, seed * 100_000, (started) =>
      slice ? started >= SLICE_FILINGS : performance.now() > end,
    )
    const different = filings.filter(({ answer }) => answer !== expected)
    const ways = Object.groupBy(filings, ({ way }) => way)
    return {
      passed: different.length === 0,
      summary: `${filings.length - different.length} of ${filings.length} filings gave the same ${expected.length} characters.`,
      figures: {
        ...countUnits(units),
        outputCharacters: expected.length,
        filings: filings.length,
        ...Object.fromEntries(Object.entries(ways).map(([way, some]) => [`read ${way}`, some.length])),
        different: different.length,
      },
      failures: different.slice(0, 10).map(({ seed: at, way }) => `seed ${at}, read ${way}, gave another answer`),
    }
  },
}
