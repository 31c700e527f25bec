/** Objects of ATT&CK, one block each: what answers them. */
import type { AttackCoverageRow } from '../../../app/answers/attack/attack-coverage.ts'
import type { Terminal } from '../../terminal.ts'
import { plural } from '../quantities.ts'
import { wrap } from '../wrap.ts'

const INDENT = 12

/** The whole text of `tapwarden attack coverage`. */
export function renderAttackCoverage(
  rows: readonly AttackCoverageRow[],
  { widthColumns }: Pick<Terminal, 'widthColumns'>,
): string {
  return rows.map((row) => renderRow(row, widthColumns).join('\n')).join('\n\n')
}

function renderRow(row: AttackCoverageRow, widthColumns: number): readonly string[] {
  const { id, kind, title, platform, state, detections, legs, logSources } = row
  const asked =
    detections.length === 0 ? 'no detection' : `${plural(detections.length, 'detection')}: ${detections.join(', ')}`
  const sources = logSources.flatMap(({ name, asks, readBy, limits }) => [
    ['Log source', `${name}: ${asks}; read by ${readBy.join(', ') || 'nobody yet'}`] as const,
    ...limits.map((limit) => ['', limit] as const),
  ])
  const facts = [
    ['Is', `${platform === undefined ? kind : `${kind}, ${platform}`}: ${title}`],
    ['Asked by', asked],
    ['Legs', legs.join(', ') || 'none'],
    ...sources,
  ] as const
  return [`${id}  ${state}`, ...facts.flatMap(([name, says]) => indented(name, says, widthColumns))]
}

function indented(name: string, text: string, widthColumns: number): readonly string[] {
  return wrap(text, Math.max(widthColumns - INDENT - 2, 40)).map(
    (line, index) => `  ${(index === 0 ? name : '').padEnd(INDENT)}${line}`,
  )
}
