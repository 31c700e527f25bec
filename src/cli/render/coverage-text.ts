/** The coverage grid: subjects by legs, the least covered first; then the ports that no flow record shows. */

import type { UnseenPort } from '../../app/answers/coverage-flows.ts'
import type { CoverageReport, CoverageRow } from '../../app/answers/coverage-report.ts'
import type { LegCoverage } from '../../timeline/subject-timeline.ts'
import type { Terminal } from '../terminal.ts'
import { formatInstant, plural } from './quantities.ts'
import { coverageLine } from './scan-text.ts'
import { renderTable } from './table.ts'

/** The whole text of `tapwarden coverage`. */
export function renderCoverage(report: CoverageReport, { widthColumns }: Terminal): string {
  const { at, figures, coverage: rows, conflicts } = report
  const sorted = rows.toSorted((a, b) => heardLegs(a) - heardLegs(b) || (a.subject < b.subject ? -1 : 1))
  const cells = sorted.map((row) => [
    row.subject,
    row.platform || 'unknown',
    ...['config', 'log', 'aaa', 'flow', 'audit'].map((leg) => cell(row, leg)),
    commandLegs(row),
    remark(row),
  ])
  const table = renderTable(
    ['SUBJECT', 'PLATFORM', 'CONFIG', 'LOG', 'AAA', 'FLOW', 'AUDIT', 'COMMANDS BY', 'REMARK'],
    cells,
    widthColumns,
  )
  const shared = conflicts.map(
    ({ name, candidates }) => `${name} is claimed by ${candidates.join(' and ')}: nothing was joined on it.`,
  )
  return [
    ...table,
    '',
    `${coverageLine(figures)}; flow records of ${plural(figures.flow.heard, 'device')} (as of ${formatInstant(at)})`,
    ...shared,
    ...renderUnseenPorts(sorted, widthColumns),
    ...renderFlowLimits(report),
  ].join('\n')
}

function heardLegs({ legs }: CoverageRow): number {
  return legs.filter(({ state }) => state === 'heard').length
}

/** A device feeds no audit trail, and an account only that and flow logs: the other cells stay empty. */
function cell(row: CoverageRow, name: string): string {
  const leg = row.legs.find((candidate) => candidate.leg === name)
  const isFed = name === 'flow' || (name === 'audit') === (row.kind === 'account')
  if (leg === undefined || !isFed) return ''
  return leg.state === 'heard' ? heard(leg) : UNHEARD[leg.state]
}

const UNHEARD = { silent: '○ silent', 'not-declared': '– not set up', 'never-heard': '–' } as const

function heard({ last }: LegCoverage): string {
  return `● ${last === undefined ? 'undated' : formatInstant(last).slice(5)}`
}

/** Which legs carried typed commands or API calls; without any, a change between backups has no author. */
function commandLegs({ legs }: CoverageRow): string {
  const carrying = legs.filter(({ leg, commands }) => commands && leg !== 'config').map(({ leg }) => leg)
  return carrying.length === 0 ? 'none' : carrying.join(', ')
}

function remark({ quiet, inInventory, unjoinedCommands, ambiguousCommands }: CoverageRow): string {
  const remarks = [
    ...quiet.map(({ leg, since }) => `${leg} silent since ${formatInstant(since)}`),
    ...(inInventory ? [] : ['not in the inventory']),
    ...(unjoinedCommands > 0 ? [`${unjoinedCommands} commands of unseen blocks`] : []),
    ...(ambiguousCommands > 0 ? [`${ambiguousCommands} commands of unknown platform`] : []),
  ]
  return remarks.join('; ')
}

const REASONS = {
  'not-exporting': 'no flow records heard',
  'never-mentioned': 'in no flow record',
  'number-unknown': 'number in flow records unknown',
} as const satisfies Readonly<Record<UnseenPort['because'], string>>

/** A line for each device and reason, with every port. Nothing where no port is known. */
function renderUnseenPorts(rows: readonly CoverageRow[], widthColumns: number): readonly string[] {
  const cells = rows.flatMap(({ subject, flows }) =>
    [...Map.groupBy(flows?.unseenPorts ?? [], ({ because }) => because)].map(([because, ports]) => [
      subject,
      `${ports.length} of ${flows?.knownPorts}`,
      REASONS[because],
      ports.map(namePort).join(', '),
    ]),
  )
  if (cells.length === 0) return []
  const table = renderTable(['SUBJECT', 'PORTS', 'BECAUSE', 'WHICH'], cells, widthColumns)
  return ['', 'Ports without flow visibility, of those in the inventory or at an end of a mirror session:', ...table]
}

function namePort({ port, as }: UnseenPort): string {
  const ends = as.filter((role) => role !== 'inventory').map((role) => role.replace('-', ' '))
  return ends.length === 0 ? port : `${port} (${ends.join(', ')})`
}

/** What a cloud's flow logs leave out stands beside its coverage, so that nobody takes their silence for an answer. */
function renderFlowLimits({ flowLimits }: CoverageReport): readonly string[] {
  return flowLimits.flatMap(({ title, limits }) => [
    '',
    `What ${title} can and cannot show:`,
    ...limits.map((limit) => `  ${limit}`),
  ])
}
