/** What a zip archive holds, by its directory; where that is missing, by going through what is there. */
import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader, type ZipFile } from 'yauzl'
import { inflateRaw } from '../_bytes/inflate.ts'
import { inNameOrder, isVersionControl, memberPath, spoolInput } from '../_unpacking/member.ts'
import type { Spool } from '../_unpacking/spool.ts'
import { type Input, InputError, type InputFailure } from '../contract.ts'
import { salvageZip } from './salvage-zip.ts'

/** @source APPNOTE.TXT 6.3.10, 4.4.5: method 0; 8 is deflate, the only other one that is read */
const STORED = 0

type Report = (failure: InputFailure) => void

/**
 * Sets the archive aside, for its directory stands at its end; members are inflated as they are read, and checked.
 * Reports `TW_INPUT_CUT_OFF`, `TW_INPUT_DAMAGED` and, for encrypted members, `TW_INPUT_UNREADABLE`.
 */
export async function* unpackZip(input: Input, report: Report): AsyncIterable<Input> {
  const { path } = input
  const { spool, failure } = await spoolInput(input)
  try {
    const zip = failure === undefined ? await openDirectory(spool) : undefined
    if (zip === undefined) yield* salvageZip(spool, { path, report, failure })
    else yield* membersOf(zip, path, report)
  } finally {
    spool.close()
  }
}

/** Undefined when there is no directory at the end. */
async function openDirectory(spool: Spool): Promise<ZipFile | undefined> {
  try {
    // Names as bytes: the library refuses whole archives for a name like ../x, which is only shown here.
    const options = { decodeStrings: false, autoClose: false }
    return await fromRandomAccessReaderPromise(new SpoolReader(spool), spool.size, options)
  } catch {
    return undefined
  }
}

async function* membersOf(zip: ZipFile, path: string, report: Report): AsyncIterable<Input> {
  const members: { readonly name: string; readonly entry: Entry }[] = []
  try {
    for await (const entry of zip.eachEntry()) members.push({ name: nameOf(entry), entry })
  } catch (cause) {
    report(damaged(path, cause))
  }
  for (const { name, entry } of inNameOrder(members.filter(isFile))) {
    const shown = memberPath(path, name)
    if (entry.canDecodeFileData()) yield toInput(zip, entry, shown)
    else report(unreadable(shown, entry))
  }
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
}

/** Unix keeps the kind of a file in the upper half of its attributes: 0o120000 is a symbolic link. */
function isFile({ name, entry }: { readonly name: string; readonly entry: Entry }): boolean {
  const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000
  return !name.endsWith('/') && !isLink && !isVersionControl(name)
}

function toInput(zip: ZipFile, entry: Entry, path: string): Input {
  return { path, sizeBytes: entry.uncompressedSize, open: () => inflate(zip, entry, path) }
}

async function* inflate(zip: ZipFile, entry: Entry, path: string): AsyncIterable<Uint8Array> {
  let checksum = 0
  const packed = packedBytes(zip, entry, path)
  for await (const chunk of entry.compressionMethod === STORED ? packed : inflateRaw(path, packed)) {
    checksum = crc32(chunk, checksum)
    yield chunk
  }
  if (checksum !== entry.crc32) throw new InputError(damaged(path, new Error('its checksum does not hold')))
}

async function* packedBytes(zip: ZipFile, entry: Entry, path: string): AsyncIterable<Uint8Array> {
  try {
    yield* await zip.openReadStreamPromise(entry, { decodeFileData: false })
  } catch (cause) {
    throw new InputError(damaged(path, cause), { cause })
  }
}

function damaged(path: string, cause: unknown): InputFailure {
  const why = cause instanceof Error ? cause.message : String(cause)
  return { path, code: 'TW_INPUT_DAMAGED', message: `${path}: the zip archive is damaged (${why})` }
}

function unreadable(path: string, entry: Entry): InputFailure {
  const how = entry.isEncrypted() ? 'encrypted' : `compressed by method ${entry.compressionMethod}, which is not read`
  return { path, code: 'TW_INPUT_UNREADABLE', message: `${path}: is ${how}` }
}

class SpoolReader extends RandomAccessReader {
  readonly #spool: Spool

  constructor(spool: Spool) {
    super()
    this.#spool = spool
  }

  override _readStreamForRange(from: number, to: number): Readable {
    return Readable.from(this.#copies(from, to - from))
  }

  /** Streams hold several chunks at a time. */
  async *#copies(from: number, length: number): AsyncIterable<Buffer> {
    for await (const chunk of this.#spool.chunks({ from, length })) yield Buffer.from(chunk)
  }
}
