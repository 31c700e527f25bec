/** Bytes written by hand, in network order unless said otherwise. */
import { addressWords } from '../_row/address-words.ts'

/** All parts, one behind the other. `concat(u16(9), u16(1))` → `00 09 00 01` */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

export function u8(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values)
}

export function u16(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value >>> 8, value]))
}

export function u32(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value >>> 24, value >>> 16, value >>> 8, value]))
}

/** A whole number of 64 bits. */
export function u64(value: number): Uint8Array {
  return u32(Math.floor(value / 2 ** 32), value % 2 ** 32)
}

/** 4 bytes of an IPv4 address, 16 of an IPv6 one. Throws for what is no address. */
export function address(text: string): Uint8Array {
  const words = addressWords(text)
  if (words === undefined) throw new Error(`no address: ${text}`)
  return text.includes(':') ? u32(...words) : u32(words[3])
}

/** Fills up with zeros to a multiple of 4. */
export function padded(bytes: Uint8Array): Uint8Array {
  return concat(bytes, new Uint8Array(-bytes.length & 3))
}

/** ASCII text as bytes. */
export function ascii(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}
