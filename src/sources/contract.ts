/** How evidence arrives. A source knows carriers (folders, gzip, pipes), never vendors. */
import type { FiledBy } from '../facts/fact.ts'
import type { Instant } from '../kit/instant.ts'

/** One stream of bytes with a name. */
export interface Input {
  /** As shown to people and kept as provenance: relative to where the command was run, `-` for standard input. */
  readonly path: string
  /** Bytes on disk; undefined for streams. */
  readonly sizeBytes?: number | undefined
  /** When its content was filed, where the carrier says (a commit). */
  readonly filedAt?: Instant | undefined
  readonly filedBy?: FiledBy | undefined
  /** What the carrier calls the device whose configuration this is: the node's name in a repository of backups. */
  readonly deviceName?: string | undefined
  /**
   * Names these bytes and their time for ever (`git:<blob>@<commit time>`): an input whose fingerprint was read before by the same
   * dialects is not opened again.
   */
  readonly fingerprint?: string | undefined
  /** The folder on disk that stands behind this input as a whole: a repository. It has no bytes of its own. */
  readonly folder?: string | undefined
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
 * `TW_INPUT_NOT_FOUND`, `TW_INPUT_UNREADABLE`, `TW_INPUT_CUT_OFF` (ended before its end), `TW_INPUT_DAMAGED`,
 * `TW_INPUT_TOO_LARGE` (grew beyond its bounds when unpacked) or `TW_INPUT_NO_SPACE` (no room to unpack it).
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

/** What carriers ask of those who know the content; a carrier itself knows none. */
export interface Asking {
  /** Whether a file that starts with these 64 KiB is a whole configuration that somebody reads. */
  isConfiguration(head: Uint8Array): boolean
}

/**
 * A carrier found inside another one: an archive in a folder, an export of a log platform in an archive. What it holds is
 * unpacked again, to a depth of four.
 */
export interface Unpacker {
  /** Whether this is such a carrier, from its path and first 64 KiB, or the folder that it is. */
  recognise(head: Uint8Array, path: string, folder?: string): boolean
  /**
   * What it holds, in path order; each input is valid until the next one is asked for. Paths are `backup.zip!configs/edge-1.cfg`.
   * What cannot be read, or breaks a bound, is reported; an {@link InputError} ends this carrier alone.
   */
  unpack(input: Input, report: (failure: InputFailure) => void, asking: Asking): AsyncIterable<Input>
}

/** One source: the one export, named `source`, of its folder's `index.ts`. */
export interface Source {
  readonly id: string
  /** Whether this source reads the given argument of the command line. */
  accepts(location: string): Promise<boolean>
  /** The inputs in path order. Unreadable entries are reported, never thrown. */
  inputs(location: string, report: (failure: InputFailure) => void): AsyncIterable<Input>
  /** For carriers that are also found inside others. */
  readonly unpacker?: Unpacker
}
