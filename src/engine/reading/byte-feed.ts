/** One way to pull bytes, whether an input reads synchronously or streams. */
import type { Input, InputFailure } from '../../sources/contract.ts'
import type { Progress } from './reading-summary.ts'

/** Time between two progress reports. */
const PROGRESS_MS = 100

/**
 * Fills buffers from an input until its end. A failure ends the bytes and is kept in `failure`: what came before it is
 * read like everything else.
 */
export class ByteFeed {
  bytesRead = 0
  failure: InputFailure | undefined
  readonly #input: Input
  readonly #onProgress: ((progress: Progress) => void) | undefined
  #reader: BytesReader | undefined
  #toldAtMs = 0

  constructor(input: Input, onProgress?: ((progress: Progress) => void) | undefined) {
    this.#input = input
    this.#onProgress = onProgress
  }

  /** Bytes written to the start of `into`; 0 at the end only. */
  async read(into: Uint8Array): Promise<number> {
    if (this.failure !== undefined) return 0
    try {
      this.#reader ??= openReader(this.#input)
      const bytes = await this.#reader.read(into)
      this.bytesRead += bytes
      this.#tell()
      return bytes
    } catch (cause) {
      this.failure = toFailure(this.#input.path, cause)
      return 0
    }
  }

  async close(): Promise<void> {
    try {
      await this.#reader?.close()
    } catch {
      // All bytes were taken; a descriptor that does not close cleanly changes nothing.
    }
  }

  #tell(): void {
    const nowMs = performance.now()
    if (this.#onProgress === undefined || nowMs - this.#toldAtMs < PROGRESS_MS) return
    this.#toldAtMs = nowMs
    const { path, openSync, sizeBytes } = this.#input
    this.#onProgress({ path, bytesDone: this.bytesRead, bytesTotal: openSync === undefined ? undefined : sizeBytes })
  }
}

interface BytesReader {
  read(into: Uint8Array): number | Promise<number>
  close(): unknown
}

function openReader(input: Input): BytesReader {
  return input.openSync === undefined ? new ChunkReader(input.open()) : input.openSync()
}

/** Cuts the chunks of a stream to the size of the buffers to fill. */
class ChunkReader implements BytesReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  #left: Uint8Array = new Uint8Array(0)

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  async read(into: Uint8Array): Promise<number> {
    while (this.#left.length === 0) {
      const next = await this.#chunks.next()
      if (next.done === true) return 0
      this.#left = next.value
    }
    const bytes = Math.min(into.length, this.#left.length)
    into.set(this.#left.subarray(0, bytes))
    this.#left = this.#left.subarray(bytes)
    return bytes
  }

  async close(): Promise<void> {
    await this.#chunks.return?.()
  }
}

/** Sources throw failures with a code; anything else a source throws still fails this input alone. */
function toFailure(path: string, cause: unknown): InputFailure {
  const message = cause instanceof Error ? cause.message : String(cause)
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return { path, code: code.startsWith('TW_') ? code : 'TW_INPUT_UNREADABLE', message }
}
