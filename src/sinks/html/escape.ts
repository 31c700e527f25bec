/** The one way by which text becomes markup: everything that is put into a template is escaped, in text and in attributes alike. */
import { visibleText } from '../_pages/visible-text.ts'

/** Markup that is safe to put into a page. Only this file makes it, so that no value read from evidence or a file can pass for it. */
export class Markup {
  readonly #text: string

  /** Takes the text as markup: for what the program itself wrote. */
  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/** What a template takes: text is escaped, markup stays, a list is one after the other. */
export type Part = string | number | Markup | readonly Part[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Text as it stands in an element or a quoted attribute: `a < "b"` → `a &lt; &quot;b&quot;`. Characters that would be obeyed
 * instead of shown become `\ufffd`.
 *
 * @source HTML Living Standard, 13.1.2.3 Attributes and 13.1.3 Text
 */
export function escapeText(text: string): string {
  return visibleText(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

/** A template whose values are escaped. Values stand in text or in quoted attributes, never in names, styles or scripts. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((text, fixed, index) => text + toText(parts[index - 1] ?? '') + fixed))
}

/** `when(rows.length > 0, () => …)`: nothing where there is nothing to say. */
export function when(says: boolean, part: () => Part): Part {
  return says ? part() : []
}

function toText(part: Part): string {
  if (part instanceof Markup) return part.toString()
  if (typeof part === 'string') return escapeText(part)
  if (typeof part === 'number') return String(part)
  return Array.isArray(part) ? part.map(toText).join('') : escapeText(String(part))
}
