/** From paths to facts: reads inputs, keeps facts in a store, and says what became of every line. */
import { readInputs } from '../../engine/reading/read-inputs.ts'
import type { Progress, ReadingSummary, ReadOptions } from '../../engine/reading/reading-summary.ts'
import type { Instant } from '../../kit/instant.ts'
import type { Input, InputFailure } from '../../sources/contract.ts'
import type { Act, Store } from '../../store/contract.ts'
import { dialects } from '../plug-ins.ts'
import { asKnownWithoutStore, noEvidence } from './errors.ts'
import { checkPaths, evidenceInputs, unpackEvidence } from './evidence-inputs.ts'
import type { EvidenceOptions } from './evidence-options.ts'
import { openFlowRun } from './flow-reading.ts'
import { type LoadedInventory, loadInventory } from './load-inventory.ts'
import { type EvidenceLocation, openLocation } from './manifest.ts'
import { chooseNow, presentInstant, yearReference } from './moments.ts'
import { openStore } from './open-store.ts'
import { type Known, recall, recallLastRun } from './recall.ts'

export type { EvidenceOptions, Progress }

/** Everything an assessment needs, and how reading went. */
export interface Evidence extends Known {
  /** As asked for; none when only a store was. */
  readonly paths: readonly string[]
  readonly now: Instant
  readonly title?: string | undefined
  readonly reading: ReadingSummary
  readonly coverageBasis: 'exact' | 'sampled'
  readonly inputFailures: readonly InputFailure[]
  readonly acts: readonly Act[]
  /** What was known when the store was last scanned, and for which moment; undefined where it never was. */
  readonly previous?: (Known & { readonly now: Instant }) | undefined
}

/** Reads all evidence. Throws `TapwardenError` for what the operator must mend before anything can be read. */
export async function gatherEvidence(options: EvidenceOptions): Promise<Evidence> {
  if (options.asKnown !== undefined && options.store === undefined) throw asKnownWithoutStore()
  if (options.paths.length === 0 && options.store === undefined) throw noEvidence()
  checkPaths(options.paths)
  const locations = options.paths.map(openLocation)
  const folder = options.inventory ?? locations.find((location) => location.inventory !== undefined)?.inventory
  const loaded = loadInventory(folder)
  // Before the moment asked about: what an inventory begins to say with this run holds in it.
  const receivedAt = presentInstant()
  const now = chooseNow(options.at, locations)
  const store = await openStore(options.store)
  try {
    return await readIntoStore({ options, locations, loaded, folder, receivedAt, now, store })
  } finally {
    await store.close()
  }
}

interface Gathering {
  readonly options: EvidenceOptions
  readonly locations: readonly EvidenceLocation[]
  readonly loaded: LoadedInventory
  readonly folder: string | undefined
  readonly receivedAt: Instant
  readonly now: Instant
  readonly store: Store
}

async function readIntoStore({
  options,
  locations,
  loaded,
  folder,
  receivedAt,
  now,
  store,
}: Gathering): Promise<Evidence> {
  if (loaded.inventory.given)
    await store.putInventory({ hash: loaded.inventory.hash, loadedAt: receivedAt, files: loaded.files })
  const previous = options.recordRun === true ? await recallLastRun(store) : undefined
  if (options.recordRun === true) await store.putRun({ startedAt: receivedAt, now })
  const failures: InputFailure[] = []
  const report = (failure: InputFailure): void => {
    failures.push(failure)
  }
  const paths = locations.flatMap((location) => location.paths)
  checkPaths(paths)
  const inputs: Input[] = []
  for await (const input of evidenceInputs(paths, { exclude: folder, report })) inputs.push(input)
  const isExact = options.exactCoverage === true || options.onRecord !== undefined
  const coverageBasis = isExact ? 'exact' : chooseCoverage(inputs)
  const reading = await readInputs({
    ...circumstances(options, loaded, yearReference(options.at, locations, now)),
    inputs: unpackEvidence(iterate(inputs), { exclude: folder, report }),
    coverage: coverageBasis,
    dialects,
    onFacts: async (facts) => {
      await store.putFacts(facts, receivedAt)
    },
    marks: options.store === undefined ? undefined : store,
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
    onRecord: options.onRecord,
    ...(options.traceLine === undefined ? {} : { traceLine: options.traceLine }),
  })
  const title = locations.find((location) => location.title !== undefined)?.title
  const known = await recall(store, loaded.inventory, options.asKnown)
  return {
    ...known,
    paths: options.paths,
    coverageBasis,
    now,
    title,
    reading,
    inputFailures: failures,
    acts: await store.acts(),
    ...(previous === undefined ? {} : { previous }),
  }
}

/** What is the same for all inputs of a run. */
function circumstances(
  { realm = 'default', trust = 'network-path' }: EvidenceOptions,
  { inventory }: LoadedInventory,
  reference: Instant,
): Pick<ReadOptions, 'realm' | 'trust' | 'reference' | 'flows'> {
  return { realm, trust, reference, flows: openFlowRun({ inventory, realm, trust, reference }) }
}

/**
 * Up to here every line is heard; beyond it, lines on a fixed grid, since hearing all costs several times the search. Streams
 * cannot be read a second time, should an answer rest on silence: what comes with one is heard whole at once.
 */
const EXACT_COVERAGE_BYTES = 16 * 1024 * 1024

function chooseCoverage(inputs: readonly Input[]): 'exact' | 'sampled' {
  const bytes = inputs.reduce((sum, { sizeBytes = 0 }) => sum + sizeBytes, 0)
  const hasStream = inputs.some(({ sizeBytes }) => sizeBytes === undefined)
  return hasStream || bytes <= EXACT_COVERAGE_BYTES ? 'exact' : 'sampled'
}

async function* iterate(inputs: readonly Input[]): AsyncIterable<Input> {
  yield* inputs
}
