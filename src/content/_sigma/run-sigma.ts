/** Runs Sigma documents over records of logs. Bounded: counts are exact, records and alerts are kept up to fixed numbers. */
import type { LogRecord } from '../../facts/log-content/log-record.ts'
import type { LogSource } from '../../facts/log-content/log-source.ts'
import type { Instant } from '../../kit/instant.ts'
import { compileRule, type SigmaMatcher } from './compile-rule.ts'
import { Collector, type Found } from './correlating/collector.ts'
import { Earliest } from './correlating/earliest.ts'
import { compareTexts, placeKey } from './correlating/hit.ts'
import { planRun, type SigmaPlan } from './correlating/plan.ts'
import type { SigmaCorrelation, SigmaDocument, SigmaProblem, SigmaRule } from './documents.ts'
import { logsourceCovers, toSigmaEvent } from './sigma-event.ts'

/** Something that a rule or correlation found. */
export interface SigmaAlert {
  readonly document: SigmaRule | SigmaCorrelation
  /** Of a correlation: when it was complete. Absent where the record says no time. */
  readonly at: Instant | undefined
  /** Empty for rules. */
  readonly groupBy: Readonly<Record<string, string>>
  /** How many records stand behind it; `records` are the first 20. */
  readonly count: number
  readonly records: readonly LogRecord[]
}

/** What came of one document. */
export interface SigmaAccount {
  readonly document: SigmaRule | SigmaCorrelation
  /** Records, or for a correlation what its rules found, filters applied. */
  readonly matches: number
  /** All of them, also those that are not in the result. 0 for a rule that a correlation speaks for. */
  readonly alerts: number
  /** Matches that a correlation could not use: no time, no value to group by, more than it holds. */
  readonly undated: number
  readonly ungrouped: number
  readonly leftOut: number
}

/** What all documents found, the same whatever the order of records. */
export interface SigmaResult {
  /** By time, then by the order of documents; of each document the first 1,000. */
  readonly alerts: readonly SigmaAlert[]
  /** In the order of documents. */
  readonly accounts: readonly SigmaAccount[]
  /** References that lead nowhere. */
  readonly problems: readonly SigmaProblem[]
}

/** A run that is fed with records, one by one. */
export interface SigmaRun {
  take(record: LogRecord): void
  /** Once, at the end. */
  finish(): SigmaResult
}

const MAX_ALERTS = 1000

/** Runs documents over records; see {@link createSigmaRun} for records that are many. */
export function runSigma(documents: readonly SigmaDocument[], records: Iterable<LogRecord>): SigmaResult {
  const run = createSigmaRun(documents)
  for (const record of records) run.take(record)
  return run.finish()
}

/** Starts a run over documents of one or many files. Never throws. */
export function createSigmaRun(documents: readonly SigmaDocument[]): SigmaRun {
  return new Run(planRun(documents))
}

class Run implements SigmaRun {
  readonly #plan: SigmaPlan
  readonly #found: ReadonlyMap<SigmaRule, Earliest<LogRecord>>
  readonly #collectors: ReadonlyMap<SigmaCorrelation, Collector>
  /** Rule or correlation → the correlations that build on it. */
  readonly #above = new Map<SigmaRule | SigmaCorrelation, Collector[]>()
  readonly #matchers = new Map<LogSource, readonly RuleMatcher[]>()

  constructor(plan: SigmaPlan) {
    this.#plan = plan
    this.#found = new Map(plan.rules.map((rule) => [rule, new Earliest<LogRecord>(MAX_ALERTS, compareRecords)]))
    this.#collectors = new Map(plan.correlations.map((correlation) => [correlation, new Collector(correlation)]))
    for (const [correlation, collector] of this.#collectors) {
      for (const below of new Set(correlation.rules.flatMap(plan.resolve)))
        this.#above.set(below, [...(this.#above.get(below) ?? []), collector])
    }
  }

  take(record: LogRecord): void {
    const matchers = this.#matchersFor(record.source)
    if (matchers.length === 0) return
    const event = toSigmaEvent(record)
    for (const { rule, matches } of matchers) {
      if (!matches(event)) continue
      this.#found.get(rule)?.add(record)
      this.#tell({ by: rule, at: record.at, values: event.values, records: [record], count: 1 })
    }
  }

  finish(): SigmaResult {
    // In the order of the plan: what a correlation builds on has told it everything before it is asked.
    const correlated = this.#plan.correlations.map((document) => ({ document, alerts: this.#correlate(document) }))
    const single = this.#plan.rules.map((document) => ({ document, alerts: this.#alertsOf(document) }))
    const alerts = [...single, ...correlated].flatMap(({ document, alerts }) =>
      this.#plan.isSilent(document) ? [] : alerts.slice(0, MAX_ALERTS),
    )
    return {
      alerts: alerts.sort((a, b) => compareTexts(a.at ?? '~', b.at ?? '~')),
      accounts: [
        ...this.#plan.rules.map((rule) => this.#accountRule(rule)),
        ...correlated.map(({ document, alerts: own }) => this.#accountCorrelation(document, own.length)),
      ],
      problems: this.#plan.problems,
    }
  }

  #tell(found: Found): void {
    for (const collector of this.#above.get(found.by) ?? []) collector.add(found)
  }

  #matchersFor(source: LogSource): readonly RuleMatcher[] {
    const known = this.#matchers.get(source)
    if (known !== undefined) return known
    const matchers = this.#plan.rules
      .filter(({ logsource }) => logsourceCovers(logsource, source))
      .map((rule) => ({ rule, matches: withFilters(rule, this.#plan) }))
    this.#matchers.set(source, matchers)
    return matchers
  }

  #alertsOf(rule: SigmaRule): readonly SigmaAlert[] {
    const records = this.#found.get(rule)?.list() ?? []
    return records.map((record) => ({ document: rule, at: record.at, groupBy: {}, count: 1, records: [record] }))
  }

  #correlate(document: SigmaCorrelation): readonly SigmaAlert[] {
    const alerts = this.#collectors.get(document)?.alerts() ?? []
    for (const { at, groupBy, records, count } of alerts)
      this.#tell({ by: document, at, values: (field) => valuesOf(groupBy, field), records, count })
    return alerts.map((alert) => ({ document, ...alert }))
  }

  #accountRule(document: SigmaRule): SigmaAccount {
    const matches = this.#found.get(document)?.count ?? 0
    return { document, matches, alerts: this.#plan.isSilent(document) ? 0 : matches, ...NOTHING_LOST }
  }

  #accountCorrelation(document: SigmaCorrelation, found: number): SigmaAccount {
    const collector = this.#collectors.get(document)
    const { undated = 0, ungrouped = 0, leftOut = 0, count = 0 } = collector ?? {}
    const alerts = this.#plan.isSilent(document) ? 0 : found
    return { document, matches: count + undated + ungrouped, alerts, undated, ungrouped, leftOut }
  }
}

const NOTHING_LOST = { undated: 0, ungrouped: 0, leftOut: 0 } as const

interface RuleMatcher {
  readonly rule: SigmaRule
  readonly matches: SigmaMatcher
}

/**
 * A filter's condition must hold as well. The specification leaves open whether a filter says what to keep or what to drop; pySigma, which
 * all converters use, joins it with "and", so that a filter drops by saying `not selection`.
 */
function withFilters(rule: SigmaRule, plan: SigmaPlan): SigmaMatcher {
  const parts = [rule, ...plan.filtersOf(rule)].map(compileRule)
  return (event) => parts.every((part) => part(event))
}

function valuesOf(groupBy: Readonly<Record<string, string>>, field: string): readonly unknown[] {
  return Object.hasOwn(groupBy, field) ? [groupBy[field]] : []
}

function compareRecords(a: LogRecord, b: LogRecord): number {
  return compareTexts(a.at ?? '~', b.at ?? '~') || compareTexts(placeKey(a), placeKey(b))
}
