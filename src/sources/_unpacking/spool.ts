/** Bytes set aside to be read again, in any order: in memory while they are few, then in a temporary file without a name. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InputError } from '../contract.ts'

/** Held in memory up to here. Most archives of configurations stay below. */
const MAX_MEMORY_BYTES = 32 * 1024 * 1024

/** Handed out at a time. */
const CHUNK_BYTES = 256 * 1024

/** A part of a spool: `{ from: 512, length: 1024 }`, in bytes. */
export interface Extent {
  readonly from: number
  readonly length: number
}

/**
 * Takes bytes at its end and gives any of them back. The file lies in the system's temporary folder, can be read by its owner
 * alone and is gone when the process ends, however it ends. Throws {@link InputError} `TW_INPUT_NO_SPACE` when it cannot be written.
 */
export class Spool {
  #size = 0
  /** All bytes; once there is a file, those at its end that are not written yet. */
  #memory = Buffer.alloc(0)
  #held = 0
  #file: number | undefined
  readonly #path: string

  /** `path` is the input it is kept for, as failures name it. */
  constructor(path: string) {
    this.#path = path
  }

  get size(): number {
    return this.#size
  }

  /** Copies the bytes; the caller may use its buffer again. */
  append(bytes: Uint8Array): void {
    const limit = this.#file === undefined ? MAX_MEMORY_BYTES : CHUNK_BYTES
    if (this.#held + bytes.length > limit) this.#flush()
    if (bytes.length > CHUNK_BYTES && this.#file !== undefined) this.#write(bytes)
    else this.#hold(bytes)
    this.#size += bytes.length
  }

  /** Fills `into` from a position; the number of bytes is less than asked for at the end only. */
  read(into: Uint8Array, position: number): number {
    const room = into.subarray(0, Math.max(0, Math.min(into.length, this.#size - position)))
    if (this.#file === undefined) room.set(this.#memory.subarray(position, position + room.length))
    else {
      this.#flush()
      for (let at = 0; at < room.length; ) at += readSync(this.#file, room, at, room.length - at, position + at)
    }
    return room.length
  }

  /** A fast reader over a part, as inputs offer it. */
  openSync({ from, length }: Extent): { read(into: Uint8Array): number; close(): void } {
    let at = from
    const read = (into: Uint8Array): number => {
      const bytes = this.read(into.subarray(0, Math.min(into.length, from + length - at)), at)
      at += bytes
      return bytes
    }
    return { read, close: () => undefined }
  }

  /** A part as chunks; each is valid until the next one is asked for. */
  async *chunks(extent: Extent): AsyncIterable<Uint8Array> {
    const reader = this.openSync(extent)
    const chunk = new Uint8Array(Math.min(CHUNK_BYTES, Math.max(1, extent.length)))
    for (let bytes = reader.read(chunk); bytes > 0; bytes = reader.read(chunk)) yield chunk.subarray(0, bytes)
  }

  /** Gives memory and file back; nothing can be read afterwards. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
    this.#memory = Buffer.alloc(0)
    this.#held = 0
    this.#size = 0
  }

  #hold(bytes: Uint8Array): void {
    const needed = this.#held + bytes.length
    if (this.#memory.length < needed) {
      const grown = Buffer.alloc(Math.max(CHUNK_BYTES, 2 * needed))
      this.#memory.copy(grown, 0, 0, this.#held)
      this.#memory = grown
    }
    this.#memory.set(bytes, this.#held)
    this.#held = needed
  }

  #flush(): void {
    const held = this.#memory.subarray(0, this.#held)
    this.#held = 0
    this.#write(held)
    if (held.length > CHUNK_BYTES) this.#memory = Buffer.alloc(CHUNK_BYTES)
  }

  /** At the file's end, which descriptors opened for appending keep. */
  #write(bytes: Uint8Array): void {
    try {
      this.#file ??= openNameless()
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at, bytes.length - at)
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause)
      const message = `${this.#path}: cannot be unpacked in the temporary folder ${tmpdir()} (${why}); TMPDIR names another`
      throw new InputError({ path: this.#path, code: 'TW_INPUT_NO_SPACE', message }, { cause })
    }
  }
}

/** Removed as soon as it is open: the descriptor keeps it alive, and nothing is left behind by a crash. */
function openNameless(): number {
  const folder = mkdtempSync(join(tmpdir(), 'tapwarden-'))
  try {
    return openSync(join(folder, 'spool'), 'ax+', 0o600)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
