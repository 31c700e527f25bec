/** Objects of ATT&CK, one block each: what answers them. */
import type { AttackCoverage, AttackCoverageRow } from '../../../app/answers/attack/attack-coverage.ts'
import { plural } from '../quantities.ts'
import { wrap } from '../wrap.ts'
import { namedLines, type Width } from './lines.ts'

/** The whole text of `tapwarden attack coverage`. */
export function renderAttackCoverage({ rows, notice }: AttackCoverage, terminal: Width): string {
  const blocks = rows.map((row) => renderRow(row, terminal).join('\n'))
  return [...blocks, wrap(notice, terminal.widthColumns).join('\n')].join('\n\n')
}

function renderRow(row: AttackCoverageRow, terminal: Width): readonly string[] {
  const { id, kind, title, platform, state, detections, legs, logSources, beyond } = row
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
    ...(beyond.length === 0 ? [] : [['Not asked', `analytics for ${beyond.join(', ')}`] as const]),
  ] as const
  return [`${id}  ${state}`, ...facts.flatMap(([name, says]) => namedLines(name, says, terminal))]
}
