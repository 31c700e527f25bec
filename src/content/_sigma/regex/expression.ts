/** A regular expression as a tree, and what is wrong with one that has none. */
import type { CharSet } from './char-sets.data.ts'

/** Places between characters: of the text, of a line, of a word. */
export type Edge = 'text-start' | 'text-end' | 'line-start' | 'line-end' | 'word' | 'not-word'

/** `ab*` is `{ sequence: [{ set: [97, 97] }, { repeat: { set: [98, 98] }, min: 0, max: Infinity }] }`. */
export type Expression =
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'edge'; readonly edge: Edge }
  | { readonly kind: 'sequence'; readonly of: readonly Expression[] }
  | { readonly kind: 'either'; readonly of: readonly Expression[] }
  | { readonly kind: 'repeat'; readonly of: Expression; readonly min: number; readonly max: number }

/** `i`: letters in both cases; `m`: `^` and `$` at every line; `s`: the dot takes newlines. */
export interface RegexFlags {
  readonly i?: boolean
  readonly m?: boolean
  readonly s?: boolean
}

/** Why a text is no regular expression that can be run. Its message is a clause: `look-around is not supported`. */
export class RegexProblem extends Error {}
