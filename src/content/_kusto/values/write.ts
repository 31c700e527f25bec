/** Values as JSON and text. */
import { isDynamic, isInstant, isSpan } from './kinds.ts'
import type { Json, KustoInstant, KustoSpan, KustoValue } from './value.ts'

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
