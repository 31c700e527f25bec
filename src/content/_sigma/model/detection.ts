/** What a rule looks for, and in which logs. */
import type { ValueTest } from '../matching/value-test.ts'

/** Where something stands; lines and columns count from 1. */
export interface SigmaMark {
  readonly path: string
  readonly line: number
  readonly column: number
}

/** Which records a rule is about. A member left out allows any. */
export interface SigmaLogsource {
  readonly category?: string | undefined
  readonly product?: string | undefined
  readonly service?: string | undefined
}

/** A field, or (where `field` is absent) the whole record, against values. */
export interface SigmaTest extends SigmaMark {
  readonly kind: 'test'
  readonly field?: string | undefined
  /** In the order written: `['contains', 'all']`. */
  readonly modifiers: readonly string[]
  readonly values: readonly (string | number | boolean | null)[]
  /** For each value the tests of which one must hold: `base64offset` makes three of one. */
  readonly tests: readonly (readonly ValueTest[])[]
  /** `all`: every value must be found, not just one. */
  readonly every: boolean
  /** `neq`: what is found must not be. */
  readonly negated: boolean
}

/** What stands under one name of a detection. */
export type SigmaSearch =
  | SigmaTest
  | { readonly kind: 'all'; readonly of: readonly SigmaSearch[] }
  | { readonly kind: 'any'; readonly of: readonly SigmaSearch[] }

/** A condition with its patterns (`1 of selection*`) resolved. Names are those of the detection. */
export type SigmaCondition =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'not'; readonly of: SigmaCondition }
  | { readonly kind: 'and'; readonly of: readonly SigmaCondition[] }
  | { readonly kind: 'or'; readonly of: readonly SigmaCondition[] }

/** Named searches and what of them must hold. */
export interface SigmaDetection {
  readonly searches: ReadonlyMap<string, SigmaSearch>
  readonly condition: SigmaCondition
}
