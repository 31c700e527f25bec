/** How evidence arrives. A source knows carriers (folders, gzip, pipes), never vendors. */

/** One stream of bytes with a name. */
export interface Input {
  /** As shown to people and kept as provenance: relative to where the command was run, `-` for standard input. */
  readonly path: string
  /** Bytes on disk; undefined for streams. */
  readonly sizeBytes?: number | undefined
  /** Reads the bytes in chunks that stay valid only until the next one is asked for. Decompresses. Throws {@link InputError}. */
  open(): AsyncIterable<Uint8Array>
  /** A fast synchronous reader for plain files: fills `into` and returns the number of bytes, 0 at the end. */
  openSync?(): { read(into: Uint8Array): number; close(): void }
}

/** An input that failed or ended before its end; the run goes on, and it is listed last. */
export interface InputFailure {
  readonly path: string
  readonly code: string
  readonly message: string
}

/**
 * Thrown by {@link Input.open} and `openSync`, after everything that could be read was handed over.
 * `TW_INPUT_NOT_FOUND`, `TW_INPUT_UNREADABLE`, `TW_INPUT_CUT_OFF` (ended before its end) or `TW_INPUT_DAMAGED`.
 */
export class InputError extends Error implements InputFailure {
  override readonly name = 'InputError'
  readonly path: string
  readonly code: string

  constructor(failure: InputFailure, options?: { readonly cause: unknown }) {
    super(failure.message, options)
    this.path = failure.path
    this.code = failure.code
  }
}

/** One source: the one export, named `source`, of its folder's `index.ts`. */
export interface Source {
  readonly id: string
  /** Whether this source reads the given argument of the command line. */
  accepts(location: string): Promise<boolean>
  /** The inputs in path order. Unreadable entries are reported, never thrown. */
  inputs(location: string, report: (failure: InputFailure) => void): AsyncIterable<Input>
}
