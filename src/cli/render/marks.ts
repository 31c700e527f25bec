/** Verdicts and legs as shape and, in a terminal, colour, so that neither print nor colour-blindness loses them. */
import { LEG_MARKS, VERDICT_MARKS, type Verdict } from '../../app/answers/report/marks.ts'
import type { Terminal } from '../terminal.ts'

export { LEG_MARKS, VERDICT_MARKS, type Verdict }

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
