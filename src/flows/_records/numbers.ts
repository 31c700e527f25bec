/** Numbers as records of other tools write them: JSON numbers, or text that holds one. Never throws, whatever the value. */
import { PROTOCOL_NUMBERS } from './protocol-numbers.data.ts'

/** No number that is read here has more characters: 20 digits, a point, a fraction. */
const MAX_NUMBER_LENGTH = 40

const NUMBER = /^\s*\d{1,20}(?:\.\d{0,18})?(?:e[+-]?\d{1,2})?\s*$/i

const MAX_PORT = 0xffff
const MAX_INTERFACE = 0xffff_ffff
const MAX_PROTOCOL = 255

/** `47`, `'47'`, `'1763089927.25'` → the number; undefined for what is none, and for negative ones. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : undefined
  if (typeof value !== 'string' || value.length > MAX_NUMBER_LENGTH || !NUMBER.test(value)) return undefined
  return Number(value)
}

/** Bytes or packets: whole, at most 2^53 - 1, 0 for what is no number. `'1,024'` → 0 */
export function countOf(value: unknown): number {
  return Math.min(Math.floor(numberOf(value) ?? 0), Number.MAX_SAFE_INTEGER)
}

/** A port number; 0 for what is none (`'-'`, the `8.0` that nfdump writes for ICMP). */
export function portOf(value: unknown): number {
  return wholeOf(value, MAX_PORT) ?? 0
}

/** The number of an interface at its exporter; 0 for unknown. */
export function interfaceOf(value: unknown): number {
  return wholeOf(value, MAX_INTERFACE) ?? 0
}

/** An IP protocol by number or keyword: `47`, `'47'`, `'GRE'`, `'tcp'`; -1 for what is none. */
export function protocolOf(value: unknown): number {
  const number = wholeOf(value, MAX_PROTOCOL)
  if (number !== undefined) return number
  if (typeof value !== 'string' || value.length > MAX_NUMBER_LENGTH) return -1
  return PROTOCOL_NUMBERS.get(value.trim().toLowerCase()) ?? -1
}

function wholeOf(value: unknown, most: number): number | undefined {
  const number = numberOf(value)
  return number !== undefined && Number.isInteger(number) && number <= most ? number : undefined
}
