/** The headers of a tape archive: ustar, the older v7, GNU and pax. */

/** Archives are made of blocks of this size. @source POSIX.1-2017, pax, "ustar Interchange Format" */
export const BLOCK_BYTES = 512

/** One header. `type` is the type flag: `0` or NUL a file, `5` a folder, `x` pax records of the next one, `L` its long name. */
export interface TarHeader {
  readonly name: string
  readonly type: string
  readonly sizeBytes: number
}

/** Positions in the header. @source POSIX.1-2017, pax, "ustar Header Block" */
const FIELD = {
  name: [0, 100],
  size: [124, 136],
  checksum: [148, 156],
  type: [156, 157],
  magic: [257, 262],
  prefix: [345, 500],
} as const

/** Whether bytes start with the header of an archive. */
export function isTar(head: Uint8Array): boolean {
  return head.length >= BLOCK_BYTES && parseHeader(head.subarray(0, BLOCK_BYTES)) !== undefined
}

/** Undefined for what is no header: its checksum does not hold. */
export function parseHeader(block: Uint8Array): TarHeader | undefined {
  const sizeBytes = hasChecksum(block) ? readNumber(block, FIELD.size) : undefined
  if (sizeBytes === undefined) return undefined
  const name = readText(block, FIELD.name)
  const prefix = readText(block, FIELD.magic) === 'ustar' ? readText(block, FIELD.prefix) : ''
  const type = String.fromCharCode(block[FIELD.type[0]] || 0x30)
  return { name: prefix === '' ? name : `${prefix}/${name}`, type, sizeBytes }
}

/** Two blocks of zeros end an archive. */
export function isZeroBlock(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0)
}

/**
 * The records of a pax header: `30 mtime=1763000000.123456789\n22 path=configs/edge-1\n` → `{ mtime: …, path: … }`.
 *
 * @source POSIX.1-2017, pax, "pax Extended Header"
 */
export function parsePaxRecords(bytes: Buffer): ReadonlyMap<string, string> {
  const records = new Map<string, string>()
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(0x20, at)
    const length = Number(bytes.toString('latin1', at, blank))
    if (blank === -1 || !Number.isSafeInteger(length) || length <= blank - at) break
    const record = bytes.toString('utf8', blank + 1, at + length - 1)
    const equals = record.indexOf('=')
    if (equals > 0) records.set(record.slice(0, equals), record.slice(equals + 1))
    at += length
  }
  return records
}

/** The sum of all bytes, those of the checksum itself as blanks; old writers summed signed bytes. */
function hasChecksum(block: Uint8Array): boolean {
  const [from, to] = FIELD.checksum
  const said = readNumber(block, FIELD.checksum)
  if (said === undefined || said === 0) return false
  let [unsigned, signed] = [0, 0]
  for (const [at, byte] of block.entries()) {
    const summed = at >= from && at < to ? 0x20 : byte
    unsigned += summed
    signed += summed > 127 ? summed - 256 : summed
  }
  return said === unsigned || said === signed
}

/** Octal digits, or a big-endian number behind a set top bit. @source GNU tar manual, "Basic Tar Format" (base-256) */
function readNumber(block: Uint8Array, [from, to]: readonly [number, number]): number | undefined {
  const first = block[from] ?? 0
  if (first === 0x80) {
    const value = block.subarray(from + 1, to).reduce((sum, byte) => sum * 256 + byte, 0)
    return Number.isSafeInteger(value) ? value : undefined
  }
  const digits = readText(block, [from, to]).trim()
  if (digits === '') return 0
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : undefined
}

function readText(block: Uint8Array, [from, to]: readonly [number, number]): string {
  const text = Buffer.from(block.subarray(from, to)).toString('utf8')
  const end = text.indexOf('\u0000')
  return end === -1 ? text : text.slice(0, end)
}
