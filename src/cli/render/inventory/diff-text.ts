/** The comparison of approvals and sessions: one row each with a mark for every dimension, differences in words below. */
import {
  type ApprovalDiff,
  DIMENSIONS,
  type InventoryDiff,
  type SessionDiff,
} from '../../../app/answers/inventory/diff-inventory.ts'
import type { Terminal } from '../../terminal.ts'
import { VERDICT_MARKS } from '../marks.ts'
import { formatInstant, plural } from '../quantities.ts'
import { renderTable } from '../table.ts'

interface DiffTextOptions {
  readonly terminal: Terminal
  /** The words that repeat the question, for suggested commands. */
  readonly again: string
}

type Dimension = SessionDiff['dimensions'][number]

/** `·` anything is allowed there, `?` no evidence says. */
const MARKS: Readonly<Record<Dimension['state'], string>> = { matches: '✓', differs: '✗', open: '·', 'not-known': '?' }

/** Heads of the columns of marks, as narrow as they can be. */
const HEADS: Readonly<Record<Dimension['dimension'], string>> = {
  device: 'DEV',
  session: 'SES',
  sources: 'SRC',
  direction: 'DIR',
  destination: 'DST',
  encapsulation: 'ENC',
  filter: 'FLT',
  egress: 'EGR',
  time: 'TIME',
}
/** The whole text of `tapwarden inventory diff`. */
export function renderDiff(diff: InventoryDiff, { terminal, again }: DiffTextOptions): string {
  const { complies, extra, missing, unknown } = diff.counts
  return [
    ...renderSessions(diff.sessions, terminal),
    '',
    ...renderApprovals(diff.approvals, terminal),
    '',
    '✓ as approved   ✗ other than approved   · anything is allowed   ? no evidence says',
    `${complies} ${complies === 1 ? 'session complies' : 'sessions comply'}, ${extra} extra (found, not approved); ${plural(missing, 'approval')} missing (approved, not found), ${unknown} not looked for everywhere      as of ${formatInstant(diff.at)}, inventory ${diff.inventory.slice(0, 4)}`,
    `What was heard of each: tapwarden coverage ${again}`,
  ].join('\n')
}

function renderSessions(sessions: readonly SessionDiff[], { widthColumns }: Terminal): readonly string[] {
  if (sessions.length === 0) return ['No mirror session seen.']
  const head = ['', 'SUBJECT', 'SESSION', 'APPROVAL', ...DIMENSIONS.map((dimension) => HEADS[dimension]), 'REMARK']
  const rows = sessions.map((row) => [
    VERDICT_MARKS[row.verdict],
    row.subject,
    row.session,
    row.approval ?? 'none',
    ...DIMENSIONS.map((wanted) => markOf(row, wanted)),
    row.state === 'complies' ? '' : `extra (${row.verdict}): ${remarkOf(row)}`,
  ])
  return renderTable(head, rows, widthColumns)
}

function markOf({ dimensions }: SessionDiff, wanted: Dimension['dimension']): string {
  const found = dimensions.find(({ dimension }) => dimension === wanted)
  return found === undefined ? '' : MARKS[found.state]
}

function remarkOf({ approval, dimensions, beyondCount, copies, to, finding }: SessionDiff): string {
  if (approval === null) return `no approval covers this subject; ${copies} to ${to}`
  const differing = dimensions.filter(({ state }) => state === 'differs')
  const said = differing.map(({ dimension, approved, found }) => `${dimension} ${found} (approved: ${approved})`)
  const all = [...said, ...(beyondCount ? ['more sessions than approved'] : [])]
  return all.length === 0
    ? `as ${approval} would allow; why it still stands: tapwarden explain ${finding.slice(0, 8)}`
    : all.join('; ')
}

function renderApprovals(approvals: readonly ApprovalDiff[], { widthColumns }: Terminal): readonly string[] {
  if (approvals.length === 0) return ['The inventory holds no approvals.']
  const rows = approvals.map((row) => [row.approval, row.scope, row.state, remarkOfApproval(row)])
  return renderTable(['APPROVAL', 'FOR', 'STATE', 'RESTS ON'], rows, widthColumns)
}

function remarkOfApproval({ state, allows, near, coverage }: ApprovalDiff): string {
  if (allows.length > 0) return plural(allows.length, 'session')
  if (near.length > 0) return `${plural(near.length, 'session')} near it`
  const { subjects } = coverage
  if (subjects.length === 0) return 'it covers no subject that the inventory or the evidence knows'
  const unseen = subjects.filter(({ looked }) => !looked).map(({ subject }) => subject)
  const oldest = subjects.flatMap(({ newest }) => newest ?? []).sort()[0]
  const seen = `looked at ${subjects.length - unseen.length} of ${plural(subjects.length, 'subject')}`
  const since = oldest === undefined ? '' : `, as of ${formatInstant(oldest)}`
  const blind = unseen.length === 0 ? '' : `; not at ${unseen.slice(0, 3).join(', ')}${unseen.length > 3 ? ' …' : ''}`
  return state === 'missing' || state === 'unknown' ? `${seen}${since}${blind}` : ''
}
