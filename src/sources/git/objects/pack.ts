/** A pack: very many objects in one file, most of them as deltas of others. */
import { inflateSync } from 'node:zlib'
import { applyDelta, MAX_RESULT_BYTES } from './delta.ts'
import type { GitObject, ObjectKind } from './git-object.ts'

/** Bytes that can be read from anywhere: a file or a spool. */
export interface RandomBytes {
  readonly size: number
  /** Fills `into` from a position; less than asked for at the end only. */
  read(into: Uint8Array, position: number): number
}

/** An object as it stands in the pack, before deltas are applied. `next` is where the following one starts. */
export interface PackedEntry {
  readonly kind: ObjectKind | 'offset-delta' | 'id-delta'
  readonly bytes: Buffer
  readonly base?: number | string
  readonly next: number
}

/** @source gitformat-pack(5), "Object types" */
const KINDS: Readonly<Record<number, PackedEntry['kind']>> = {
  1: 'commit',
  2: 'tree',
  3: 'blob',
  4: 'tag',
  6: 'offset-delta',
  7: 'id-delta',
}

/** Longest header of an object: its size, and the base of a delta. */
const MAX_HEADER_BYTES = 40

/** Deltas of deltas; git makes chains of 50, of 250 when told to be thorough. */
const MAX_CHAIN = 1000

/** Objects at hand, because many deltas share a base: as many as git itself keeps (core.deltaBaseCacheLimit). */
const CACHE_BYTES = 96 * 1024 * 1024

/** Reads objects by their offset. `baseById` answers for deltas that name their base by id. */
export class Pack {
  readonly #bytes: RandomBytes
  readonly #baseById: (id: string, chain: number) => GitObject | undefined
  readonly #cache = new Map<number, GitObject>()
  #cachedBytes = 0

  constructor(bytes: RandomBytes, baseById: (id: string, chain: number) => GitObject | undefined) {
    this.#bytes = bytes
    this.#baseById = baseById
  }

  /** Undefined for what is broken, too large, or a delta whose base is not here. */
  object(offset: number, chain = 0): GitObject | undefined {
    const cached = this.#cached(offset)
    if (cached !== undefined || chain > MAX_CHAIN) return cached
    const entry = this.entry(offset)
    const object = entry === undefined ? undefined : this.resolve(entry, chain)
    return object === undefined ? undefined : this.#keep(offset, object)
  }

  /** An entry with its deltas applied; undefined when a base is not here or does not fit. */
  resolve({ kind, bytes, base }: PackedEntry, chain = 0): GitObject | undefined {
    if (kind !== 'offset-delta' && kind !== 'id-delta') return { kind, bytes }
    const whole = typeof base === 'number' ? this.object(base, chain + 1) : this.#baseById(base ?? '', chain + 1)
    const result = whole === undefined ? undefined : applyDelta(whole.bytes, bytes)
    return whole === undefined || result === undefined ? undefined : { kind: whole.kind, bytes: result }
  }

  /** One entry as it stands; undefined for what is none. @source gitformat-pack(5), "pack-*.pack files have the following format" */
  entry(offset: number): PackedEntry | undefined {
    const header = Buffer.alloc(MAX_HEADER_BYTES)
    this.#bytes.read(header, offset)
    let at = 0
    let byte = header[at++] ?? 0
    const kind = KINDS[(byte >> 4) & 7]
    let size = byte & 15
    for (let scale = 16; byte >= 0x80 && at < 10; scale *= 128) {
      byte = header[at++] ?? 0
      size += (byte & 0x7f) * scale
    }
    if (kind === undefined || size > MAX_RESULT_BYTES) return undefined
    const base = readBase(kind, header, { from: at, offset })
    if (base === undefined) return undefined
    const inflated = this.#inflate(offset + base.next, size)
    if (inflated === undefined) return undefined
    return {
      kind,
      bytes: inflated.bytes,
      ...(base.base === undefined ? {} : { base: base.base }),
      next: offset + base.next + inflated.consumed,
    }
  }

  /** How many bytes it was deflated to is not written anywhere; deflate adds little to what it cannot compress. */
  #inflate(position: number, size: number): { readonly bytes: Buffer; readonly consumed: number } | undefined {
    const packed = Buffer.allocUnsafe(Math.min(size + (size >> 8) + 64, Math.max(0, this.#bytes.size - position)))
    this.#bytes.read(packed, position)
    try {
      const { buffer, engine } = inflateWithEngine(packed, size)
      return buffer.length === size ? { bytes: buffer, consumed: engine.bytesWritten } : undefined
    } catch {
      return undefined
    }
  }

  /** What is used again becomes the newest. */
  #cached(offset: number): GitObject | undefined {
    const object = this.#cache.get(offset)
    if (object === undefined) return undefined
    this.#cache.delete(offset)
    this.#cache.set(offset, object)
    return object
  }

  #keep(offset: number, object: GitObject): GitObject {
    this.#cache.set(offset, object)
    this.#cachedBytes += object.bytes.length
    for (const [oldest, { bytes }] of this.#cache) {
      if (this.#cachedBytes <= CACHE_BYTES) break
      this.#cache.delete(oldest)
      this.#cachedBytes -= bytes.length
    }
    return object
  }
}

interface Inflated {
  readonly buffer: Buffer
  readonly engine: { readonly bytesWritten: number }
}

/** With `info`, zlib also says how many bytes it took. */
function inflateWithEngine(packed: Buffer, size: number): Inflated {
  const options = { info: true, chunkSize: Math.max(64, size + 1), maxOutputLength: size + 1 }
  const result: unknown = inflateSync(packed, options)
  if (isInflated(result)) return result
  throw new TypeError('zlib answered without its engine')
}

function isInflated(value: unknown): value is Inflated {
  return typeof value === 'object' && value !== null && 'buffer' in value && 'engine' in value
}

/** The base of a delta, whose header goes on at `from`. `base` is undefined for a whole object; undefined in all is a base that cannot be. */
function readBase(
  kind: PackedEntry['kind'],
  header: Buffer,
  { from, offset }: { readonly from: number; readonly offset: number },
): { readonly base: number | string | undefined; readonly next: number } | undefined {
  if (kind === 'id-delta') return { base: header.toString('hex', from, from + 20), next: from + 20 }
  if (kind !== 'offset-delta') return { base: undefined, next: from }
  let at = from
  let byte = header[at++] ?? 0
  let back = byte & 0x7f
  while (byte >= 0x80 && at < MAX_HEADER_BYTES) {
    byte = header[at++] ?? 0
    back = (back + 1) * 128 + (byte & 0x7f)
  }
  return back > 0 && back <= offset ? { base: offset - back, next: at } : undefined
}
