/** What the house rules report and what a rule is. */
import type { HouseFile } from './house-file.ts'

/** A broken rule at a place. */
export interface Problem {
  readonly path: string
  readonly line: number
  readonly rule: string
  readonly message: string
}

/** What a rule says of one file; the linter adds the path. */
export type Remark = Omit<Problem, 'path'>

/** A question asked of one file. Pure. */
export type Rule = (file: HouseFile) => readonly Remark[]
