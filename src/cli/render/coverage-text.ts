/** The coverage grid: subjects by legs, the least covered first. */
import type { CoverageFigures } from '../../app/answers/coverage-figures.ts'
import type { SubjectCoverage } from '../../app/answers/scan-report.ts'
import type { NameConflict } from '../../inventory/subject.ts'
import type { LegCoverage } from '../../timeline/setup.ts'
import type { Terminal } from '../terminal.ts'
import { formatInstant } from './quantities.ts'
import { coverageLine } from './scan-text.ts'
import { renderTable } from './table.ts'

interface CoverageText {
  readonly at: string
  readonly figures: CoverageFigures
  readonly rows: readonly SubjectCoverage[]
  readonly conflicts: readonly NameConflict[]
}

/** The whole text of `tapwarden coverage`. */
export function renderCoverage({ at, figures, rows, conflicts }: CoverageText, { widthColumns }: Terminal): string {
  const sorted = rows.toSorted((a, b) => heardLegs(a) - heardLegs(b) || (a.subject < b.subject ? -1 : 1))
  const cells = sorted.map((row) => [
    row.subject,
    row.platform || 'unknown',
    ...['config', 'log', 'aaa', 'audit'].map((leg) => cell(row, leg)),
    remark(row),
  ])
  const table = renderTable(['SUBJECT', 'PLATFORM', 'CONFIG', 'LOG', 'AAA', 'AUDIT', 'REMARK'], cells, widthColumns)
  const shared = conflicts.map(
    ({ name, candidates }) => `${name} is claimed by ${candidates.join(' and ')}: nothing was joined on it.`,
  )
  return [...table, '', `${coverageLine(figures)} (as of ${formatInstant(at)})`, ...shared].join('\n')
}

function heardLegs({ legs }: SubjectCoverage): number {
  return legs.filter(({ state }) => state === 'heard').length
}

function cell(row: SubjectCoverage, name: string): string {
  const leg = row.legs.find((candidate) => candidate.leg === name)
  if (leg === undefined) return ''
  return leg.state === 'heard'
    ? heard(leg)
    : { silent: '○ silent', 'not-declared': '– not set up', 'never-heard': '–' }[leg.state]
}

function heard({ last, commands, leg }: LegCoverage): string {
  const carries = leg === 'log' || leg === 'aaa' ? (commands ? ' +commands' : ' no commands') : ''
  return `● ${last === undefined ? 'undated' : formatInstant(last).slice(5)}${carries}`
}

function remark({ inInventory, unjoinedCommands, ambiguousCommands }: SubjectCoverage): string {
  const remarks = [
    ...(inInventory ? [] : ['not in the inventory']),
    ...(unjoinedCommands > 0 ? [`${unjoinedCommands} commands of unseen blocks`] : []),
    ...(ambiguousCommands > 0 ? [`${ambiguousCommands} commands of unknown platform`] : []),
  ]
  return remarks.join('; ')
}
