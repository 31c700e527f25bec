/** Facts, inventory versions and acts at rest. One suite of tests is run by every adapter. */
import type { Fact } from '../facts/fact.ts'
import type { ReportedAct } from '../findings/report/report.ts'
import type { Instant } from '../kit/instant.ts'

/** How many facts were new, already known (places or body merged), or unchanged. */
export interface PutResult {
  readonly added: number
  readonly merged: number
  readonly unchanged: number
}

/** What a person did to a finding: a record beside it, never an input to assessment. */
export interface Act extends Omit<ReportedAct, 'holds'> {
  /** The claim it was made upon, as canonical JSON. */
  readonly claim: string
}

/** An inventory as it was loaded, kept by hash. */
export interface InventoryVersion {
  readonly hash: string
  readonly loadedAt: Instant
  /** The files' text by path. */
  readonly files: readonly { readonly path: string; readonly text: string }[]
}

/** A scan that was done with a store: what it could know and for which moment it answered. */
export interface ScanRun {
  readonly startedAt: Instant
  readonly now: Instant
}

/** An open store. After a promise resolves, what it stored survives a crash (where the adapter has a disk at all). */
export interface Store {
  /** Adds facts; a fact with a known id is merged by `mergeFacts`. All or nothing. */
  putFacts(facts: readonly Fact[], receivedAt: Instant): Promise<PutResult>
  /** Every fact, ordered by id; `knownAt` leaves out what was first received later. */
  facts(options?: { readonly knownAt?: Instant }): Promise<readonly Fact[]>
  putInventory(version: InventoryVersion): Promise<void>
  /** Versions in the order they were first loaded. */
  inventories(): Promise<readonly InventoryVersion[]>
  putAct(act: Act): Promise<void>
  acts(): Promise<readonly Act[]>
  putRun(run: ScanRun): Promise<void>
  /** Runs in the order they were kept. */
  runs(): Promise<readonly ScanRun[]>
  /** Keeps names of inputs that were read to their end; a name kept twice is one. */
  putReadMarks(marks: readonly string[]): Promise<void>
  /** Which of these names were kept. */
  readMarks(marks: readonly string[]): Promise<ReadonlySet<string>>
  close(): Promise<void>
}

/** One adapter: the one export, named `storeAdapter`, of its folder's `index.ts`. */
export interface StoreAdapter {
  readonly id: string
  /** Opens or creates a store; `location` is a file for adapters that keep one. Throws `TW_STORE_…`. */
  open(location: string): Promise<Store>
}
