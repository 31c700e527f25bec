/**
 * Values as Kusto has them. Strings are never null; everything else may be. Long numbers beyond 2^53 lose digits, which no field of our
 * tables has; times are exact to the millisecond.
 * @source Kusto, "Scalar data types", "Null values"
 */

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A moment, in milliseconds since 1970. */
export interface KustoInstant {
  readonly kind: 'datetime'
  readonly ms: number
}

/** A length of time. */
export interface KustoSpan {
  readonly kind: 'timespan'
  readonly ms: number
}

/** A value of type dynamic: an array, a bag, or a scalar within one. Dynamic null is null. */
export interface KustoDynamic {
  readonly kind: 'dynamic'
  readonly json: Exclude<Json, null>
}

/** One value. */
export type KustoValue = null | boolean | number | string | KustoInstant | KustoSpan | KustoDynamic

/** One row, in the order of its table's columns. */
export type KustoRow = readonly KustoValue[]
