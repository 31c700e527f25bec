/** What a tape archive holds: its files, also those in front of a cut and behind damage. */
import { inNameOrder, isVersionControl, memberPath, spooledInput, spoolInput } from '../_unpacking/member.ts'
import type { Extent, Spool } from '../_unpacking/spool.ts'
import type { Input, InputFailure } from '../contract.ts'
import { BLOCK_BYTES, isZeroBlock, parseHeader, parsePaxRecords, type TarHeader } from './headers.ts'

/** Longer pax headers and names are no names. */
const MAX_EXTENSION_BYTES = 1024 * 1024

/** One file of the archive; `cut` when the archive ends before it does. */
interface TarMember extends Extent {
  readonly name: string
  readonly cut: boolean
}

/** Sets the archive aside, for its members come in any order. Reports `TW_INPUT_CUT_OFF` and `TW_INPUT_DAMAGED`. */
export async function* unpackTar(input: Input, report: (failure: InputFailure) => void): AsyncIterable<Input> {
  const { path } = input
  const { spool, failure } = await spoolInput(input)
  try {
    const reader = new TarReader(spool)
    const files = inNameOrder([...reader.files()].filter(({ name }) => !isVersionControl(name)))
    for (const { name, cut, ...extent } of files) {
      const shown = memberPath(path, name)
      yield spooledInput(spool, { ...extent, path: shown, failure: cut ? cutOff(shown) : undefined })
    }
    if (reader.isDamaged) report(damaged(path))
    if (failure !== undefined) report(failure)
    else if (!reader.isWhole) report(cutOff(path))
  } finally {
    spool.close()
  }
}

function cutOff(path: string): InputFailure {
  return { path, code: 'TW_INPUT_CUT_OFF', message: `${path}: the tar archive ends before its end` }
}

function damaged(path: string): InputFailure {
  const message = `${path}: a part of the tar archive is damaged, or in a form that is not read (sparse files)`
  return { path, code: 'TW_INPUT_DAMAGED', message }
}

class TarReader {
  /** The mark of its end was there. */
  isWhole = false
  isDamaged = false
  readonly #spool: Spool
  #at = 0
  /** What extension headers said of the next member. */
  #next: { name?: string | undefined; sizeBytes?: number | undefined } = {}

  constructor(spool: Spool) {
    this.#spool = spool
  }

  *files(): Generator<TarMember> {
    for (let block = this.#block(); block !== undefined; block = this.#block()) {
      if (isZeroBlock(block)) {
        this.isWhole = true
        return
      }
      const header = parseHeader(block)
      // Behind a damaged header the next one is looked for, block by block.
      if (header === undefined) this.isDamaged = true
      else yield* this.#member(header)
    }
  }

  *#member(header: TarHeader): Generator<TarMember> {
    if (header.type === 'x' || header.type === 'L') return this.#extension(header)
    const { name = header.name, sizeBytes = header.sizeBytes } = this.#next
    this.#next = {}
    const from = this.#at
    this.#skip(sizeBytes)
    if (header.type === 'S') this.isDamaged = true
    if (header.type !== '0' && header.type !== '7') return
    const length = Math.min(sizeBytes, this.#spool.size - from)
    // Before 1988 a folder was a file whose name ends so.
    if (!name.endsWith('/')) yield { name, from, length, cut: length < sizeBytes }
  }

  /** @source POSIX.1-2017, pax ("x"); GNU tar manual, "GNU format" ("L") */
  #extension({ type, sizeBytes }: TarHeader): void {
    const bytes = Buffer.alloc(Math.min(sizeBytes, MAX_EXTENSION_BYTES, Math.max(0, this.#spool.size - this.#at)))
    this.#spool.read(bytes, this.#at)
    this.#skip(sizeBytes)
    if (type === 'L') {
      this.#next = { ...this.#next, name: bytes.toString('utf8').replace(/\u0000.*$/s, '') }
      return
    }
    const records = parsePaxRecords(bytes)
    const said = Number(records.get('size') ?? Number.NaN)
    this.#next = {
      name: records.get('path') ?? this.#next.name,
      sizeBytes: Number.isSafeInteger(said) && said >= 0 ? said : this.#next.sizeBytes,
    }
  }

  #block(): Uint8Array | undefined {
    const block = new Uint8Array(BLOCK_BYTES)
    const bytes = this.#spool.read(block, this.#at)
    this.#at += BLOCK_BYTES
    return bytes === BLOCK_BYTES ? block : undefined
  }

  #skip(sizeBytes: number): void {
    this.#at += Math.ceil(sizeBytes / BLOCK_BYTES) * BLOCK_BYTES
  }
}
