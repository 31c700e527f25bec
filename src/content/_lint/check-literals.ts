/** What the words of a rule betray before it is run: events in the wrong log, and events that do not exist. */
import type { KnownOperations, LogSource } from '../../facts/log-content/log-source.ts'
import type { LintKnowledge, LintProblem, RuleLiteral, RuleUnderTest } from './rule-under-test.ts'
import { isSame } from './why-missed.ts'

/** Problems of single words, each at its place. */
export function checkLiterals(rule: RuleUnderTest, { sources }: LintKnowledge): readonly LintProblem[] {
  const clouds = sources.flatMap((source) =>
    source.operations === undefined ? [] : [{ source, operations: source.operations }],
  )
  return rule.literals.flatMap((literal) =>
    clouds.flatMap(({ source, operations }) =>
      claimsToBe(literal.text, operations) ? checkLiteral(literal, source, operations) : [],
    ),
  )
}

/** The name of an operation and nothing else: a sentence or an expression claims nothing. */
function claimsToBe(text: string, { like, invented }: KnownOperations): boolean {
  if (!/^[\w./*:-]+$/.test(text)) return false
  return new RegExp(like, 'i').test(text) || invented.some(({ name }) => isSame(name, text))
}

function checkLiteral(literal: RuleLiteral, source: LogSource, operations: KnownOperations): readonly LintProblem[] {
  const { line, column, text, where } = literal
  const problems: LintProblem[] = []
  if (!literal.canMeet(source)) {
    const message = `${text} is an event of ${source.title}; ${where} never has it.`
    problems.push({ code: 'wrong-log', line, column, message })
  }
  const invented = operations.invented.find(({ name }) => isSame(name, text))
  if (invented !== undefined) {
    problems.push({ code: 'no-such-operation', line, column, message: `${text} does not exist: ${invented.because}.` })
  }
  return problems
}
