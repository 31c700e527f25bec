/** What an exporter said of one source id (NetFlow version 9) or observation domain (IPFIX): nothing of it holds for another. */
import type { RecordLayout } from './records/record-layout.ts'

/** Samplers remembered of one domain; real devices have a handful. */
const MAX_SAMPLERS = 256

/** Templates by id, and what option records said. */
export class Domain {
  readonly templates = new Map<number, Template>()
  /** One in how many packets was looked at for flows that name no sampler; 1 when nobody said. */
  rateWithoutSampler = 1
  /** When the exporter started, epoch milliseconds; NaN when no record said. */
  bootMs = Number.NaN
  readonly #rates = new Map<number, number>()
  #hasOwnRate = false

  /** Keeps the rate of a sampler; -1 for that of all flows. A sole sampler serves flows that name none. */
  learnRate(samplerId: number, rate: number): void {
    if (samplerId < 0) {
      this.rateWithoutSampler = rate
      this.#hasOwnRate = true
    } else if (this.#rates.has(samplerId) || this.#rates.size < MAX_SAMPLERS) {
      this.#rates.set(samplerId, rate)
      if (!this.#hasOwnRate) this.rateWithoutSampler = this.#rates.size === 1 ? rate : 1
    }
  }

  /** The rate of a flow that names this sampler. Sampler 0 of a flow that was not sampled is not known, and gives 1. */
  rateOf(samplerId: number): number {
    return this.#rates.get(samplerId) ?? (this.#hasOwnRate ? this.rateWithoutSampler : 1)
  }
}

/** A layout in the domain that uses it. */
export interface Template {
  readonly layout: RecordLayout
  readonly domain: Domain
}
