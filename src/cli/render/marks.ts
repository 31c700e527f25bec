/** Verdicts and legs as shape and colour, so that neither print nor colour-blindness loses them. */
import type { Finding, LegState } from '../../findings/finding.ts'
import type { Terminal } from '../terminal.ts'

/** Is the copy allowed? */
export type Verdict = Finding['verdict']

/** Shape of each verdict. */
export const VERDICT_MARKS: Readonly<Record<Verdict, string>> = {
  approved: '✓',
  unapproved: '✗',
  'exceeds-approval': '▲',
  expired: '◷',
  unexplained: '?',
  attempted: '○',
  'needs-review': '◇',
}

/** `●` seen, `○` looked and not seen, `–` not available: a blind spot, not a comfort. */
export const LEG_MARKS: Readonly<Record<LegState, string>> = { seen: '●', 'not-seen': '○', 'not-available': '–' }

const VERDICT_COLORS: Readonly<Record<Verdict, 'cyan' | 'red' | 'yellow' | 'magenta' | 'gray' | 'blue'>> = {
  approved: 'cyan',
  unapproved: 'red',
  'exceeds-approval': 'yellow',
  expired: 'yellow',
  unexplained: 'magenta',
  attempted: 'gray',
  'needs-review': 'blue',
}

/** A text in the colour of a verdict, where the terminal shows colours. */
export function inVerdictColor(verdict: Verdict, text: string, { colors }: Terminal): string {
  return colors[VERDICT_COLORS[verdict]](text)
}
