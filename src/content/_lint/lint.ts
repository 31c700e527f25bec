/** Holds somebody's rule against records of every platform, and says which mirroring it misses and why. */
import { checkLiterals } from './check-literals.ts'
import { checkResults } from './check-results.ts'
import { LINT_CODES, type LintCodeText } from './lint-codes.data.ts'
import type { LintKnowledge, LintProblem, RuleUnderTest } from './rule-under-test.ts'
import { type SourceVerdict, tryRule } from './try-rule.ts'

/** A problem with what its code means. */
export type ToldProblem = LintProblem & LintCodeText

/** What is said of one rule. */
export interface LintReport {
  readonly path: string
  readonly title: string
  readonly language: RuleUnderTest['language']
  /** False where it cannot be run: then only its text was looked at. */
  readonly ran: boolean
  /** In the order of their place; those without one last. */
  readonly problems: readonly ToldProblem[]
  /** For each log, what it shows of mirroring and what the rule sees of that. */
  readonly logs: readonly SourceVerdict[]
}

/**
 * Never throws; the same rule and records give the same report. A field that no example has is told where the rule sees nothing: one
 * that is asked for among others may be there another time.
 */
export function lintRule(rule: RuleUnderTest, knowledge: LintKnowledge): LintReport {
  const trial = tryRule(rule, knowledge)
  const problems = [
    ...rule.faults.filter(({ code }) => code !== 'field-never-there' || trial?.seen.length === 0),
    ...checkLiterals(rule, knowledge),
    ...(trial === undefined ? [] : checkResults(rule, trial, knowledge)),
  ]
  return {
    path: rule.path,
    title: rule.title,
    language: rule.language,
    ran: trial !== undefined,
    problems: problems.sort((a, b) => orderOf(a) - orderOf(b)).map((one) => ({ ...one, ...LINT_CODES[one.code] })),
    logs: trial?.logs ?? [],
  }
}

function orderOf({ line, column = 0 }: LintProblem): number {
  return line === undefined ? Number.MAX_SAFE_INTEGER : line * 10_000 + column
}
