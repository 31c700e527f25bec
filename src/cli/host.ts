/** What the program gives every command. */
import type { ExitStatus } from './exit-status.ts'
import type { Terminal } from './terminal.ts'

/** The terminal, and where a command's exit status goes. */
export interface CommandHost {
  readonly terminal: Terminal
  /** Wraps a command's work so that its exit status reaches the caller. */
  run<A extends readonly unknown[]>(work: (...args: A) => Promise<ExitStatus>): (...args: A) => Promise<void>
}
