/** Addresses as text from and to the four words that rows hold. */
import ipaddr from 'ipaddr.js'
import { canonicalAddress } from '../../kit/ip-network.ts'

/** Four 32-bit words, most significant first; IPv4 as `::ffff:a.b.c.d`. */
export type AddressWords = readonly [number, number, number, number]

/** The third word of every IPv4 address. */
export const IPV4_WORD = 0xffff

/** `[0, 0, 0xffff, 0xc0000209]` → `192.0.2.9`; canonical text for IPv6. Words may be signed. */
export function addressText([a, b, c, d]: AddressWords): string {
  if (a === 0 && b === 0 && c === IPV4_WORD)
    return `${(d >>> 24) & 255}.${(d >>> 16) & 255}.${(d >>> 8) & 255}.${d & 255}`
  const parts = [a, b, c, d].flatMap((word) => [(word >>> 16) & 0xffff, word & 0xffff])
  return new ipaddr.IPv6(parts).toString()
}

/** The words of an address, unsigned; undefined for what is no address. Never throws. */
export function addressWords(text: string): AddressWords | undefined {
  const canonical = canonicalAddress(text)
  if (canonical === undefined) return undefined
  const bytes = ipaddr.parse(canonical).toByteArray()
  if (bytes.length === 4) return [0, 0, IPV4_WORD, wordAt(bytes, 0)]
  return [wordAt(bytes, 0), wordAt(bytes, 4), wordAt(bytes, 8), wordAt(bytes, 12)]
}

function wordAt(bytes: readonly number[], at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(at, at + 4)
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
}
