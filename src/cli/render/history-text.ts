/** Events of one subject, and of a hunt, as lines in time. */
import type { HuntRow } from '../../app/answers/history/hunt.ts'
import type { SubjectEvent } from '../../app/answers/history/subject-events.ts'
import type { SubjectHistory } from '../../app/answers/history/subject-history.ts'
import type { Terminal } from '../terminal.ts'
import { VERDICT_MARKS } from './marks.ts'
import { formatInstant, plural } from './quantities.ts'
import { renderTable } from './table.ts'

/** `tapwarden timeline`: oldest first. */
export function renderHistory({ subject, events, since, at }: SubjectHistory, { widthColumns }: Terminal): string {
  const span = since === null ? `up to ${formatInstant(at)}` : `from ${formatInstant(since)} to ${formatInstant(at)}`
  if (events.length === 0) return `${subject}: nothing about mirrors was recorded ${span}.`
  const rows = events.map((event) => [whenOf(event), event.kind, event.who, event.legs.join(' '), whatOf(event)])
  const head = `${subject}      ${plural(events.length, 'event')} ${span}`
  return [head, '', ...renderTable(['TIME', 'KIND', 'WHO', 'LEGS', 'WHAT'], rows, widthColumns)].join('\n')
}

interface HuntTextOptions {
  readonly terminal: Terminal
  readonly since: string
  readonly now: string
  /** The words that repeat the question, for the suggested command. */
  readonly again: string
}

/** `tapwarden hunt`: newest first, with what is thought of each. */
export function renderHunt(rows: readonly HuntRow[], { terminal, since, now, again }: HuntTextOptions): string {
  const span = `from ${formatInstant(since)} to ${formatInstant(now)}`
  if (rows.length === 0)
    return `Nothing about mirrors was recorded ${span}. What this rests on: tapwarden coverage ${again}`
  const cells = rows.map((row) => [
    whenOf(row),
    row.subject,
    row.kind,
    row.verdict === undefined ? '' : `${VERDICT_MARKS[row.verdict]} ${row.verdict}`,
    row.who,
    whatOf(row),
  ])
  return [
    `${plural(rows.length, 'event')} ${span}`,
    '',
    ...renderTable(['TIME', 'SUBJECT', 'KIND', 'VERDICT', 'WHO', 'WHAT'], cells, terminal.widthColumns),
  ].join('\n')
}

function whenOf({ at }: SubjectEvent): string {
  return at === undefined ? 'undated' : formatInstant(at)
}

function whatOf({ text, finding }: SubjectEvent): string {
  return finding === undefined ? text : `${text}  [${finding.slice(0, 8)}]`
}
