/** Remembers inputs that never change, so that each is read once in its life. */
import type { Dialect } from '../../dialects/contract.ts'
import type { Trust } from '../../facts/schema-parts.ts'
import type { FlowRun } from '../../flows/contract.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { sha256Hex } from '../../kit/hash.ts'
import type { Input } from '../../sources/contract.ts'
import type { InputSummary, ReadMarkStore } from './reading-summary.ts'

/** Marks kept together: each keeping is one write to disk. */
const MAX_PENDING = 200

/** What a reading depends on beside the bytes. */
export interface ReadingCircumstances {
  readonly dialects: readonly Dialect[]
  readonly flows?: FlowRun | undefined
  readonly realm: string
  readonly trust: Trust
}

/** The marks of one run. Without a store nothing is known and nothing kept. */
export class ReadMarks {
  readonly #store: ReadMarkStore | undefined
  readonly #circumstances: string
  #pending: string[] = []

  constructor(store: ReadMarkStore | undefined, { dialects, flows, realm, trust }: ReadingCircumstances) {
    this.#store = store
    const versions = dialects.map(({ id, version }) => `${id} ${version}`).sort()
    this.#circumstances = canonicalJson({ versions, realm, trust, flows: flows?.circumstances ?? '' })
  }

  /** Whether an earlier run read this very input to its end, by the same dialects and for the same realm. */
  async wasRead(input: Input): Promise<boolean> {
    const mark = this.#markOf(input)
    if (mark === undefined || this.#store === undefined) return false
    return (await this.#store.readMarks([mark])).has(mark)
  }

  /** Marks an input whose facts were handed over, unless something of it is still to be read when that can be mended. */
  async keep(input: Input, { failure, notes }: InputSummary): Promise<void> {
    const mark = this.#markOf(input)
    if (mark === undefined || failure !== undefined || notes.some(({ severity }) => severity === 'error')) return
    this.#pending.push(mark)
    if (this.#pending.length >= MAX_PENDING) await this.flush()
  }

  /** Keeps what was marked since. */
  async flush(): Promise<void> {
    const marks = this.#pending
    this.#pending = []
    if (marks.length > 0) await this.#store?.putReadMarks(marks)
  }

  #markOf({ fingerprint, deviceName = '' }: Input): string | undefined {
    if (fingerprint === undefined) return undefined
    return `${fingerprint} ${sha256Hex(`${deviceName}\u0000${this.#circumstances}`)}`
  }
}
