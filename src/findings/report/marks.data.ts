/** Verdicts, legs, states and breaches as shape and word, for every way of printing; colours belong to each format. */
import type { Finding, LegState } from '../finding.ts'

/** Is the copy allowed? */
export type Verdict = Finding['verdict']

/** Shape of each verdict, so that neither print nor colour-blindness loses it. */
export const VERDICT_MARKS: Readonly<Record<Verdict, string>> = {
  approved: '✓',
  unapproved: '✗',
  'exceeds-approval': '▲',
  expired: '◷',
  unexplained: '?',
  attempted: '○',
  'needs-review': '◇',
}

/** As people read a balance: what is well first, then the worst. */
export const VERDICT_ORDER: readonly Verdict[] = [
  'approved',
  'unapproved',
  'exceeds-approval',
  'expired',
  'unexplained',
  'needs-review',
  'attempted',
]

/** `●` seen, `○` looked and not seen, `–` not available: a blind spot, not a comfort. */
export const LEG_MARKS: Readonly<Record<LegState, string>> = { seen: '●', 'not-seen': '○', 'not-available': '–' }

/** What each leg is called in a table. */
export const LEG_NAMES: Readonly<Record<Finding['evidence'][number]['leg'], string>> = {
  config: 'config',
  log: 'log',
  aaa: 'AAA',
  flow: 'flow',
  audit: 'audit',
  ticket: 'ticket',
}

/** How far a step of an investigation is answered by what was read. */
export const STEP_MARKS = { answered: '☑', partly: '◪', open: '☐' } as const

/** What was not proper about an act. */
export const BREACH_WORDS: Readonly<Record<Finding['conduct'][number], string>> = {
  'no-ticket': 'without a ticket',
  'outside-window': 'outside the change window',
  'not-an-admin': 'not a listed administrator, or not from where one works',
  'self-approved': 'approved by the same account',
  'approved-afterwards': 'approved afterwards',
  'logging-cut': 'logging was cut around it',
}
