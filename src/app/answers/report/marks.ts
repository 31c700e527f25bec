/** The marks and words of findings, for whoever prints them: one set for the terminal and all pages. */
export {
  BREACH_WORDS,
  LEG_MARKS,
  VERDICT_MARKS,
  VERDICT_ORDER,
  type Verdict,
} from '../../../findings/report/marks.data.ts'
