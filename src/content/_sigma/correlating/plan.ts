/** Who refers to whom: rules by id or name, correlations before those that build on them, filters to their rules. */
import type { SigmaCorrelation, SigmaDocument, SigmaFilter, SigmaProblem, SigmaRule } from '../documents.ts'

/** All documents in the order in which they are asked. */
export interface SigmaPlan {
  readonly rules: readonly SigmaRule[]
  /** What a correlation builds on comes before it. One with a problem is left out. */
  readonly correlations: readonly SigmaCorrelation[]
  readonly problems: readonly SigmaProblem[]
  /** The rules and correlations that a reference means; several where names are not unique. */
  resolve(reference: string): readonly (SigmaRule | SigmaCorrelation)[]
  filtersOf(rule: SigmaRule): readonly SigmaFilter[]
  /** Referred to by a correlation that alerts in its place. */
  isSilent(document: SigmaRule | SigmaCorrelation): boolean
}

/** Plans a run. */
export function planRun(documents: readonly SigmaDocument[]): SigmaPlan {
  const rules = documents.filter((document) => document.kind === 'rule')
  const filters = documents.filter((document) => document.kind === 'filter')
  const correlations = documents.filter((document) => document.kind === 'correlation')
  const byName = new Map<string, (SigmaRule | SigmaCorrelation)[]>()
  for (const document of [...rules, ...correlations]) {
    for (const name of new Set([document.id, document.name]))
      if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), document])
  }
  const resolve = (reference: string): readonly (SigmaRule | SigmaCorrelation)[] => byName.get(reference) ?? []
  const problems = [...correlations, ...filters].flatMap((document) => findUnknown(document, resolve))
  const broken = new Set(problems.map(({ path, line }) => `${path}:${line}`))
  const sound = correlations.filter(({ path, line }) => !broken.has(`${path}:${line}`))
  const { ordered, circular } = order(sound, resolve)
  const silent = new Set(ordered.filter(({ generate }) => !generate).flatMap((one) => one.rules.flatMap(resolve)))
  return {
    rules,
    correlations: ordered,
    problems: [...problems, ...circular],
    resolve,
    filtersOf: (rule) => filters.filter((filter) => isMeant(filter, rule)),
    isSilent: (document) => silent.has(document),
  }
}

type Resolve = SigmaPlan['resolve']

/** A filter may be written for rules that are elsewhere. */
function findUnknown(document: SigmaCorrelation | SigmaFilter, resolve: Resolve): readonly SigmaProblem[] {
  if (document.kind === 'filter') return []
  return document.rules
    .filter((reference) => resolve(reference).length === 0)
    .map((reference) => ({
      ...markOf(document),
      code: 'rule-unknown',
      message: `The correlation "${document.title}" refers to "${reference}", and no rule has this id or name.`,
    }))
}

function markOf({ path, line, column }: SigmaDocument): Pick<SigmaProblem, 'path' | 'line' | 'column'> {
  return { path, line, column }
}

function isMeant({ rules, logsource }: SigmaFilter, rule: SigmaRule): boolean {
  const named = rules.some((name) => name === rule.id || name === rule.name)
  if (!named && !rules.includes('any')) return false
  const pairs = [
    [logsource.category, rule.logsource.category],
    [logsource.product, rule.logsource.product],
    [logsource.service, rule.logsource.service],
  ]
  return pairs.every(([asked, said]) => asked === undefined || asked.toLowerCase() === said?.toLowerCase())
}

interface Order {
  readonly ordered: readonly SigmaCorrelation[]
  readonly circular: readonly SigmaProblem[]
}

/** Takes out, round by round, those whose correlations are out already; who is left refers to itself. */
function order(correlations: readonly SigmaCorrelation[], resolve: Resolve): Order {
  const ordered = new Set<SigmaCorrelation>()
  for (let grown = true; grown; ) {
    const ready = correlations.filter((one) => !ordered.has(one) && one.rules.flatMap(resolve).every(isOut))
    for (const one of ready) ordered.add(one)
    grown = ready.length > 0
  }
  function isOut(document: SigmaRule | SigmaCorrelation): boolean {
    return document.kind === 'rule' || ordered.has(document)
  }
  const circular = correlations
    .filter((one) => !ordered.has(one))
    .map((one) => ({
      ...markOf(one),
      code: 'rule-circular',
      message: `The correlation "${one.title}" builds on itself, or on one with a problem.`,
    }))
  return { ordered: [...ordered], circular }
}
