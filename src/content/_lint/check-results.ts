/** What the results of a rule say of it. */
import type { LintExample, LintKnowledge, LintProblem, RuleUnderTest } from './rule-under-test.ts'
import { isWanted, type Trial } from './try-rule.ts'
import { isEndOf, isSame, operationOf } from './why-missed.ts'

/** Problems that only running shows; each names what it was seen on. */
export function checkResults(rule: RuleUnderTest, trial: Trial, knowledge: LintKnowledge): readonly LintProblem[] {
  const problems = [
    ...checkSpelling(rule, trial),
    ...checkHarmless(trial),
    ...checkRefusals(trial),
    ...checkSteps(trial),
    ...checkMissed(trial),
    ...checkUnread(trial, knowledge),
  ]
  if (trial.seen.length === 0)
    problems.push({ code: 'never-fires', message: 'Of all records that show mirroring it sees none.' })
  if (!rule.asksApprovals)
    problems.push({
      code: 'approvals-ignored',
      message: 'What is approved fires like what is not: no watchlist, filter or list of approvals is asked.',
    })
  return problems
}

/** A name that is seen in one spelling and missed in another, and one that records write something before. */
function checkSpelling(rule: RuleUnderTest, { seen, missed }: Trial): readonly LintProblem[] {
  const known = namesIn(seen)
  const asked = missed.filter((one) => rule.reads(one.record.source) && isAskedThere(one, rule))
  const lost = namesIn(asked).filter((name) => !known.includes(name))
  const cased = lost.flatMap((name): readonly LintProblem[] => {
    const other = known.find((one) => isSame(one, name))
    if (other === undefined) return []
    const literal = rule.literals.find(({ text }) => isSame(text, name))
    const place = literal === undefined ? {} : { line: literal.line, column: literal.column }
    return [{ code: 'case-counts', ...place, message: `${other} is seen, and ${name} is missed.` }]
  })
  const cut = rule.literals.flatMap(({ text, line, column }): readonly LintProblem[] => {
    const longer = lost.find((name) => isEndOf(text, name))
    if (longer === undefined || lost.some((name) => isSame(name, text))) return []
    return [{ code: 'prefix-missing', line, column, message: `Records say ${longer}, not ${text}.` }]
  })
  return [...cased, ...cut]
}

/** Names of operations, each once. */
function namesIn(examples: readonly LintExample[]): readonly string[] {
  return [...new Set(examples.flatMap((one) => operationOf(one)?.name ?? []))]
}

/** A table has one column for what records write in two places; a field is one place. */
function isAskedThere(one: LintExample, { language }: RuleUnderTest): boolean {
  return language === 'KQL' || operationOf(one)?.path === one.record.source.operations?.field
}

function checkHarmless({ seen }: Trial): readonly LintProblem[] {
  const harmless = seen.filter(({ example, tellsState }) => example.acts.length === 0 && !tellsState)
  const reads = harmless.filter((one) => isRead(one))
  const others = harmless.filter((one) => !isRead(one))
  return [
    ...(reads.length === 0 ? [] : [{ code: 'reads-counted' as const, message: `It fires on ${listNames(reads)}.` }]),
    ...(others.length === 0
      ? []
      : [{ code: 'harmless-counted' as const, message: `It fires on ${listNames(others)}.` }]),
  ]
}

function isRead(one: LintExample): boolean {
  const operation = operationOf(one)?.name.toLowerCase()
  return (
    operation !== undefined &&
    (one.record.source.operations?.reads ?? []).some((read) => operation.endsWith(read.toLowerCase()))
  )
}

function checkRefusals({ seen }: Trial): readonly LintProblem[] {
  const done = seen.some(isWanted)
  const refused = seen.filter(({ example }) => example.acts.includes('session-refused'))
  const removed = seen.filter(({ example }) => example.acts.some((act) => /^(?:session|part)-removed$/.test(act)))
  return [
    ...(done && refused.length > 0
      ? [{ code: 'refused-counted' as const, message: `It fires on ${listNames(refused)}.` }]
      : []),
    ...(done && removed.length > 0
      ? [{ code: 'removals-counted' as const, message: `It fires on ${listNames(removed)}.` }]
      : []),
  ]
}

function checkSteps({ setups }: Trial): readonly LintProblem[] {
  return setups
    .filter(({ hits }) => hits > 1)
    .map(({ name, source, hits }) => ({
      code: 'alert-per-step',
      message: `One set-up in ${source.title} (${name}) gives ${hits} results.`,
    }))
}

function checkMissed({ logs }: Trial): readonly LintProblem[] {
  return logs
    .filter(({ read, missed }) => read && missed.length > 0)
    .map(({ title, wanted, missed }) => {
      const reasons = [...new Set(missed.map(({ because }) => because))]
      const message = `${title}: ${missed.length} of ${wanted} records that show mirroring are missed: ${some(reasons, '; ')}.`
      return { code: 'act-missed', message }
    })
}

function checkUnread({ logs }: Trial, { sources }: LintKnowledge): readonly LintProblem[] {
  const unread = logs.filter(({ read }) => !read).map(({ title }) => title)
  if (unread.length === 0) return []
  const shown = logs.length === 0 ? sources.length : logs.length
  return [{ code: 'log-unread', message: `${unread.length} of ${shown} logs: ${some(unread, ', ')}.` }]
}

function listNames(all: readonly LintExample[]): string {
  return some(
    all.map(({ example, record }) => `${record.source.title}: ${example.name}`),
    '; ',
  )
}

/** Eight are enough to see what is meant; the report holds all. */
function some(words: readonly string[], separator: string): string {
  const shown = words.slice(0, 8).join(separator)
  return words.length > 8 ? `${shown} and ${words.length - 8} more` : shown
}
