/** Addresses in text into the words of a row. Never throws, whatever the value. */
import { type AddressWords, addressWords, IPV4_WORD } from '../_row/address-words.ts'
import type { FlowRow } from '../_row/flow-row.ts'

const ZERO = 0x30
const LONGEST_QUAD = '255.255.255.255'.length

/** Writes both addresses; false where one of them is none, and then the row is not to be taken. */
export function setAddresses(row: FlowRow, source: unknown, destination: unknown): boolean {
  const from = wordsOf(source)
  const to = wordsOf(destination)
  if (from === undefined || to === undefined) return false
  ;[row.sourceA, row.sourceB, row.sourceC, row.sourceD] = from
  ;[row.destinationA, row.destinationB, row.destinationC, row.destinationD] = to
  return true
}

/** The words of what is an address in text; undefined for anything else. */
export function wordsOf(value: unknown): AddressWords | undefined {
  if (typeof value !== 'string') return undefined
  const quad = dottedQuad(value)
  return quad === undefined ? addressWords(value) : [0, 0, IPV4_WORD, quad]
}

/** The common case without the library behind {@link addressWords}: four numbers without leading zeros. */
function dottedQuad(text: string): number | undefined {
  if (text.length > LONGEST_QUAD) return undefined
  let word = 0
  let from = 0
  for (let part = 0; part < 4; part++) {
    const dot = part === 3 ? text.length : text.indexOf('.', from)
    const byte = dot === -1 ? -1 : byteOf(text, from, dot)
    if (byte === -1) return undefined
    word = word * 256 + byte
    from = dot + 1
  }
  return word
}

/** 0 to 255 as written between two places, or -1: `07` is no byte. */
function byteOf(text: string, from: number, to: number): number {
  if (to <= from || to - from > 3 || (text.charCodeAt(from) === ZERO && to - from > 1)) return -1
  let byte = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - ZERO
    if (digit < 0 || digit > 9) return -1
    byte = byte * 10 + digit
  }
  return byte <= 255 ? byte : -1
}
