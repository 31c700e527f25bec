/** A store in the process's memory: gone when it ends, and all that a scan needs. */
import type { Fact } from '../../facts/fact.ts'
import { gapMs, type Instant } from '../../kit/instant.ts'
import { planPut, type StoredFact } from '../_shared/plan-put.ts'
import type { Act, InventoryVersion, PutResult, ScanRun, Store, StoreAdapter } from '../contract.ts'

/** Every `open` gives a new, empty store; the location is not used. Never throws. */
export const storeAdapter: StoreAdapter = {
  id: 'memory',
  open: async () => new MemoryStore(),
}

class MemoryStore implements Store {
  readonly #facts = new Map<string, StoredFact>()
  readonly #inventories = new Map<string, InventoryVersion>()
  readonly #acts: Act[] = []
  readonly #runs: ScanRun[] = []
  readonly #readMarks = new Set<string>()

  async putFacts(facts: readonly Fact[], receivedAt: Instant): Promise<PutResult> {
    const { writes, result } = planPut(facts, receivedAt, (id) => this.#facts.get(id))
    for (const [id, stored] of writes) this.#facts.set(id, stored)
    return result
  }

  async facts({ knownAt }: { readonly knownAt?: Instant } = {}): Promise<readonly Fact[]> {
    const all = [...this.#facts.values()]
    const known = knownAt === undefined ? all : all.filter(({ receivedAt }) => receivedAt <= knownAt)
    return known.map(({ fact }) => fact).sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  async putInventory(version: InventoryVersion): Promise<void> {
    const known = this.#inventories.get(version.hash)
    if (known === undefined || version.loadedAt < known.loadedAt) this.#inventories.set(version.hash, version)
  }

  async inventories(): Promise<readonly InventoryVersion[]> {
    return [...this.#inventories.values()].sort((a, b) => gapMs(b.loadedAt, a.loadedAt))
  }

  async putAct(act: Act): Promise<void> {
    this.#acts.push(act)
  }

  async acts(): Promise<readonly Act[]> {
    return [...this.#acts]
  }

  async putRun(run: ScanRun): Promise<void> {
    this.#runs.push(run)
  }

  async runs(): Promise<readonly ScanRun[]> {
    return [...this.#runs]
  }

  async putReadMarks(marks: readonly string[]): Promise<void> {
    for (const mark of marks) this.#readMarks.add(mark)
  }

  async readMarks(marks: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(marks.filter((mark) => this.#readMarks.has(mark)))
  }

  async close(): Promise<void> {}
}
