/** The words of correlations. @source Sigma correlation rules specification 2.1.0 */

/** Correlation types of specification 2.1.0. */
export const CORRELATION_TYPES = [
  'event_count',
  'value_count',
  'temporal',
  'temporal_ordered',
  'value_sum',
  'value_avg',
  'value_percentile',
] as const
/** One of {@link CORRELATION_TYPES}. */
export type CorrelationType = (typeof CORRELATION_TYPES)[number]

/** Comparisons of correlation conditions. */
export const CORRELATION_OPERATORS = ['gt', 'gte', 'lt', 'lte', 'eq', 'neq'] as const

/** `{ operator: 'gte', value: 10 }`. */
export interface CorrelationBound {
  readonly operator: (typeof CORRELATION_OPERATORS)[number]
  readonly value: number
}
