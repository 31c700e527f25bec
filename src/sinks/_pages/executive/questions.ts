/** The five questions that an executive asks of mirroring, answered from one report in words, with one figure each. */
import type { Finding } from '../../../findings/finding.ts'
import type { CoverageFigure, ScanReport } from '../../../findings/report/report.ts'
import { HOUR_MS } from '../../../kit/durations.ts'
import { gapMs, type Instant } from '../../../kit/instant.ts'
import { actsByFinding, isTakenUp, openFindings, presentCopies } from '../open-findings.ts'
import { andList, plural, sayCount } from '../words.ts'

/** What stands where evidence gives no figure. */
export const NOT_KNOWN = 'not known'

/** One question with its answer. */
export interface ExecutiveQuestion {
  readonly ask: string
  /** `13 of 33`, `8`, or {@link NOT_KNOWN}. */
  readonly figure: string
  /** What the figure counts. `present copies are approved` */
  readonly counts: string
  readonly answer: string
  /** What this report cannot say of it. */
  readonly unknown: string
}

/** The questions in the order in which a control is built: who can, how approved, looked into, logged, reviewed. */
export function executiveQuestions(report: ScanReport): readonly ExecutiveQuestion[] {
  return [whoCan(report), howApproved(report), lookedInto(report), logged(report), reviewed(report)]
}

function whoCan({ findings }: ScanReport): ExecutiveQuestion {
  const made = findings.filter(({ kind }) => kind !== 'attempt')
  const accounts = new Set(made.flatMap(accountsOf))
  const unlisted = new Set(
    made.filter(({ conduct }) => conduct.includes('not-an-admin')).flatMap(({ actor }) => actor.accounts),
  )
  const nameless = made.filter((finding) => accountsOf(finding).length === 0).length
  const refused = findings.filter(({ kind }) => kind === 'attempt').length
  return {
    ask: 'Who can create mirrors?',
    figure: sayCount(accounts.size),
    counts: `${accounts.size === 1 ? 'account was' : 'accounts were'} seen to make or change a copy`,
    answer: sentences([
      unlisted.size > 0 &&
        `${plural(unlisted.size, 'account')} acted where the inventory does not list them as administrators, or not from where one works.`,
      nameless > 0 && `For ${plural(nameless, 'set-up')} no record that was read names an account.`,
      refused > 0 && `${plural(refused, 'attempt was', 'attempts were')} refused.`,
    ]),
    unknown: findings.some(({ kind }) => kind === 'access')
      ? 'Privileges are known where access records were read, and nowhere else.'
      : 'Who else holds the privilege and has not used it: no access policy was read.',
  }
}

/** Accounts that an accepted act names. */
function accountsOf({ actor, changes }: Finding): readonly string[] {
  const acted = changes.flatMap((change) => (change.outcome === 'accepted' ? (change.actor.account ?? []) : []))
  return [...actor.accounts, ...acted]
}

function howApproved(report: ScanReport): ExecutiveQuestion {
  const copies = presentCopies(report)
  const approved = copies.filter(({ verdict }) => verdict === 'approved')
  const ticketed = copies.filter(({ ticket }) => ticket !== null)
  const knows = hasApprovals(copies)
  return {
    ask: 'How are changes approved?',
    figure: knows ? `${sayCount(approved.length)} of ${sayCount(copies.length)}` : NOT_KNOWN,
    counts: 'present copies are approved',
    answer: knows
      ? sentences([
          `${sayCount(ticketed.length)} of ${sayCount(copies.length)} ${ticketed.length === 1 ? 'carries' : 'carry'} a ticket number.`,
          breaches(report.findings),
        ])
      : whyNoApprovals(report),
    unknown: 'How old each approval is, and who signed it, stands in the inventory and not here.',
  }
}

function whyNoApprovals({ inventory, findings }: ScanReport): string {
  if (inventory === null) return 'No inventory was given, so no approval is known.'
  return findings.length === 0 ? 'No copy was seen that could be approved.' : 'No approvals were given.'
}

/** Whether approvals were given at all; confidence in the answer is low only without any. */
function hasApprovals(copies: readonly Finding[]): boolean {
  return copies.some(({ confidence }) => confidence.authorisation !== 'low')
}

const BREACH_CLAUSES = [
  ['no-ticket', 'made without a ticket'],
  ['outside-window', 'outside a change window'],
  ['self-approved', 'approved by the account that acted'],
  ['approved-afterwards', 'approved afterwards'],
] as const

function breaches(findings: readonly Finding[]): string | false {
  const clauses = BREACH_CLAUSES.flatMap(([breach, words]) => {
    const count = findings.filter(({ conduct }) => conduct.includes(breach)).length
    return count === 0 ? [] : [`${sayCount(count)} ${words}`]
  })
  return clauses.length > 0 && `By the records of who did it: ${andList(clauses)}.`
}

/** Detections that speak of where a copy goes. */
const DESTINATION_REASONS: ReadonlySet<string> = new Set([
  'destination-not-approved',
  'mirrored-traffic-to-unexpected-destination',
  'cross-account-target',
  'ghost-mirror',
  'collector-leaks',
  'destination-rerouted',
  'egress-not-expected',
])

function lookedInto(report: ScanReport): ExecutiveQuestion {
  const acts = actsByFinding(report)
  const unexpected = openFindings(report).filter(
    ({ kind, reasons }) => kind !== 'attempt' && reasons.some(({ detection }) => DESTINATION_REASONS.has(detection)),
  )
  const takenUp = unexpected.filter(({ id }) => isTakenUp(acts.get(id)))
  const people = new Set(takenUp.flatMap(({ id }) => acts.get(id)?.by ?? []))
  return {
    ask: 'Were unexpected destinations investigated?',
    figure: unexpected.length === 0 ? '0' : `${sayCount(takenUp.length)} of ${sayCount(unexpected.length)}`,
    counts: unexpected.length === 0 ? 'copies to an unexpected destination were seen' : 'were taken up by a person',
    answer: sentences([
      unexpected.length > 0 &&
        takenUp.length === 0 &&
        'No act of a person on them is recorded in the store of this scan.',
      people.size > 0 && `By ${andList([...people].sort())}.`,
      closing(takenUp, acts),
      unexpected.length === 0 && `That rests on ${restsOnFlow(report.figures.flow)}.`,
    ]),
    unknown: 'What was looked into outside tapwarden, and with what result.',
  }
}

function restsOnFlow({ heard, of }: CoverageFigure): string {
  return `configurations and records, and on flow records of ${sayCount(heard)} of ${plural(of, 'device')}`
}

function closing(findings: readonly Finding[], acts: ReturnType<typeof actsByFinding>): string | false {
  const hours = findings
    .flatMap(({ id, since }) => {
      const act = acts.get(id)
      return act?.does === 'resolve' && since !== undefined ? [hoursBetween(since, act.at)] : []
    })
    .sort((a, b) => a - b)
  const middle = hours[Math.floor((hours.length - 1) / 2)]
  return middle !== undefined && `${sayCount(hours.length)} resolved, in the median after ${plural(middle, 'hour')}.`
}

function hoursBetween(from: Instant, until: Instant): number {
  return Math.max(0, Math.round(gapMs(from, until) / HOUR_MS))
}

function logged({ figures, coverage, findings }: ScanReport): ExecutiveQuestion {
  const { commands, config, audit, flow, denominator } = figures
  const main = commands.of === 0 ? audit : commands
  const silent = coverage.reduce((sum, { quiet }) => sum + quiet.length, 0)
  const cut = findings.filter(({ conduct }) => conduct.includes('logging-cut')).length
  const others = [
    ...(commands.of === 0 ? [] : [`configurations of ${figureText(config, 'device')}`]),
    ...(audit.of === 0 || commands.of === 0 ? [] : [`audit trails of ${figureText(audit, 'cloud account')}`]),
    ...(commands.of === 0 ? [] : [`flow records of ${figureText(flow, 'device')}`]),
  ]
  return {
    ask: 'Are they logged?',
    figure: main.of === 0 ? NOT_KNOWN : `${sayCount(main.heard)} of ${sayCount(main.of)}`,
    counts: commands.of === 0 ? 'cloud accounts: audit trail read' : 'devices: typed commands read',
    answer: sentences([
      others.length > 0 && `Read beside them: ${andList(others)}.`,
      silent > 0 && `${plural(silent, 'kind')} of evidence of a device or account fell silent over a day ago.`,
      cut > 0 && `Logging was cut around ${plural(cut, 'set-up')}.`,
    ]),
    unknown:
      denominator === 'inventory'
        ? 'Whether devices exist that the inventory does not list.'
        : 'How many devices there are: without an inventory only those that evidence names are counted.',
  }
}

function figureText({ heard, of }: CoverageFigure, thing: string): string {
  return `${sayCount(heard)} of ${plural(of, thing)}`
}

function reviewed(report: ScanReport): ExecutiveQuestion {
  const copies = presentCopies(report)
  const answered = copies.filter(({ confidence }) => confidence.authorisation === 'high')
  const expired = copies.filter(({ verdict }) => verdict === 'expired').length
  const waiting = openFindings(report).filter(({ verdict }) => verdict === 'needs-review').length
  const knows = hasApprovals(copies)
  return {
    ask: 'Are they reviewed?',
    figure: knows ? `${sayCount(answered.length)} of ${sayCount(copies.length)}` : NOT_KNOWN,
    counts: 'present copies stand where reviewed approvals apply',
    answer: sentences([
      !knows && whyNoApprovals(report),
      expired > 0 &&
        `${plural(expired, 'copy has', 'copies have')} outlived ${expired === 1 ? 'its' : 'their'} approval.`,
      waiting > 0 && `${plural(waiting, 'finding waits', 'findings wait')} for a decision.`,
    ]),
    unknown: 'When somebody last went through the approvals themselves.',
  }
}

function sentences(said: readonly (string | false)[]): string {
  return said.filter((sentence) => sentence !== false).join(' ')
}
