/** Which kind a value is, and the ways between dynamic values and scalars. */
import type { Json, KustoDynamic, KustoInstant, KustoSpan, KustoValue } from './value.ts'

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
