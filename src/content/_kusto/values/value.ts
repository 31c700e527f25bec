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

/** JSON as a dynamic value. */
export function toDynamic(json: Json | undefined): KustoDynamic | null {
  return json === null || json === undefined ? null : { kind: 'dynamic', json }
}

/** A dynamic scalar as the scalar it holds; everything else as it is. */
export function toScalar(value: KustoValue): KustoValue {
  if (!isDynamic(value)) return value
  const { json } = value
  return typeof json === 'object' ? value : json
}

/** Whether a value is a datetime. */
export function isInstant(value: KustoValue): value is KustoInstant {
  return typeof value === 'object' && value?.kind === 'datetime'
}

/** Whether a value is a timespan. */
export function isSpan(value: KustoValue): value is KustoSpan {
  return typeof value === 'object' && value?.kind === 'timespan'
}

/** Whether a value is dynamic. */
export function isDynamic(value: KustoValue): value is KustoDynamic {
  return typeof value === 'object' && value?.kind === 'dynamic'
}

/** A value as JSON: times as text. What `dynamic` columns hold of computed values, and what answers show. */
export function toJson(value: KustoValue): Json {
  if (isDynamic(value)) return value.json
  if (isInstant(value)) return writeInstant(value)
  if (isSpan(value)) return writeSpan(value)
  return value
}

/** `2026-11-14T03:12:00.0000000Z`, as tostring writes it. */
export function writeInstant({ ms }: KustoInstant): string {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(0, -1)}0000Z`
}

/** `1.02:03:04.5000000`: days, where there are any; a fraction, where there is one. */
export function writeSpan({ ms }: KustoSpan): string {
  const whole = Math.trunc(Math.abs(ms))
  const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0')
  const days = Math.trunc(whole / 86_400_000)
  const clock = `${two((whole / 3_600_000) % 24)}:${two((whole / 60_000) % 60)}:${two((whole / 1000) % 60)}`
  const fraction = whole % 1000 === 0 ? '' : `.${String(whole % 1000).padStart(3, '0')}0000`
  return `${ms < 0 ? '-' : ''}${days === 0 ? '' : `${days}.`}${clock}${fraction}`
}
