/** The `correlation` of a document. @source Sigma correlation rules specification 2.1.0 */

import type { SigmaCorrelation, SigmaHead } from '../documents.ts'
import { toNumber } from '../matching/value-test.ts'
import {
  CORRELATION_OPERATORS,
  CORRELATION_TYPES,
  type CorrelationBound,
  type CorrelationType,
} from '../model/correlation.ts'
import type { SigmaMark } from '../model/detection.ts'
import { type Reading, textOf, textsOf } from './reading.ts'
import { memberOf, type YamlEntry, type YamlPart } from './yaml-part.ts'

const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
])

interface CorrelationReading {
  readonly head: SigmaHead
  readonly part: YamlPart
  /** As older documents have it beside the correlation. */
  readonly generate: YamlPart | undefined
  readonly reading: Reading
}

/** Reads a correlation; undefined (and problems) where it cannot be run. */
export function readCorrelation({ head, part, generate, reading }: CorrelationReading): SigmaCorrelation | undefined {
  if (part.kind !== 'map') {
    reading.refuse(part.mark, 'correlation-syntax', 'The correlation is no map.')
    return undefined
  }
  const { entries, mark } = part
  const type = readType(entries, reading, mark)
  const timespanMs = readTimespan(entries, reading, mark)
  const rules = textsOf(memberOf(entries, 'rules'))
  if (rules.length === 0) reading.refuse(mark, 'correlation-syntax', 'The correlation refers to no rules.')
  if (type === undefined || timespanMs === undefined) return undefined
  const condition = memberOf(entries, 'condition')
  const counted = readCounted(condition, reading)
  checkCounted({ type, counted }, reading, condition?.mark ?? mark)
  return {
    ...head,
    kind: 'correlation',
    type,
    rules,
    timespanMs,
    groupBy: textsOf(memberOf(entries, 'group-by')),
    aliases: readAliases(memberOf(entries, 'aliases')),
    ...counted,
    generate: isTrue(memberOf(entries, 'generate') ?? generate),
  }
}

function isTrue(part: YamlPart | undefined): boolean {
  return part?.kind === 'scalar' && part.value === true
}

function readType(entries: readonly YamlEntry[], reading: Reading, mark: SigmaMark): CorrelationType | undefined {
  const part = memberOf(entries, 'type')
  const written = textOf(part)
  const type = CORRELATION_TYPES.find((known) => known === written)
  if (type === undefined)
    reading.refuse(
      part?.mark ?? mark,
      'correlation-type',
      `"${written ?? ''}" is no type of correlation of Sigma 2.1.0.`,
    )
  return type
}

function readTimespan(entries: readonly YamlEntry[], reading: Reading, mark: SigmaMark): number | undefined {
  const part = memberOf(entries, 'timespan')
  const found = /^(\d{1,6})([smhd])$/.exec(textOf(part) ?? '')
  const unit = UNIT_MS.get(found?.[2] ?? '')
  if (found !== null && unit !== undefined) return Number(found[1]) * unit
  reading.refuse(
    part?.mark ?? mark,
    'correlation-timespan',
    'The correlation has no timespan such as 30s, 15m, 1h or 7d.',
  )
  return undefined
}

type Counted = Pick<SigmaCorrelation, 'bounds' | 'fields' | 'percentile'>

function readCounted(part: YamlPart | undefined, reading: Reading): Counted {
  const entries = part?.kind === 'map' ? part.entries : []
  const bounds = entries.flatMap(({ key, value }): readonly CorrelationBound[] => {
    const operator = CORRELATION_OPERATORS.find((known) => known === key)
    const number = toNumber(textOf(value) ?? '')
    if (operator !== undefined && number !== undefined) return [{ operator, value: number }]
    if (key !== 'field' && key !== 'percentile')
      reading.refuse(
        value.mark,
        'correlation-condition',
        `"${key}: ${textOf(value) ?? ''}" is no bound such as "gte: 10".`,
      )
    return []
  })
  const percentile = toNumber(textOf(memberOf(entries, 'percentile')) ?? '') ?? 50
  return { bounds, fields: textsOf(memberOf(entries, 'field')), percentile }
}

function checkCounted(
  { type, counted }: { type: CorrelationType; counted: Counted },
  reading: Reading,
  mark: SigmaMark,
): void {
  if (type.startsWith('temporal')) return
  if (counted.bounds.length === 0)
    reading.refuse(mark, 'correlation-condition', `A correlation of type ${type} needs a bound such as "gte: 10".`)
  if (type !== 'event_count' && counted.fields.length === 0)
    reading.refuse(mark, 'correlation-condition', `A correlation of type ${type} needs the field that it counts.`)
}

function readAliases(part: YamlPart | undefined): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const entries = part?.kind === 'map' ? part.entries : []
  return new Map(entries.map(({ key, value }) => [key, readFieldNames(value)]))
}

function readFieldNames(part: YamlPart): ReadonlyMap<string, string> {
  const entries = part.kind === 'map' ? part.entries : []
  return new Map(entries.flatMap(({ key, value }) => (textOf(value) === undefined ? [] : [[key, textOf(value) ?? '']])))
}
