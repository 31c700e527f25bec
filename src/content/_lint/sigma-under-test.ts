/** Sigma documents as rules under test: one for each file, with its correlations and filters. */
import type { LogSource } from '../../facts/log-content/log-source.ts'
import { compileRule } from '../_sigma/compile-rule.ts'
import type { SigmaDocument, SigmaProblem, SigmaRule } from '../_sigma/documents.ts'
import type { SigmaDetection, SigmaLogsource, SigmaSearch, SigmaTest } from '../_sigma/model/detection.ts'
import { parseSigma } from '../_sigma/parse-sigma.ts'
import { runSigma } from '../_sigma/run-sigma.ts'
import { logsourceCovers, toSigmaEvent } from '../_sigma/sigma-event.ts'
import type { LintKnowledge, LintProblem, RuleLiteral, RuleUnderTest } from './rule-under-test.ts'
import { valuesAt } from './values-at.ts'

/** Reads a file. Never throws; what cannot be read is a fault of the rule. */
export function sigmaUnderTest(text: string, path: string, { examples }: LintKnowledge): RuleUnderTest {
  const { documents, problems } = parseSigma(text, path)
  const rules = documents.filter((document) => document.kind === 'rule')
  const reads = (source: LogSource): boolean => rules.some(({ logsource }) => logsourceCovers(logsource, source))
  return {
    path,
    title: documents[0]?.title ?? path,
    language: 'Sigma',
    reads,
    literals: rules.flatMap(literalsOf),
    faults: [...problems.map(toFault), ...rules.flatMap((rule) => absentFields(rule, examples))],
    asksApprovals: documents.some(({ kind }) => kind === 'filter'),
    hits: rules.length === 0 ? () => undefined : counterOf(documents, rules),
  }
}

/** Rules by themselves are compiled once: most files hold one, and it is asked about hundreds of records. */
function counterOf(documents: readonly SigmaDocument[], rules: readonly SigmaRule[]): RuleUnderTest['hits'] {
  if (rules.length < documents.length)
    return (records) => runSigma(documents, records).accounts.reduce((sum, { alerts }) => sum + alerts, 0)
  const compiled = rules.map((rule) => ({ logsource: rule.logsource, matches: compileRule(rule) }))
  return (records) =>
    compiled.reduce((sum, { logsource, matches }) => {
      const own = records.filter(({ source }) => logsourceCovers(logsource, source))
      return sum + own.filter((record) => matches(toSigmaEvent(record))).length
    }, 0)
}

function toFault({ line, column, message }: SigmaProblem): LintProblem {
  return { code: 'unreadable', line, column, message }
}

function literalsOf({ logsource, detection }: SigmaRule): readonly RuleLiteral[] {
  const canMeet = (source: LogSource): boolean => logsourceCovers(logsource, source)
  return testsOf(detection).flatMap(({ values, line, column, modifiers }) =>
    values.flatMap((value) =>
      typeof value === 'string' && !modifiers.includes('re')
        ? [{ text: value.replace(/^\*+|\*+$/g, ''), line, column, where: nameOf(logsource), canMeet }]
        : [],
    ),
  )
}

function nameOf({ product, service, category }: SigmaLogsource): string {
  return [product, service, category].filter((part) => part !== undefined).join('/') || 'any log'
}

function testsOf({ searches }: SigmaDetection): readonly SigmaTest[] {
  return [...searches.values()].flatMap(testsIn)
}

function testsIn(search: SigmaSearch): readonly SigmaTest[] {
  return search.kind === 'test' ? [search] : search.of.flatMap(testsIn)
}

/** A field that is asked for and that no record of the logs it is asked of has: `requestParameters.networkInterfaceId`. */
function absentFields(rule: SigmaRule, examples: LintKnowledge['examples']): readonly LintProblem[] {
  const own = examples.filter(({ record }) => logsourceCovers(rule.logsource, record.source))
  if (own.length === 0) return []
  return testsOf(rule.detection).flatMap(({ field, line, column, values }): readonly LintProblem[] => {
    if (field === undefined || values.includes(null)) return []
    if (own.some(({ record }) => hasField(record, field))) return []
    const message = `No record of ${nameOf(rule.logsource)} here has a field ${field}.`
    return [{ code: 'field-never-there', line, column, message }]
  })
}

function hasField(record: LintKnowledge['examples'][number]['record'], field: string): boolean {
  if (record.value === undefined) return field === 'message'
  const paths = Object.entries(record.source.sigma.fieldNames ?? {}).flatMap(([path, name]) =>
    name === field ? [path] : [],
  )
  return [field, ...paths].some((path) => valuesAt(record.value, path).length > 0)
}
