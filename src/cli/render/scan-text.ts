/** A scan for people: findings worst first, counts, and the coverage that the answer rests on. */

import { isSuppressed } from '../../app/answers/acts/standing-acts.ts'
import { BREACH_WORDS, VERDICT_ORDER } from '../../app/answers/report/marks.ts'
import type { Evidence } from '../../app/evidence/gather-evidence.ts'
import type { Finding } from '../../findings/finding.ts'
import type { CoverageFigure, CoverageFigures, ReportedAct, ScanReport } from '../../findings/report/report.ts'
import type { Terminal } from '../terminal.ts'
import { inVerdictColor, LEG_MARKS, VERDICT_MARKS } from './marks.ts'
import { formatBytes, formatCount, formatInstant, plural } from './quantities.ts'
import { wrap } from './wrap.ts'

const INDENT = ' '.repeat(12)

interface ScanTextOptions {
  readonly terminal: Terminal
  /** The words that repeat the question, for suggested commands. */
  readonly again: string
  readonly showApproved: boolean
  readonly showSuppressed: boolean
  readonly reading: Evidence['reading']
}

/** The whole text of `tapwarden scan`. */
export function renderScan(report: ScanReport, options: ScanTextOptions): string {
  const acts = new Map(report.acts.map((act) => [act.finding, act]))
  const shown = report.findings.filter(
    ({ id, verdict }) =>
      (options.showApproved || verdict !== 'approved') &&
      (options.showSuppressed || !isSuppressed(acts.get(id))) &&
      report.newSinceLastScan?.includes(id) !== false,
  )
  const blocks = groupAlike(shown).map(([first, ...others]) =>
    [renderFinding(first, acts.get(first.id), options), ...alikeLines(others, options)].join('\n'),
  )
  return [headLine(report, options.reading), ...blocks, closing(report, options)].join('\n\n')
}

type Group = readonly [Finding, ...Finding[]]

/** Findings of one case that read alike stand behind the first of them: a roll-out is told once. */
function groupAlike(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const reasons = finding.reasons.map(({ detection }) => detection).sort()
    const key = [finding.case, finding.subject, finding.verdict, finding.severity, finding.status, ...reasons].join(
      '\u0000',
    )
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return [...groups.values()]
}

function alikeLines(others: readonly Finding[], { terminal }: ScanTextOptions): readonly string[] {
  if (others.length === 0) return []
  const names = others.map(({ id, session }) => `${session.name} (${id.slice(0, 8)})`).join(', ')
  return wrap(`and ${others.length} more like it: ${names}`, terminal.widthColumns - INDENT.length).map(
    (line) => INDENT + line,
  )
}

function headLine({ counts, coverage, at }: ScanReport, { inputs, bytes, unchanged }: Evidence['reading']): string {
  const devices = coverage.filter(({ kind }) => kind === 'device').length
  const accounts = coverage.length - devices
  const before = unchanged === 0 ? '' : ` · ${formatCount(unchanged)} unchanged, read before`
  const read = `Read ${plural(inputs.length, 'input')} · ${formatBytes(bytes)}${before}`
  const subjects = [
    plural(devices, 'device'),
    ...(accounts > 0 ? [plural(accounts, 'cloud account')] : []),
    plural(counts.sessions, 'mirror session'),
  ]
  return `${read}      ${subjects.join(' · ')}      as of ${formatInstant(at)}`
}

function renderFinding(finding: Finding, act: ReportedAct | undefined, options: ScanTextOptions): string {
  const { terminal, again } = options
  const { verdict, severity, sentence } = finding
  const mark = `${VERDICT_MARKS[verdict]} ${severity.toUpperCase().padEnd(9)} `
  const width = terminal.widthColumns - INDENT.length
  const [first = '', ...rest] = wrap(sentence, width)
  const lines = [
    `${inVerdictColor(verdict, terminal.colors.bold(mark), terminal)}${first}`,
    ...[...rest, ...[...contextLines(finding), ...actLine(act)].flatMap((line) => wrap(line, width))].map(
      (line) => INDENT + line,
    ),
    INDENT + terminal.colors.dim(`${legLine(finding)}   tapwarden explain ${finding.id.slice(0, 8)} ${again}`),
  ]
  return lines.join('\n')
}

const ACT_WORDS: Readonly<Record<ReportedAct['does'], string>> = {
  acknowledge: 'acknowledged',
  assign: 'assigned',
  suppress: 'suppressed',
  resolve: 'resolved',
  reopen: 'reopened',
}

/** What a person did to it; one that no longer holds says so, because the claim grew or its time ran out. */
function actLine(act: ReportedAct | undefined): readonly string[] {
  if (act === undefined) return []
  const end = act.until === undefined ? '' : ` until ${formatInstant(act.until)}`
  const lapsed = act.holds || act.does === 'reopen' ? '' : '; it no longer holds'
  return [`${ACT_WORDS[act.does]} ${formatInstant(act.at)} by ${act.by}${end}: ${act.reason}${lapsed}`]
}

/** Since when, by whom, and what makes it worse. */
function contextLines(finding: Finding): readonly string[] {
  const act = [...whenClause(finding), ...whoClause(finding)]
  const statements = finding.reasons
    .filter(({ detection }) => !HEADLINE.has(detection))
    .map(({ statement }) => statement)
  return act.length === 0
    ? statements
    : [[...act, ...conductClause(finding), ticketClause(finding)].join(' · '), ...statements]
}

/** Tickets and cut logs have clauses of their own. */
const TOLD_ELSEWHERE: readonly Finding['conduct'][number][] = ['no-ticket', 'logging-cut']

function conductClause({ conduct }: Finding): readonly string[] {
  return conduct.filter((breach) => !TOLD_ELSEWHERE.includes(breach)).map((breach) => BREACH_WORDS[breach])
}

function whenClause({ since, sinceBasis, until }: Finding): readonly string[] {
  if (since === undefined) return []
  return [
    `${sinceBasis === 'seen' ? 'seen since' : 'since'} ${formatInstant(since)}${until === undefined ? '' : ` until ${formatInstant(until)}`}`,
  ]
}

function whoClause({ actor }: Finding): readonly string[] {
  const accounts = actor.accounts.map((account) => `account ${account}`).join(', ')
  const from = actor.from.length === 0 ? '' : ` from ${actor.from.join(', ')}`
  return [
    ...(accounts === '' ? [] : [`by ${accounts}${from}`]),
    ...actor.conflicts.map((conflict) => `records disagree: ${conflict}`),
  ]
}

function ticketClause({ ticket }: Finding): string {
  return ticket === null ? 'no ticket' : `ticket ${ticket}`
}

/** Their statement is what the headline or the line below it already says; `explain` has it in full. */
const HEADLINE: ReadonlySet<string> = new Set([
  'session-not-approved',
  'destination-not-approved',
  'exceeds-approval',
  'approval-expired',
  'attempt-denied',
  'cross-account-target',
  'change-without-ticket',
  'change-outside-window',
  'admin-not-authorised',
])

/** The legs that such a subject can have: an account speaks by its audit trail, a device by all others. */
function legLine({ legs, witnesses, confidence }: Finding): string {
  const marks = legs.audit === 'not-available' ? (['config', 'log', 'aaa', 'flow'] as const) : (['audit'] as const)
  const shown = marks.map((leg) => `${leg} ${LEG_MARKS[legs[leg]]}`).join(' ')
  return `${shown}   ${witnesses.length === 1 ? 'witness' : 'witnesses'} ${witnesses.join(', ')}   existence ${confidence.existence}`
}

function closing(report: ScanReport, { again }: ScanTextOptions): string {
  const { byVerdict, cases } = report.counts
  const verdicts = VERDICT_ORDER.filter((verdict) => byVerdict[verdict] > 0 || verdict === 'approved').map(
    (verdict) => `${VERDICT_MARKS[verdict]} ${byVerdict[verdict]} ${verdict}`,
  )
  const open = report.findings.some(({ verdict }) => verdict !== 'approved')
  const inCases = cases > 0 ? `      in ${plural(cases, 'case')}` : ''
  return [
    ...(open ? [] : [cleanLine(report)]),
    ...sinceLastScan(report),
    verdicts.join('   ') + inCases + suppressedClause(report),
    `${coverageLine(report.figures)}${silenceClause(report.coverage)}`,
    `What was heard of each: tapwarden coverage ${again}`,
  ].join('\n')
}

function sinceLastScan({ newSinceLastScan }: ScanReport): readonly string[] {
  if (newSinceLastScan === null) return []
  return [
    newSinceLastScan.length === 0
      ? 'Nothing new since the last scan of this store.'
      : `${plural(newSinceLastScan.length, 'finding')} new or told otherwise since the last scan of this store.`,
  ]
}

/** Whatever was taken off the list is still counted, and one option away. */
function suppressedClause({ acts }: ScanReport): string {
  const count = acts.filter(isSuppressed).length
  return count === 0 ? '' : `      ${count} suppressed (--suppressed lists them)`
}

/** A clean result says what it rests on, and names nothing that was not read. */
function cleanLine({ figures }: ScanReport): string {
  const { config, commands, audit } = figures
  const read = [
    ...(config.heard > 0 ? [`the configurations of ${plural(config.heard, 'device')}`] : []),
    ...(commands.heard > 0 ? [`the commands of ${plural(commands.heard, 'device')}`] : []),
    ...(audit.heard > 0 ? [`the audit trail of ${plural(audit.heard, 'cloud account')}`] : []),
  ]
  if (read.length === 0)
    return 'No configuration, command or audit record was read: whether anything is copied is not known.'
  return `No unapproved copy seen in ${read.join(', ')}.`
}

/** At most two silent legs by name, more of them as a count. */
function silenceClause(coverage: ScanReport['coverage']): string {
  const quiet = coverage.flatMap((row) =>
    row.quiet.map(({ leg, since }) => `${row.subject} ${leg} silent since ${formatInstant(since)}`),
  )
  if (quiet.length === 0) return ''
  return `; ${quiet.length <= 2 ? quiet.join(', ') : `${plural(quiet.length, 'leg')} silent for over a day`}`
}

/** `Coverage of 5 devices in the inventory: config 5, commands 4`; without an inventory counts alone, for lack of a denominator. */
export function coverageLine({ denominator, config, commands, audit }: CoverageFigures): string {
  const known = denominator === 'inventory' ? 'in the inventory' : 'seen in evidence (none listed in an inventory)'
  const clouds = audit.of === 0 ? '' : `; audit trail of ${audit.heard} of ${plural(audit.of, 'account')}`
  const say = (figure: CoverageFigure): string => `${figure.heard}${denominator === 'inventory' ? share(figure) : ''}`
  return `Coverage of ${plural(config.of, 'device')} ${known}: config ${say(config)}, commands ${say(commands)}${clouds}`
}

/** ` (70 %)`, never rounded up; nothing for all of them. */
function share({ heard, of }: CoverageFigure): string {
  return heard === of ? '' : ` (${Math.floor((100 * heard) / of)} %)`
}
