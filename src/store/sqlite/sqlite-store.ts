/** The store contract over one SQLite file. */
import { resolve } from 'node:path'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { z } from 'zod'
import { Fact } from '../../facts/fact.ts'
import { canonicalJson, type JsonValue } from '../../kit/canonical-json.ts'
import type { Instant } from '../../kit/instant.ts'
import { planPut, type StoredFact } from '../_shared/plan-put.ts'
import type { Act, InventoryVersion, PutResult, ScanRun, Store } from '../contract.ts'
import { corruptStore, explaining } from './errors.ts'
import { inTransaction, openDatabase } from './open-database.ts'

const ActBody = z.object({
  finding: z.string(),
  at: z.string(),
  by: z.string(),
  does: z.enum(['acknowledge', 'assign', 'suppress', 'resolve', 'reopen']),
  until: z.string().optional(),
  reason: z.string(),
  claim: z.string(),
})
const Files = z.array(z.object({ path: z.string(), text: z.string() }))

/** Opens or creates the store file at `location`; a writing process is waited for. Throws `TW_STORE_…`. */
export function openSqliteStore(location: string, busyTimeoutMs: number): Store {
  return explaining(location, () => {
    // An absolute path is never taken for a URI or for SQLite's `:memory:`.
    const database = openDatabase(resolve(location), busyTimeoutMs)
    try {
      return new SqliteStore(database, location)
    } catch (error) {
      database.close()
      throw error
    }
  })
}

class SqliteStore implements Store {
  readonly #database: DatabaseSync
  readonly #location: string
  readonly #statements: Statements

  constructor(database: DatabaseSync, location: string) {
    this.#database = database
    this.#location = location
    this.#statements = prepareAll(database, location)
  }

  async putFacts(facts: readonly Fact[], receivedAt: Instant): Promise<PutResult> {
    return this.#write(() => {
      const { writes, result } = planPut(facts, receivedAt, (id) => this.#factById(id))
      for (const { fact, receivedAt } of writes.values()) {
        this.#statements.putFact.run(fact.id, fact.kind, receivedAt, canonicalJson(fact))
      }
      return result
    })
  }

  async facts({ knownAt }: { readonly knownAt?: Instant } = {}): Promise<readonly Fact[]> {
    return explaining(this.#location, () => {
      const facts: Fact[] = []
      for (const row of this.#statements.facts.iterate({ knownAt: knownAt ?? null })) facts.push(this.#readFact(row))
      return facts
    })
  }

  async putInventory({ hash, loadedAt, files }: InventoryVersion): Promise<void> {
    this.#write(() => this.#statements.putInventory.run(hash, loadedAt, canonicalJson(files.map(toJson))))
  }

  async inventories(): Promise<readonly InventoryVersion[]> {
    return explaining(this.#location, () =>
      this.#statements.inventories.all().map((row) => ({
        hash: String(row.hash),
        loadedAt: String(row.loaded_at),
        files: this.#parse(Files, row.files, `inventory ${row.hash}`),
      })),
    )
  }

  async putAct(act: Act): Promise<void> {
    this.#write(() => this.#statements.putAct.run(act.finding, canonicalJson(toJson(act))))
  }

  async acts(): Promise<readonly Act[]> {
    return explaining(this.#location, () =>
      this.#statements.acts.all().map((row) => this.#parse(ActBody, row.body, `act ${row.ordinal} on ${row.finding}`)),
    )
  }

  async putRun({ startedAt, now }: ScanRun): Promise<void> {
    this.#write(() => this.#statements.putRun.run(startedAt, now))
  }

  async runs(): Promise<readonly ScanRun[]> {
    return explaining(this.#location, () =>
      this.#statements.runs.all().map((row) => ({ startedAt: String(row.started_at), now: String(row.now) })),
    )
  }

  async putReadMarks(marks: readonly string[]): Promise<void> {
    this.#write(() => {
      for (const mark of marks) this.#statements.putReadMark.run(mark)
    })
  }

  async readMarks(marks: readonly string[]): Promise<ReadonlySet<string>> {
    return explaining(
      this.#location,
      () => new Set(marks.filter((mark) => this.#statements.readMark.get(mark) !== undefined)),
    )
  }

  async close(): Promise<void> {
    explaining(this.#location, () => this.#database.close())
  }

  #write<T>(work: () => T): T {
    return explaining(this.#location, () => inTransaction(this.#database, work))
  }

  #factById(id: string): StoredFact | undefined {
    const row = this.#statements.factById.get(id)
    return row === undefined ? undefined : { fact: this.#readFact(row), receivedAt: String(row.received_at) }
  }

  #readFact(row: Row): Fact {
    const fact = this.#parse(Fact, row.body, `fact ${row.id}`)
    if (fact.id !== row.id) throw corruptStore(this.#location, `fact ${row.id} calls itself ${fact.id}`)
    return fact
  }

  #parse<T>(schema: z.ZodType<T>, text: unknown, what: string): T {
    try {
      return schema.parse(JSON.parse(String(text)))
    } catch (error) {
      throw corruptStore(this.#location, `${what} does not read as one`, error)
    }
  }
}

type Row = ReturnType<StatementSync['all']>[number]
type Statements = ReturnType<typeof prepareAll>

function prepareAll(database: DatabaseSync, location: string) {
  try {
    return {
      factById: database.prepare('SELECT id, received_at, body FROM fact WHERE id = ?'),
      facts: database.prepare(
        'SELECT id, body FROM fact WHERE :knownAt IS NULL OR received_at <= :knownAt ORDER BY id',
      ),
      putFact: database.prepare('INSERT OR REPLACE INTO fact (id, kind, received_at, body) VALUES (?, ?, ?, ?)'),
      putInventory: database.prepare(
        `INSERT INTO inventory (hash, loaded_at, files) VALUES (?, ?, ?)
         ON CONFLICT (hash) DO UPDATE SET loaded_at = min(loaded_at, excluded.loaded_at)`,
      ),
      inventories: database.prepare('SELECT hash, loaded_at, files FROM inventory ORDER BY loaded_at, ordinal'),
      putAct: database.prepare('INSERT INTO act (finding, body) VALUES (?, ?)'),
      acts: database.prepare('SELECT ordinal, finding, body FROM act ORDER BY ordinal'),
      putRun: database.prepare('INSERT INTO run (started_at, now) VALUES (?, ?)'),
      runs: database.prepare('SELECT started_at, now FROM run ORDER BY ordinal'),
      putReadMark: database.prepare('INSERT OR IGNORE INTO read_mark (mark) VALUES (?)'),
      readMark: database.prepare('SELECT mark FROM read_mark WHERE mark = ?'),
    }
  } catch (error) {
    throw corruptStore(location, error instanceof Error ? error.message : String(error), error)
  }
}

/** Interfaces carry no index signature; spreading says that they are plain data. */
function toJson(record: object): JsonValue {
  return { ...record }
}
