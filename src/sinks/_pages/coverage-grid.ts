/** Who was heard on which leg: one row for each subject, the least covered first. */

import { LEG_MARKS, LEG_NAMES } from '../../findings/report/marks.data.ts'
import type { ScanReport, SubjectCoverage } from '../../findings/report/report.ts'
import { byText, plural, sayWhen } from './words.ts'

export const GRID_LEGS = ['config', 'log', 'aaa', 'flow', 'audit'] as const

/** One cell; `none` where such a subject has no such leg. */
export interface CoverageCell {
  readonly state: 'heard' | 'quiet' | 'silent' | 'missing' | 'none'
  readonly mark: string
  /** `11-16 08:00Z`, `not set up`, or nothing. */
  readonly text: string
}

/** One row. */
export interface CoverageRow {
  readonly subject: string
  readonly platform: string
  /** In the order of {@link GRID_LEGS}. */
  readonly cells: readonly CoverageCell[]
  readonly commandsBy: string
  readonly remark: string
}

/** Rows by number of legs heard, then by name. */
export function coverageGrid({ coverage }: ScanReport): readonly CoverageRow[] {
  return coverage
    .toSorted((a, b) => heardLegs(a) - heardLegs(b) || byText(a.subject, b.subject))
    .map((row) => ({
      subject: row.subject,
      platform: row.platform || 'unknown',
      cells: GRID_LEGS.map((leg) => toCell(row, leg)),
      commandsBy: commandLegs(row),
      remark: remarks(row),
    }))
}

/** The names of the columns. */
export function gridHead(): readonly string[] {
  return ['Device or account', 'Platform', ...GRID_LEGS.map((leg) => LEG_NAMES[leg]), 'Commands by', 'Remark']
}

function heardLegs({ legs }: SubjectCoverage): number {
  return legs.filter(({ state }) => state === 'heard').length
}

function toCell(row: SubjectCoverage, name: (typeof GRID_LEGS)[number]): CoverageCell {
  const leg = row.legs.find((candidate) => candidate.leg === name)
  // A device feeds no audit trail, and an account only that and flow logs.
  const isFed = name === 'flow' || (name === 'audit') === (row.kind === 'account')
  if (leg === undefined || !isFed) return { state: 'none', mark: '', text: '' }
  if (leg.state !== 'heard') return UNHEARD[leg.state]
  const isQuiet = row.quiet.some((quiet) => quiet.leg === name)
  const text = leg.last === undefined ? 'undated' : sayWhen(leg.last).slice(5)
  return { state: isQuiet ? 'quiet' : 'heard', mark: LEG_MARKS.seen, text }
}

const UNHEARD = {
  silent: { state: 'silent', mark: LEG_MARKS['not-seen'], text: 'silent' },
  'not-declared': { state: 'missing', mark: LEG_MARKS['not-available'], text: 'not set up' },
  'never-heard': { state: 'missing', mark: LEG_MARKS['not-available'], text: '' },
} as const

/** Which legs carried typed commands or API calls; without any, a change between backups has no author. */
function commandLegs({ legs }: SubjectCoverage): string {
  const carrying = legs.filter(({ leg, commands }) => commands && leg !== 'config').map(({ leg }) => LEG_NAMES[leg])
  return carrying.join(', ') || 'none'
}

function remarks({ quiet, inInventory, unjoinedCommands, ambiguousCommands }: SubjectCoverage): string {
  return [
    ...quiet.map(({ leg, since }) => `${leg} silent since ${sayWhen(since)}`),
    ...(inInventory ? [] : ['not in the inventory']),
    ...(unjoinedCommands > 0 ? [`${plural(unjoinedCommands, 'command')} of unseen blocks`] : []),
    ...(ambiguousCommands > 0 ? [`${plural(ambiguousCommands, 'command')} of unknown platform`] : []),
  ].join('; ')
}
