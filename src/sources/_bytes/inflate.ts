/** Streaming deflate: gzip recognised by its first bytes, and everything up to a cut is handed over before the cut is reported. */
import { createGunzip, createInflateRaw, type Gunzip, type InflateRaw } from 'node:zlib'
import { InputError } from '../contract.ts'

/** Compressed bytes given to zlib at a time; deflate grows at most 1032-fold, so that one step yields at most 33 MiB. */
const STEP_BYTES = 32 * 1024

/** zlib's default of 16 KiB per output chunk costs half as much again. */
const OUTPUT_BYTES = 256 * 1024

/**
 * Whether a stream that starts with these bytes is gzip.
 *
 * @source RFC 1952 section 2.3.1: ID1 = 1f, ID2 = 8b, CM = 8 (deflate).
 */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8
}

/**
 * Passes chunks through, decompressing them when the stream is gzip (any number of members).
 * Throws {@link InputError} `TW_INPUT_CUT_OFF` after all bytes before the cut, or `TW_INPUT_DAMAGED` after those that
 * came before the damaged 32 KiB.
 */
export async function* gunzipWhenGzip(path: string, chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = chunks[Symbol.asyncIterator]()
  const held: Uint8Array[] = []
  let heldBytes = 0
  let next = await reader.next()
  while (next.done !== true && heldBytes < 3) {
    held.push(next.value.slice())
    heldBytes += next.value.length
    if (heldBytes < 3) next = await reader.next()
  }
  const whole = resume(Buffer.concat(held), reader)
  yield* isGzip(Buffer.concat(held).subarray(0, 3)) ? gunzip(path, whole) : whole
}

/** The bytes already taken, then the rest. */
async function* resume(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  if (head.length > 0) yield head
  yield* { [Symbol.asyncIterator]: () => rest }
}

function gunzip(path: string, chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return inflate(chunks, { path, format: 'gzip', zlib: createGunzip({ chunkSize: OUTPUT_BYTES }) })
}

/** Decompresses a member of a zip archive. Throws like {@link gunzipWhenGzip}. */
export function inflateRaw(path: string, chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return inflate(chunks, { path, format: 'zip', zlib: createInflateRaw({ chunkSize: OUTPUT_BYTES }) })
}

interface Inflation {
  readonly path: string
  readonly format: string
  readonly zlib: Gunzip | InflateRaw
}

async function* inflate(chunks: AsyncIterable<Uint8Array>, inflation: Inflation): AsyncIterable<Uint8Array> {
  const inflater = new StepInflater(inflation.zlib)
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length && !inflater.done; at += STEP_BYTES)
        yield* await inflater.step(chunk.slice(at, at + STEP_BYTES))
      if (inflater.done) break
    }
    if (!inflater.done) yield* await inflater.finish()
    if (inflater.fault !== undefined) throw inflateError(inflation, inflater.fault)
  } finally {
    inflater.close()
  }
}

function inflateError({ path, format }: Inflation, fault: NodeJS.ErrnoException): InputError {
  const cut = fault.code === 'Z_BUF_ERROR'
  const message = cut
    ? `${path}: ${format} data ends before its end`
    : `${path}: ${format} data is damaged (${fault.message})`
  return new InputError({ path, code: cut ? 'TW_INPUT_CUT_OFF' : 'TW_INPUT_DAMAGED', message }, { cause: fault })
}

/**
 * zlib driven step by step. A piped stream drops output that is still queued when the end turns out to be missing;
 * here each step's output is collected before the next one starts, so that only the fault itself is left for the end.
 */
class StepInflater {
  fault: NodeJS.ErrnoException | undefined
  /** Nothing more will come: an end, zeros behind it (tapes pad with them), or a fault. */
  done = false
  readonly #zlib: Gunzip | InflateRaw
  #output: Uint8Array[] = []
  #settled: () => void = () => undefined

  constructor(zlib: Gunzip | InflateRaw) {
    this.#zlib = zlib
    this.#zlib.on('data', (chunk: Uint8Array) => this.#output.push(chunk))
    this.#zlib.on('error', (fault: NodeJS.ErrnoException) => {
      this.fault = fault
    })
    for (const event of ['end', 'close']) {
      this.#zlib.on(event, () => {
        this.done = true
        this.#settled()
      })
    }
  }

  /** What these bytes inflate to. Output may be emitted on the tick after the callback: wait for both. */
  step(bytes: Uint8Array): Promise<readonly Uint8Array[]> {
    return this.#outputOf((done) => this.#zlib.write(bytes, () => setImmediate(done)))
  }

  /** The last output. */
  finish(): Promise<readonly Uint8Array[]> {
    return this.#outputOf(() => this.#zlib.end())
  }

  /** After an end or a fault zlib calls nobody back: wait for those too. */
  async #outputOf(act: (done: () => void) => void): Promise<readonly Uint8Array[]> {
    await new Promise<void>((resolve) => {
      this.#settled = resolve
      act(resolve)
    })
    return this.#take()
  }

  close(): void {
    this.#zlib.destroy()
  }

  #take(): readonly Uint8Array[] {
    const output = this.#output
    this.#output = []
    return output
  }
}
