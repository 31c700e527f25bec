/** Somebody's own Sigma rules over the evidence of a scan: what they found, what tapwarden says of the same records, what could not run. */
import type { SigmaCorrelation, SigmaDocument, SigmaProblem, SigmaRule } from '../../../../content/_sigma/documents.ts'
import { createSigmaRun, type SigmaAccount, type SigmaAlert } from '../../../../content/_sigma/run-sigma.ts'
import { logsourceCovers } from '../../../../content/_sigma/sigma-event.ts'
import type { LogRecord } from '../../../../facts/log-content/log-record.ts'
import type { LogSource } from '../../../../facts/log-content/log-source.ts'
import type { Place } from '../../../../facts/schema-parts.ts'
import type { Instant } from '../../../../kit/instant.ts'
import { dialects } from '../../../plug-ins.ts'
import type { ScanOutcome } from '../../../scan.ts'
import { readSigma } from './read-sigma.ts'
import { type FindingsAt, findingsByPlace } from './resting-findings.ts'

/** Places named of one rule; the count says how many there are. */
const MAX_PLACES = 5

/** What one rule or correlation found. */
export interface SigmaRuleOutcome {
  readonly title: string
  readonly level: string | null
  readonly kind: 'rule' | 'correlation'
  /** `rules/span.yml:1` */
  readonly at: string
  /** Records that it was shown: those of the logs that it is about. `null` for a correlation, which is shown what its rules found. */
  readonly records: number | null
  /** Records, or what the rules of a correlation found. More than `alerts` where a correlation speaks for the rule. */
  readonly matches: number
  readonly alerts: number
  /** Of the alerts that have a time; `last` is absent where there are more than are kept. */
  readonly first?: Instant | undefined
  readonly last?: Instant | undefined
  /** Of the first alerts. */
  readonly places: readonly Place[]
  /** Ids of findings that rest on the same records, as far as alerts are kept. */
  readonly findings: readonly string[]
}

/** A rule about a log that no dialect reads. */
export interface UnreadRule {
  readonly title: string
  readonly at: string
  /** `paloalto, firewall` */
  readonly logsource: string
}

/** What came of all rules. */
export interface SigmaReport {
  readonly files: number
  /** Those that found something first, most alerts first; then the others, as their files say. */
  readonly rules: readonly SigmaRuleOutcome[]
  /** Rules about logs that nobody here reads: that they found nothing means nothing. */
  readonly unread: readonly UnreadRule[]
  /** Documents that could not be run, and references that lead nowhere. */
  readonly problems: readonly SigmaProblem[]
}

/** A run that is shown the records while evidence is read. */
export interface SigmaOverEvidence {
  readonly onRecord: (record: LogRecord) => void
  /** Once, when all evidence was read. */
  report(outcome: ScanOutcome): SigmaReport
}

/**
 * Starts a run over the rules of a file or folder. Memory is bounded by the rules and by what a Sigma run keeps, never by the evidence.
 * Throws `TW_SIGMA_UNREADABLE` and `TW_SIGMA_NONE`.
 */
export function openSigma(path: string): SigmaOverEvidence {
  const { documents, problems, files } = readSigma(path)
  const run = createSigmaRun(documents)
  const shown = new Map<LogSource, number>()
  return {
    onRecord(record) {
      shown.set(record.source, (shown.get(record.source) ?? 0) + 1)
      run.take(record)
    },
    report(outcome) {
      const { alerts, accounts, problems: dangling } = run.finish()
      const findingsAt = findingsByPlace(outcome)
      const unread = documents.filter(isUnread)
      const nobodys = new Set<SigmaDocument>(unread)
      const heard = accounts.filter(({ document }) => !nobodys.has(document))
      const rules = heard.map((account) => toOutcome(account, { alerts, shown, findingsAt }))
      return {
        files,
        rules: rules.toSorted((a, b) => b.alerts - a.alerts),
        unread: unread.map(toUnread),
        problems: [...problems, ...dangling],
      }
    },
  }
}

function isUnread(document: SigmaDocument): document is SigmaRule {
  if (document.kind !== 'rule') return false
  const sources = dialects.flatMap(({ content }) => content?.sources ?? [])
  return !sources.some((source) => logsourceCovers(document.logsource, source))
}

function toUnread({ title, logsource, ...mark }: SigmaRule): UnreadRule {
  const { product, category, service } = logsource
  return { title, at: markText(mark), logsource: [product, category, service].filter(isGiven).join(', ') }
}

interface Circumstances {
  readonly alerts: readonly SigmaAlert[]
  readonly shown: ReadonlyMap<LogSource, number>
  readonly findingsAt: FindingsAt
}

function toOutcome({ document, matches, alerts: count }: SigmaAccount, { alerts, shown, findingsAt }: Circumstances) {
  const own = alerts.filter((alert) => alert.document === document)
  const records = own.flatMap((alert) => alert.records)
  const times = own.flatMap(({ at }) => at ?? []).sort()
  return {
    title: document.title,
    level: document.level ?? null,
    kind: document.kind,
    at: markText(document),
    records: document.kind === 'rule' ? recordsFor(document, shown) : null,
    matches,
    alerts: count,
    ...(times[0] === undefined ? {} : { first: times[0] }),
    ...(times.length === 0 || own.length < count ? {} : { last: times.at(-1) }),
    places: records.slice(0, MAX_PLACES).map(({ place }) => place),
    findings: [...new Set(records.flatMap(({ place }) => [...findingsAt(place)]))].sort(),
  } satisfies SigmaRuleOutcome
}

function recordsFor({ logsource }: SigmaRule, shown: ReadonlyMap<LogSource, number>): number {
  return [...shown].reduce((sum, [source, count]) => sum + (logsourceCovers(logsource, source) ? count : 0), 0)
}

function markText({ path, line }: Pick<SigmaRule | SigmaCorrelation, 'path' | 'line'>): string {
  return `${path}:${line}`
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined
}
