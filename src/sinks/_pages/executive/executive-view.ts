/** The executive page as data: the state in one sentence, five answers, the worst, what was not seen, what this does not say. */
import type { Finding, Severity } from '../../../findings/finding.ts'
import { VERDICT_ORDER, type Verdict } from '../../../findings/report/marks.data.ts'
import type { CoverageFigure, ScanReport } from '../../../findings/report/report.ts'
import { actsByFinding, anchorOf, isSuppressed, openFindings, presentCopies } from '../open-findings.ts'
import { andList, clip, plural, sayCount, sayShare } from '../words.ts'
import { blindSpots } from './blind-spots.ts'
import { type ExecutiveQuestion, executiveQuestions } from './questions.ts'

/** Findings told as sentences, and how long such a sentence may be before it is cut: the page stays one sheet. */
const MAX_WORST = 3
const MAX_SENTENCE_CHARACTERS = 180
const MAX_BLIND_SPOTS = 5

/** One finding on the executive page. */
export interface WorstFinding {
  readonly verdict: Verdict
  readonly severity: Severity
  readonly sentence: string
  readonly anchor: string
  /** Further findings of the same case. */
  readonly more: number
}

/** All that the executive page says. */
export interface ExecutiveView {
  readonly state: string
  /** What the state rests on: one figure per leg with its denominator. */
  readonly coverage: string
  readonly verdicts: readonly { readonly verdict: Verdict; readonly count: number }[]
  readonly questions: readonly ExecutiveQuestion[]
  readonly worst: readonly WorstFinding[]
  readonly blindSpots: readonly string[]
  readonly nextAction?: string | undefined
  readonly limits: readonly string[]
}

/** What no report of this kind establishes. */
const LIMITS: readonly string[] = [
  'It shows that traffic is copied and what approvals say of it. It does not show that anybody meant harm, who is behind an account, or what became of a copy.',
  'What was not read was not looked at: no finding is no proof that nothing is copied.',
  'Severity and confidence are grades with their basis on the technical page, not probabilities.',
]

/** Makes the view; the same report gives the same view. */
export function toExecutiveView(report: ScanReport): ExecutiveView {
  const { lines, nextAction } = blindSpots(report)
  const { byVerdict } = report.counts
  return {
    state: stateSentence(report),
    coverage: coverageSentence(report),
    verdicts: VERDICT_ORDER.map((verdict) => ({ verdict, count: byVerdict[verdict] })),
    questions: executiveQuestions(report),
    worst: worstFindings(report),
    blindSpots: lines.slice(0, MAX_BLIND_SPOTS),
    nextAction,
    limits: LIMITS,
  }
}

function stateSentence(report: ScanReport): string {
  const open = openFindings(report)
  const copies = presentCopies(report)
  if (open.length === 0) return cleanSentence(report)
  const grave = open.filter(({ severity }) => severity === 'critical' || severity === 'high').length
  const graveClause = grave === 0 ? '' : `, ${sayCount(grave)} of them of high or critical severity`
  return `${approvedClause(copies)}; ${plural(open.length, 'finding asks', 'findings ask')} for a decision${graveClause}.`
}

function approvedClause(copies: readonly Finding[]): string {
  if (copies.length === 0) return 'No copy is present'
  if (copies.every(({ confidence }) => confidence.authorisation === 'low'))
    return `${plural(copies.length, 'copy of traffic is', 'copies of traffic are')} present, and no approvals were given`
  const approved = copies.filter(({ verdict }) => verdict === 'approved').length
  return `${sayCount(approved)} of ${plural(copies.length, 'present copy of traffic', 'present copies of traffic')} ${approved === 1 ? 'is' : 'are'} approved`
}

/** A clean result names what it rests on, and nothing that was not read. */
function cleanSentence({ figures: { config, commands, audit } }: ScanReport): string {
  const read = [
    ...(config.heard > 0 ? [`the configurations of ${plural(config.heard, 'device')}`] : []),
    ...(commands.heard > 0 ? [`the commands of ${plural(commands.heard, 'device')}`] : []),
    ...(audit.heard > 0 ? [`the audit trail of ${plural(audit.heard, 'cloud account')}`] : []),
  ]
  if (read.length === 0)
    return 'No configuration, command or audit record was read: whether anything is copied is not known.'
  return `No unapproved copy was seen in ${andList(read)}.`
}

function coverageSentence({ figures, coverage }: ScanReport): string {
  const { config, commands, audit, flow, denominator } = figures
  const legs = [
    ...(config.of === 0
      ? []
      : [
          `configurations ${figure(config, denominator)}`,
          `commands ${figure(commands, denominator)}`,
          `flow records ${figure(flow, denominator)}`,
        ]),
    ...(audit.of === 0 ? [] : [`audit trails ${figure(audit, denominator)}`]),
  ]
  const listed =
    denominator === 'inventory' ? 'devices and accounts of the inventory' : 'devices and accounts that evidence names'
  if (legs.length === 0) return `Evidence names ${plural(coverage.length, 'device')}.`
  return `Read, of the ${listed}: ${legs.join(', ')}.`
}

/** `40 of 41 (97 %)`; without an inventory there is no denominator that a percentage could mean. */
function figure({ heard, of }: CoverageFigure, denominator: string): string {
  const share = denominator === 'inventory' && heard < of ? sayShare(heard, of) : undefined
  return `${sayCount(heard)} of ${sayCount(of)}${share === undefined ? '' : ` (${share})`}`
}

/** The first of each case: a roll-out is told once. */
function worstFindings(report: ScanReport): readonly WorstFinding[] {
  const acts = actsByFinding(report)
  const cases = Map.groupBy(
    openFindings(report).filter(({ id }) => !isSuppressed(acts.get(id))),
    (finding) => finding.case,
  )
  return [...cases.values()].slice(0, MAX_WORST).flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            verdict: first.verdict,
            severity: first.severity,
            sentence: clip(first.sentence, MAX_SENTENCE_CHARACTERS),
            anchor: anchorOf(first),
            more: others.length,
          },
        ],
  )
}
