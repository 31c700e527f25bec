/** What was not seen, and the one step that would show most. */
import { type Finding, SEVERITIES, type Severity } from '../../../findings/finding.ts'
import type { ScanReport, SubjectCoverage } from '../../../findings/report/report.ts'
import { openFindings } from '../open-findings.ts'
import { shortName } from '../short-name.ts'
import { byText, firstOf, plural, sayCount, sayWhen } from '../words.ts'

/** Names written out in one line. */
const MAX_NAMES = 2

type GapKind = 'config' | 'commands' | 'audit' | 'quiet' | 'inventory' | 'flow'

/** One thing that one subject does not show. */
interface Gap {
  readonly subject: string
  readonly kind: GapKind
  readonly leg: string
  readonly since?: string | undefined
}

/**
 * What a gap hides, relative to the others: without a configuration or an audit trail nothing is known, without commands only who
 * and when; flow records confirm what the others say.
 */
const WORTH: Readonly<Record<GapKind, number>> = { config: 6, audit: 6, commands: 4, quiet: 3, inventory: 2, flow: 1 }

/** A quiet audit trail or flow export may have had nothing to say; a log never has. */
const QUIET_WITHOUT_CAUSE = 1

/** The lines of the executive page, most worth first, and the single next best action; absent when nothing is missing. */
export function blindSpots(report: ScanReport): { readonly lines: readonly string[]; readonly nextAction?: string } {
  const gaps = report.coverage.flatMap((row) => gapsOf(row, report))
  const lines = [
    ...(['config', 'audit', 'commands', 'quiet', 'inventory', 'flow'] as const).flatMap((kind) =>
      tell(
        kind,
        gaps.filter((gap) => gap.kind === kind),
      ),
    ),
    ...unplaced(report),
    ...report.conflicts
      .slice(0, 1)
      .map(
        ({ name, candidates }) =>
          `${shortName(name)} is claimed by ${firstOf(candidates.map(shortName), MAX_NAMES)}: nothing was joined on it.`,
      ),
  ]
  const nextAction = report.inventory === null ? WRITE_INVENTORY : bestAction(gaps, openFindings(report))
  return { lines, ...(nextAction === undefined ? {} : { nextAction }) }
}

const WRITE_INVENTORY =
  'Write an inventory of devices and approvals: without it no copy can be called approved, and nothing says which devices are missing.'

function gapsOf({ subject, kind, legs, quiet, inInventory }: SubjectCoverage, { figures }: ScanReport): readonly Gap[] {
  const isHeard = (leg: string): boolean => legs.some((one) => one.leg === leg && one.state === 'heard')
  const typed = legs.some(({ leg, commands }) => commands && (leg === 'log' || leg === 'aaa'))
  const isDevice = kind === 'device'
  const missing: readonly (readonly [GapKind, boolean])[] = [
    ['config', isDevice && !isHeard('config')],
    ['commands', isDevice && !typed],
    ['flow', isDevice && !isHeard('flow')],
    ['audit', !isDevice && !isHeard('audit')],
    ['inventory', !inInventory && figures.denominator === 'inventory'],
  ]
  return [
    ...missing.flatMap(([gap, is]) => (is ? [{ subject, kind: gap, leg: gap }] : [])),
    ...quiet.map(({ leg, since }): Gap => ({ subject, kind: 'quiet', leg, since })),
  ]
}

const LINES: Readonly<Record<GapKind, (count: number) => string>> = {
  config: (count) => `No configuration was read of ${plural(count, 'device')}`,
  audit: (count) => `No audit trail was read of ${plural(count, 'cloud account')}`,
  commands: (count) => `No typed commands were read of ${plural(count, 'device')}: a change there has no author`,
  quiet: (count) => `${plural(count, 'kind')} of evidence fell silent over a day ago`,
  inventory: (count) => `Not in the inventory: ${plural(count, 'device or account', 'devices or accounts')}`,
  flow: (count) =>
    `No flow records were heard of ${plural(count, 'device')}: a copy without a session would not be seen there`,
}

function tell(kind: GapKind, gaps: readonly Gap[]): readonly string[] {
  if (gaps.length === 0) return []
  const names = gaps.map(({ subject, leg }) =>
    kind === 'quiet' ? `${shortName(subject)} ${nameLeg(leg)}` : shortName(subject),
  )
  return [`${LINES[kind](gaps.length)} (${firstOf(names.sort(byText), MAX_NAMES)}).`]
}

function unplaced({ coverage }: ScanReport): readonly string[] {
  const count = coverage.reduce((sum, row) => sum + row.unjoinedCommands + row.ambiguousCommands, 0)
  return count === 0 ? [] : [`${plural(count, 'recorded command')} could not be placed in a session.`]
}

/** The gap of the greatest worth where the worst open finding stands; equal ones by name. */
function bestAction(gaps: readonly Gap[], open: readonly Finding[]): string | undefined {
  const worstOf = (gap: Gap): Severity | undefined =>
    open.filter(({ subject }) => subject === gap.subject).toSorted((a, b) => rank(b) - rank(a))[0]?.severity
  const valued = gaps.map((gap) => {
    const worst = worstOf(gap)
    return { gap, worst, value: worthOf(gap) * (worst === undefined ? 1 : 1 + SEVERITIES.indexOf(worst)) }
  })
  const best = valued.toSorted(
    (a, b) => b.value - a.value || byText(a.gap.subject, b.gap.subject) || byText(b.gap.leg, a.gap.leg),
  )[0]
  if (best === undefined) return undefined
  const alike = gaps.filter(({ kind, subject }) => kind === best.gap.kind && subject !== best.gap.subject).length
  const because = best.worst === undefined ? '' : `, where a finding of severity ${best.worst} is open`
  return `${actionOf(best.gap)}${because}.${alike === 0 ? '' : ` ${sayCount(alike)} more ${alike === 1 ? 'gap is' : 'gaps are'} of this kind.`}`
}

function worthOf({ kind, leg }: Gap): number {
  return kind === 'quiet' && leg !== 'log' && leg !== 'aaa' ? QUIET_WITHOUT_CAUSE : WORTH[kind]
}

function rank({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity)
}

function actionOf({ kind, subject: name, leg, since }: Gap): string {
  const subject = shortName(name)
  const actions: Readonly<Record<GapKind, string>> = {
    config: `Hand over the running configuration of ${subject}`,
    audit: `Hand over the audit trail of ${subject}`,
    commands: `Let ${subject} send its typed commands, by command log or AAA accounting`,
    quiet: `Find out why the ${nameLeg(leg)} of ${subject} has been silent since ${sayWhen(since)}`,
    inventory: `Decide whose ${subject} is, and list it in the inventory`,
    flow: `Let ${subject} export flow records`,
  }
  return actions[kind]
}

function nameLeg(leg: string): string {
  return leg === 'aaa' ? 'AAA accounting' : leg === 'audit' ? 'audit trail' : leg
}
