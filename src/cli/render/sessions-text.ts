/** Sessions as a table. */
import { type SessionRow, sessionEnds } from '../../app/answers/list-sessions.ts'
import type { Terminal } from '../terminal.ts'
import { renderTable } from './table.ts'

/** One row per session: subject, name, kind, what, where to, state, first line that says so. */
export function renderSessions(rows: readonly SessionRow[], { widthColumns }: Terminal): string {
  if (rows.length === 0) return 'No mirror session seen. What this rests on: tapwarden coverage'
  const cells = rows.map((row) => {
    const { copies, to } = sessionEnds(row)
    return [row.subject, row.name, kindOf(row), copies, to, stateOf(row), firstPlace(row)]
  })
  return renderTable(['SUBJECT', 'SESSION', 'KIND', 'COPIES', 'TO', 'STATE', 'EVIDENCE'], cells, widthColumns).join(
    '\n',
  )
}

function kindOf({ kind, role }: SessionRow): string {
  return role === undefined ? kind : `${kind} (${role})`
}

function stateOf({ status, enabled, incomplete }: SessionRow): string {
  if (status === 'ended') return 'ended'
  if (incomplete === true) return 'incomplete'
  return { true: status, false: 'off', unknown: 'state unknown' }[String(enabled)] ?? status
}

function firstPlace({ evidence }: SessionRow): string {
  const [place] = evidence
  if (place === undefined) return ''
  return place.line === undefined ? place.path : `${place.path}:${place.line}`
}
