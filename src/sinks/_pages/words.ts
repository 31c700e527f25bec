/** Numbers, times and lists as pages write them. */
import type { Instant } from '../../kit/instant.ts'
import { sayInstant } from '../../kit/say-instant.ts'

/** `1 214` with thin spaces between thousands. */
export function sayCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\u2009')
}

/** `1 device`, `42 devices`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${sayCount(count)} ${count === 1 ? one : many}`
}

/** `a, b and c`. */
export function andList(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** The first of them by name and the rest as a count: `edge-rtr-1, edge-rtr-2 and 5 more`. */
export function firstOf(items: readonly string[], shown: number): string {
  if (items.length <= shown) return andList(items)
  return `${items.slice(0, shown).join(', ')} and ${sayCount(items.length - shown)} more`
}

/** `2026-11-14 03:12Z`; `undated` without a time. */
export function sayWhen(at: Instant | undefined): string {
  return at === undefined ? 'undated' : sayInstant(at)
}

/** `38 %`, cut and never rounded up; nothing without anything to count. */
export function sayShare(part: number, whole: number): string | undefined {
  return whole === 0 ? undefined : `${Math.floor((100 * part) / whole)} %`
}

/** A text cut to a number of characters, with `…` for what is left out. */
export function clip(text: string, maxCharacters: number): string {
  const characters = [...text]
  return characters.length <= maxCharacters ? text : `${characters.slice(0, maxCharacters - 1).join('')}…`
}

/** Order of texts that is the same on every machine. */
export function byText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
