/** From paths to facts: reads inputs, keeps facts in a store, and says what became of every line. */
import { readInputs } from '../../engine/reading/read-inputs.ts'
import type { Progress, ReadingSummary } from '../../engine/reading/reading-summary.ts'
import type { Fact } from '../../facts/fact.ts'
import type { Trust } from '../../facts/schema-parts.ts'
import { EMPTY_INVENTORY, type Inventory } from '../../inventory/inventory.ts'
import { parseInventory } from '../../inventory/parse-inventory.ts'
import { HOUR_MS } from '../../kit/durations.ts'
import { type Instant, parseInstant, shiftInstant, toInstant } from '../../kit/instant.ts'
import type { Input, InputFailure } from '../../sources/contract.ts'
import type { Store } from '../../store/contract.ts'
import { dialects } from '../plug-ins.ts'
import { asKnownWithoutStore, badTime, noEvidence } from './errors.ts'
import { checkPaths, evidenceInputs } from './evidence-inputs.ts'
import { type LoadedInventory, loadInventory } from './load-inventory.ts'
import { type EvidenceLocation, openLocation } from './manifest.ts'
import { openStore } from './open-store.ts'

export type { Progress }

/** What the operator asks to be read, and how. */
export interface EvidenceOptions {
  readonly paths: readonly string[]
  readonly inventory?: string | undefined
  /** Valid time asked for; the manifest's, else the present. */
  readonly at?: string | undefined
  /** Answers with what had been received, and the inventory in force, by then; needs a store. */
  readonly asKnown?: string | undefined
  /** Keeps facts here and assesses all that were ever kept. */
  readonly store?: string | undefined
  readonly realm?: string | undefined
  readonly trust?: Trust | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly traceLine?: { readonly path: string; readonly line: number } | undefined
  /** Hears every line, however much there is. */
  readonly exactCoverage?: boolean | undefined
}

/** Everything an assessment needs, and how reading went. */
export interface Evidence {
  readonly facts: readonly Fact[]
  readonly inventory: Inventory
  readonly now: Instant
  readonly title?: string | undefined
  readonly reading: ReadingSummary
  readonly coverageBasis: 'exact' | 'sampled'
  readonly inputFailures: readonly InputFailure[]
}

/** Reads all evidence. Throws `TapwardenError` for what the operator must mend before anything can be read. */
export async function gatherEvidence(options: EvidenceOptions): Promise<Evidence> {
  if (options.asKnown !== undefined && options.store === undefined) throw asKnownWithoutStore()
  if (options.paths.length === 0 && options.store === undefined) throw noEvidence()
  checkPaths(options.paths)
  const locations = options.paths.map(openLocation)
  const folder = options.inventory ?? locations.find((location) => location.inventory !== undefined)?.inventory
  const loaded = loadInventory(folder)
  const now = chooseNow(options.at, locations)
  const store = await openStore(options.store)
  try {
    return await readIntoStore({ options, locations, loaded, folder, now, store })
  } finally {
    await store.close()
  }
}

interface Gathering {
  readonly options: EvidenceOptions
  readonly locations: readonly EvidenceLocation[]
  readonly loaded: LoadedInventory
  readonly folder: string | undefined
  readonly now: Instant
  readonly store: Store
}

async function readIntoStore({ options, locations, loaded, folder, now, store }: Gathering): Promise<Evidence> {
  const receivedAt = presentInstant()
  if (loaded.inventory.given)
    await store.putInventory({ hash: loaded.inventory.hash, loadedAt: receivedAt, files: loaded.files })
  const failures: InputFailure[] = []
  const paths = locations.flatMap((location) => location.paths)
  checkPaths(paths)
  const inputs: Input[] = []
  for await (const input of evidenceInputs(paths, { exclude: folder, report: (failure) => failures.push(failure) }))
    inputs.push(input)
  const coverageBasis = options.exactCoverage === true ? 'exact' : chooseCoverage(inputs)
  const reading = await readInputs({
    inputs: iterate(inputs),
    coverage: coverageBasis,
    dialects,
    realm: options.realm ?? 'default',
    trust: options.trust ?? 'network-path',
    reference: yearReference(options.at, locations, now),
    onFacts: async (facts) => {
      await store.putFacts(facts, receivedAt)
    },
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
    ...(options.traceLine === undefined ? {} : { traceLine: options.traceLine }),
  })
  const title = locations.find((location) => location.title !== undefined)?.title
  const known = await recall(store, loaded.inventory, options.asKnown)
  return {
    ...known,
    coverageBasis,
    now,
    title,
    reading,
    inputFailures: failures,
  }
}

/**
 * Up to here every line is heard; beyond it, lines on a fixed grid, since hearing all would cost several times the search. A
 * stream's size is not known before its end: it is heard whole.
 */
const EXACT_COVERAGE_BYTES = 64 * 1024 * 1024

function chooseCoverage(inputs: readonly Input[]): 'exact' | 'sampled' {
  const bytes = inputs.reduce((sum, { sizeBytes = 0 }) => sum + sizeBytes, 0)
  return bytes <= EXACT_COVERAGE_BYTES ? 'exact' : 'sampled'
}

async function* iterate(inputs: readonly Input[]): AsyncIterable<Input> {
  yield* inputs
}

function chooseNow(at: string | undefined, locations: readonly EvidenceLocation[]): Instant {
  const said = at ?? locations.find((location) => location.at !== undefined)?.at
  if (said === undefined) return presentInstant()
  const instant = parseInstant(said)
  if (instant === undefined) throw badTime(at === undefined ? 'at in the manifest' : '--at', said)
  return instant
}

/** Facts and inventory as of now, or as they were known at an earlier moment. */
async function recall(
  store: Store,
  current: Inventory,
  asKnown: string | undefined,
): Promise<Pick<Evidence, 'facts' | 'inventory'>> {
  if (asKnown === undefined) return { facts: await store.facts(), inventory: current }
  const knownAt = parseInstant(asKnown)
  if (knownAt === undefined) throw badTime('--as-known', asKnown)
  const version = (await store.inventories()).findLast(({ loadedAt }) => loadedAt <= knownAt)
  const inventory = version === undefined ? EMPTY_INVENTORY : parseInventory(version.files)
  return { facts: await store.facts({ knownAt }), inventory }
}

/** How far after the moment asked for a log without years may still go on. */
const LOG_GOES_ON_MS = 31 * 24 * HOUR_MS

/** A log without years was written before the present; or, where a moment is asked for, not long after that moment. */
function yearReference(at: string | undefined, locations: readonly EvidenceLocation[], now: Instant): Instant {
  const isAsked = at !== undefined || locations.some((location) => location.at !== undefined)
  return isAsked ? shiftInstant(now, LOG_GOES_ON_MS) : now
}

/** The one clock of the program: everything below gets the time handed in. */
function presentInstant(): Instant {
  return toInstant(Date.now()) ?? ''
}
