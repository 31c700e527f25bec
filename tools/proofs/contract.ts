/** What a proof is: a run over a large, generated or recorded input that shows a promise of the product to hold. */

/** How a proof is run. */
export interface ProofOptions {
  /** True: a part small enough for every submission (seconds). False: the full size, whose result is kept. */
  readonly slice: boolean
  /** Seed of everything random, so that a run can be repeated exactly. */
  readonly seed: number
}

/** What a run showed. */
export interface ProofResult {
  readonly passed: boolean
  /** One sentence with the numbers that matter. */
  readonly summary: string
  /** What was counted and measured, by name; units stand in the name (`flowsPerSecond`). */
  readonly figures: Readonly<Record<string, number | string | boolean>>
  /** What went wrong, one line each; empty when it passed. */
  readonly failures: readonly string[]
}

/** A module `tools/proofs/<name>.ts` exports one of these as `proof`. Its file name is its name on the command line. */
export interface Proof {
  /** The promise, as a sentence. */
  readonly title: string
  run(options: ProofOptions): Promise<ProofResult>
}
