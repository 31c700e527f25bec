/** What somebody's own Sigma rules found, beside the findings: for people. */
import type { SigmaReport, SigmaRuleOutcome } from '../../../app/answers/content/sigma/run-sigma-rules.ts'
import type { Terminal } from '../../terminal.ts'
import { formatCount, formatInstant, plural } from '../quantities.ts'
import { wrap } from '../wrap.ts'

const INDENT = ' '.repeat(12)

/** Of a long list this many are said; `--json` has all. */
const MAX_LISTED = 10

/** The section of `scan --sigma`. */
export function renderSigma(report: SigmaReport, terminal: Terminal): string {
  const found = report.rules.filter(({ alerts }) => alerts > 0)
  const blocks = [
    headLine(report, found.length),
    ...found.map((rule) => renderRule(rule, terminal)),
    ...[silentLines(report), unreadLines(report), problemLines(report)].flatMap((lines) =>
      lines.length === 0 ? [] : [lines.join('\n')],
    ),
  ]
  return blocks.join('\n\n')
}

function headLine({ files, rules, unread, problems }: SigmaReport, found: number): string {
  const read = `${plural(rules.length + unread.length, 'Sigma rule')} of ${plural(files, 'file')}`
  const rest = [
    `${formatCount(found)} found something`,
    ...(unread.length > 0 ? [`${formatCount(unread.length)} about logs that are not read here`] : []),
    ...(problems.length > 0 ? [plural(problems.length, 'problem')] : []),
  ]
  return `Your ${read}: ${rest.join(', ')}`
}

function renderRule(rule: SigmaRuleOutcome, terminal: Terminal): string {
  const width = terminal.widthColumns - INDENT.length
  const level = (rule.level ?? '').toUpperCase().padEnd(INDENT.length)
  const [first = '', ...rest] = wrap(`${rule.title}: ${plural(rule.alerts, 'hit')}${timeClause(rule)}`, width)
  const places = rule.places.map(({ path, line }) => (line === undefined ? path : `${path}:${line}`))
  const more = rule.alerts > places.length ? ' …' : ''
  const lines = [
    ...rest,
    ...wrap(`at ${places.join(', ')}${more}`, width),
    ...wrap(findingClause(rule), width),
    terminal.colors.dim(rule.at),
  ]
  return [`${terminal.colors.bold(level)}${first}`, ...lines.map((line) => INDENT + line)].join('\n')
}

function timeClause({ first, last }: SigmaRuleOutcome): string {
  if (first === undefined) return ''
  if (first === last) return `, ${formatInstant(first)}`
  return last === undefined
    ? `, from ${formatInstant(first)} on`
    : `, ${formatInstant(first)} to ${formatInstant(last)}`
}

function findingClause({ findings }: SigmaRuleOutcome): string {
  if (findings.length === 0) return 'no finding rests on these records'
  const ids = findings.slice(0, MAX_LISTED).map((id) => id.slice(0, 8))
  const more = findings.length > ids.length ? ` and ${findings.length - ids.length} more` : ''
  return `the same records: ${findings.length === 1 ? 'finding' : 'findings'} ${ids.join(', ')}${more}`
}

/** A rule that found nothing was shown records, or there were none of its log: that is not the same. */
function silentLines({ rules }: SigmaReport): readonly string[] {
  const silent = rules.filter(({ matches }) => matches === 0)
  const blind = silent.filter(({ records }) => records === 0)
  const shown = silent.length - blind.length
  return [
    ...(shown > 0
      ? [`${plural(shown, 'rule')} found nothing in the records shown to ${shown === 1 ? 'it' : 'them'}.`]
      : []),
    ...(blind.length > 0
      ? [`${plural(blind.length, 'rule')} had nothing to look at: no such log is in this evidence.`, ...listed(blind)]
      : []),
  ]
}

function unreadLines({ unread }: SigmaReport): readonly string[] {
  if (unread.length === 0) return []
  const head = `${plural(unread.length, 'rule is', 'rules are')} about logs that tapwarden does not read; their silence means nothing.`
  return [head, ...listed(unread.map(({ title, at, logsource }) => ({ title: `${title} (${logsource})`, at })))]
}

function problemLines({ problems }: SigmaReport): readonly string[] {
  if (problems.length === 0) return []
  const said = problems
    .slice(0, MAX_LISTED)
    .map(({ path, line, column, message, code }) => `${INDENT}${path}:${line}:${column}: ${message} [${code}]`)
  return ['What could not be run:', ...said, ...moreLine(problems.length)]
}

function listed(rules: readonly { readonly title: string; readonly at: string }[]): readonly string[] {
  const said = rules.slice(0, MAX_LISTED).map(({ title, at }) => `${INDENT}${title}, ${at}`)
  return [...said, ...moreLine(rules.length)]
}

function moreLine(count: number): readonly string[] {
  return count > MAX_LISTED ? [`${INDENT}… and ${formatCount(count - MAX_LISTED)} more: --json lists all`] : []
}
