/** Gathers for one correlation what its rules found, and tells its alerts at the end. */
import type { LogRecord } from '../../../facts/log-content/log-record.ts'
import type { Instant } from '../../../kit/instant.ts'
import type { SigmaCorrelation, SigmaRule } from '../documents.ts'
import { scalarText } from '../matching/value-test.ts'
import { Earliest } from './earliest.ts'
import { compareHits, type Hit } from './hit.ts'
import { findWindows } from './windows.ts'

/** What a rule, or a correlation below, found. `values` are those of its fields. */
export interface Found {
  readonly by: SigmaRule | SigmaCorrelation
  readonly at: Instant | undefined
  readonly values: (field: string) => readonly unknown[]
  readonly records: readonly LogRecord[]
  readonly count: number
}

/** One alert of a correlation. */
export interface CorrelationAlert {
  readonly at: Instant
  readonly groupBy: Readonly<Record<string, string>>
  readonly count: number
  readonly records: readonly LogRecord[]
}

/** Hits that one correlation holds at a time. */
const MAX_HITS = 20_000

/** Records that an alert shows. */
export const MAX_RECORDS = 20

/** Hits of one correlation. */
export class Collector {
  readonly #correlation: SigmaCorrelation
  readonly #hits = new Earliest<Hit>(MAX_HITS, compareHits)
  /** Found without a time, or without a value to group by: in no window. */
  undated = 0
  ungrouped = 0

  constructor(correlation: SigmaCorrelation) {
    this.#correlation = correlation
  }

  get count(): number {
    return this.#hits.count
  }

  get leftOut(): number {
    return Math.max(0, this.#hits.count - MAX_HITS)
  }

  add(found: Found): void {
    const { rules, groupBy, fields } = this.#correlation
    const { at, by, records, count } = found
    const group = groupBy.map((name) => textUnder(found, fieldFor(this.#correlation, name, by)))
    if (at === undefined) this.undated += 1
    else if (!group.every((value) => value !== undefined)) this.ungrouped += 1
    else {
      const counted = fields.map((field) => textUnder(found, field))
      const whole = fields.length > 0 && counted.every((value) => value !== undefined)
      const rule = rules.findIndex((name) => name === by.id || name === by.name)
      this.#hits.add({ at, rule, group, records, count, counted: whole ? counted.join('\u0000') : undefined })
    }
  }

  alerts(): readonly CorrelationAlert[] {
    const groups = new Map<string, Hit[]>()
    for (const hit of this.#hits.list()) {
      // Sigma compares without case.
      const key = hit.group.join('\u0000').toLowerCase()
      const group = groups.get(key) ?? []
      group.push(hit)
      groups.set(key, group)
    }
    return [...groups.values()]
      .flatMap((hits) => findWindows(this.#correlation, hits))
      .map((hits) => this.#toAlert(hits))
  }

  #toAlert(hits: readonly Hit[]): CorrelationAlert {
    const group = hits[0]?.group ?? []
    return {
      at: hits.at(-1)?.at ?? '',
      groupBy: Object.fromEntries(this.#correlation.groupBy.map((field, index) => [field, group[index] ?? ''])),
      count: hits.reduce((sum, { count }) => sum + count, 0),
      records: hits.flatMap(({ records }) => records).slice(0, MAX_RECORDS),
    }
  }
}

/** An alias means another field in each rule; a name that is no alias is the field. */
function fieldFor({ aliases }: SigmaCorrelation, name: string, by: SigmaRule | SigmaCorrelation): string {
  const fields = aliases.get(name)
  return fields?.get(by.name ?? '') ?? fields?.get(by.id ?? '') ?? name
}

/** All values of a field as one text, whatever their order; undefined where there is none. */
function textUnder({ values }: Found, field: string): string | undefined {
  const texts = values(field).flatMap((value) => scalarText(value) ?? [])
  return texts.length === 0 ? undefined : [...new Set(texts)].sort().join(',')
}
