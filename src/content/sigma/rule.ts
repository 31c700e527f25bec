/** One behaviour in one log → one Sigma rule. */
import type { RecordCondition } from '../../facts/log-content/record-condition.ts'
import type { Definition, DefinitionClause, DefinitionSource } from '../_definition/definition.ts'
import { toDetection } from './detection.ts'
import { toRuleName, toUuid } from './names.ts'
import { TACTICS } from './tactics.data.ts'

/** A document before it is text. */
export type SigmaContent = Readonly<Record<string, unknown>>

/** The day that all documents state: content has no clock. Raised when what they find changes. */
export const CONTENT_DATE = '2026-11-20'

/** What every document has, whoever made it. */
export const AUTHORSHIP = { license: 'Apache-2.0', author: 'tapwarden', date: CONTENT_DATE } as const

/** Id of the rule of a behaviour in a log. */
export function ruleId(behaviour: string, source: string): string {
  return toUuid('rule', behaviour, source)
}

/** Name by which correlations refer to it. */
export function ruleName(behaviour: string, source: string): string {
  return toRuleName(source, behaviour)
}

/** The rule; `all` tells which related rules there are in the same log. */
export function toRule(definition: Definition, asked: DefinitionSource, all: readonly Definition[]): SigmaContent {
  const { source } = asked
  const { product, service, category, definition: needs } = source.sigma
  return {
    title: `${definition.title} (${source.title})`,
    id: ruleId(definition.id, source.id),
    related: relatedRules(definition, asked, all),
    name: ruleName(definition.id, source.id),
    status: 'experimental',
    description: definition.description,
    license: AUTHORSHIP.license,
    references: [...new Set(definition.references)],
    author: AUTHORSHIP.author,
    date: AUTHORSHIP.date,
    tags: toTags(definition.attack),
    logsource: { ...(category && { category }), product, ...(service && { service }), definition: needs },
    detection: toDetection(anyOf(asked.clauses), source),
    ...(source.form === 'json' && { fields: fieldsOf(asked) }),
    falsepositives: [...new Set(definition.falsePositives)],
    level: definition.severity,
    tapwarden: toNotes(definition, asked),
  }
}

/** Any of the clauses will do. */
export function anyOf(clauses: readonly DefinitionClause[]): RecordCondition {
  return { any: clauses.map(({ when }) => when) }
}

/** `['T1020.001', 'DET0403']` → `['attack.exfiltration', 'attack.t1020.001']`: Sigma has no namespace for strategies and analytics. */
export function toTags(attack: readonly string[]): readonly string[] {
  const techniques = attack.filter((id) => /^T\d/.test(id))
  const tags = techniques.flatMap((id) => [...(TACTICS.get(id) ?? []), id.toLowerCase()])
  return [...new Set(tags.map((tag) => `attack.${tag}`))].sort()
}

function relatedRules(
  definition: Definition,
  { source }: DefinitionSource,
  all: readonly Definition[],
): readonly SigmaContent[] {
  const elsewhere = definition.sources
    .filter((other) => other.source.id !== source.id)
    .map((other) => ruleId(definition.id, other.source.id))
  const beside = all
    .filter(
      ({ id, sources }) => definition.related.includes(id) && sources.some((other) => other.source.id === source.id),
    )
    .map(({ id }) => ruleId(id, source.id))
  return [...elsewhere, ...beside].map((id) => ({ id, type: 'similar' }))
}

function fieldsOf({ source }: DefinitionSource): readonly string[] {
  const { time, actor, from, subject, operation } = source.fields
  const paths = [time, actor, from, subject, operation]
  return [...new Set(paths.flatMap((path) => (path === undefined ? [] : (source.sigma.fieldNames?.[path] ?? path))))]
}

/** What Sigma has no member for. */
function toNotes(definition: Definition, { source, cannotTell }: DefinitionSource): SigmaContent {
  const { id, question, acts, confidence, attack, dataSources, tuning, related, beyondRules } = definition
  const tables = 'tables' in source.sentinel ? source.sentinel.tables : []
  return {
    behaviour: id,
    version: definition.version,
    kind: definition.kind,
    source: source.id,
    acts,
    question,
    confidence,
    attack,
    dataSources,
    requires: source.sigma.definition,
    sentinelTables: tables,
    tuning,
    relatedDetections: related,
    cannotTell,
    blindSpots: source.blindSpots,
    beyondRules,
  }
}
