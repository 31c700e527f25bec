/** What a benchmark is: a measured run whose figures are kept, so that a change can be compared with what was. */

/** A module `bench/<name>.bench.ts` exports one of these as `bench`. */
export interface Bench {
  /** What is measured, as a sentence. */
  readonly title: string
  /** Measures once; figures by name, units in the name (`megabytesPerSecond`). */
  run(): Promise<Readonly<Record<string, number>>>
}
