/** A fixture read once: the records of its logs beside what scan makes of them, so that both can be asked about one record. */
import type { Dialect } from '../../../../dialects/contract.ts'
import { assess } from '../../../../engine/assess.ts'
import type { Assessment } from '../../../../engine/contract.ts'
import { readInputs } from '../../../../engine/reading/read-inputs.ts'
import type { ReadingSummary } from '../../../../engine/reading/reading-summary.ts'
import type { Fact } from '../../../../facts/fact.ts'
import type { LogRecord } from '../../../../facts/log-content/log-record.ts'
import type { Note } from '../../../../facts/note.ts'
import { EMPTY_INVENTORY, type Inventory } from '../../../../inventory/inventory.ts'
import type { Instant } from '../../../../kit/instant.ts'
import type { Input } from '../../../../sources/contract.ts'
import { openStore } from '../../../evidence/open-store.ts'
import { assessmentParts, dialects } from '../../../plug-ins.ts'
import { scanPaths } from '../../../scan.ts'

/** Records and facts of one fixture; a fact's places are those of the records it was read from. */
export interface Observation {
  readonly name: string
  readonly records: readonly LogRecord[]
  readonly facts: readonly Fact[]
  /** What reading noted as odd or incomplete. */
  readonly notes: readonly Note[]
  readonly inventory: Inventory
  readonly assessment: Assessment
}

/** Evidence in files. */
export interface FixturePaths {
  readonly name: string
  readonly paths: readonly string[]
  readonly inventory?: string | undefined
  readonly at?: string | undefined
}

/** Examples name no moment of their own that matters: they are judged as of this one. */
const EXAMPLES_AT: Instant = '2026-12-31T00:00:00.000Z'

/** Reads evidence as `scan` does. All of its records are held: for fixtures, not for the logs of a year. */
export async function observePaths({ name, ...fixture }: FixturePaths): Promise<Observation> {
  const records: LogRecord[] = []
  const { evidence, assessment } = await scanPaths({
    ...fixture,
    onRecord: (record) => {
      records.push(record)
    },
  })
  const { facts, inventory, reading } = evidence
  return { name, records, facts, notes: notesOf(reading), inventory, assessment }
}

/** Reads the example records of a dialect, each of its logs as one file; undefined where it has none. */
export async function observeExamples(dialect: Dialect): Promise<Observation | undefined> {
  const inputs = exampleInputs(dialect)
  if (inputs.length === 0) return undefined
  const records: LogRecord[] = []
  const store = await openStore(undefined)
  const reading = await readInputs({
    inputs: iterate(inputs),
    dialects,
    realm: 'default',
    reference: EXAMPLES_AT,
    coverage: 'exact',
    onFacts: async (batch) => {
      await store.putFacts(batch, EXAMPLES_AT)
    },
    onRecord: (record) => {
      records.push(record)
    },
  })
  const facts = await store.facts()
  const [inventory, now] = [EMPTY_INVENTORY, EXAMPLES_AT]
  const assessment = assess({ facts, inventory, now, coverageBasis: 'exact', withPlaces: false }, assessmentParts())
  return { name: `examples of ${dialect.id}`, records, facts, notes: notesOf(reading), inventory, assessment }
}

function notesOf({ inputs }: ReadingSummary): readonly Note[] {
  return inputs.flatMap(({ notes }) => notes)
}

function exampleInputs({ id, content, block }: Dialect): readonly Input[] {
  const bySource = Map.groupBy(content?.examples ?? [], ({ source }) => source)
  const between = block === undefined ? '\n' : '\n\n'
  return [...bySource].map(([source, examples]) => {
    const bytes = Buffer.from(examples.map(({ text }) => `${text}${between}`).join(''))
    return { path: `${id}/${source}`, open: () => iterate([bytes]) }
  })
}

async function* iterate<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items
}
