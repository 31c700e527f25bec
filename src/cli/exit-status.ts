/** What a run's exit status says to scripts. */
export const EXIT = {
  /** Done; whatever was found is in the output. */
  done: 0,
  /** A threshold that was asked for (`--fail-on`, `--min-coverage`) was reached. */
  threshold: 1,
  /** The operator must mend something: a wrong argument, nothing recognised, an input that failed or was cut off. */
  mend: 2,
} as const

/** One of the three. */
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT]
