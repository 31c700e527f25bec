/** Correlations: one alert for each set-up instead of one for each record, and acts that say more close to each other. */
import type { Definition, DefinitionSource } from '../_definition/definition.ts'
import type { ContentFile, ContentLimit } from '../contract.ts'
import { toDetection } from './detection.ts'
import { toFileName, toRuleName, toUuid } from './names.ts'
import { AUTHORSHIP, anyOf, ruleName, type SigmaContent } from './rule.ts'
import { toYaml } from './yaml-text.ts'

/** The acts that together put up one mirror: a session, and the target and filter it needs. */
const SET_UP_ACTS: ReadonlySet<string> = new Set(['session-set', 'session-repointed', 'part-set'])

/** Consoles and scripts make target, filter, rules and session within minutes; a person takes no longer than a quarter of an hour. */
const SET_UP_MINUTES = 15

/** All correlations. Only logs whose records have fields for actor and subject can be grouped. */
export function toCorrelations(definitions: readonly Definition[]): readonly ContentFile[] {
  const sources = new Map(
    definitions.flatMap(({ sources }) => sources.map((asked) => [asked.source.id, asked] as const)),
  )
  const setUps = [...sources.values()].flatMap((asked) => toSetUpFile(asked, definitions))
  const near = definitions.flatMap((definition) => definition.sources.flatMap((asked) => toNearFile(definition, asked)))
  return [...setUps, ...near]
}

/** What cannot be correlated, and why. */
export function correlationLimits(definitions: readonly Definition[]): readonly ContentLimit[] {
  return definitions.flatMap(({ id, near, sources }) =>
    sources
      .filter((asked) => groupFields(asked).length === 0 && (near !== undefined || id === 'session-not-approved'))
      .map(({ source }) => ({
        behaviour: id,
        source: source.id,
        because: 'its records have no field for account and device, so that a correlation has nothing to group by',
      })),
  )
}

/** Fields of the account or device, and of who acted. */
function groupFields({ source }: DefinitionSource): readonly string[] {
  const { subject, actor } = source.fields
  const paths = source.form === 'text' || subject === undefined ? [] : [subject, ...(actor ? [actor] : [])]
  return paths.map((path) => source.sigma.fieldNames?.[path] ?? path)
}

function toSetUpFile(asked: DefinitionSource, definitions: readonly Definition[]): readonly ContentFile[] {
  const { source } = asked
  const parts = definitions.filter(
    ({ acts, sources }) =>
      acts.every((act) => SET_UP_ACTS.has(act)) && sources.some((one) => one.source.id === source.id),
  )
  const groupBy = groupFields(asked)
  if (groupBy.length === 0 || !parts.some(({ acts }) => acts.includes('session-set'))) return []
  const document = {
    ...head('mirror-set-up', asked, {
      title: `Mirror set up, one alert for all its parts (${source.title})`,
      description: `Session, target and filter that one account makes within ${SET_UP_MINUTES} minutes are one alert, and a target or filter alone is one too. It takes the place of the alerts of the rules that it names.`,
    }),
    correlation: {
      type: 'event_count',
      rules: parts.map(({ id }) => ruleName(id, source.id)),
      'group-by': groupBy,
      timespan: `${SET_UP_MINUTES}m`,
      condition: { gte: 1 },
    },
    falsepositives: [...new Set(parts.flatMap(({ falsePositives }) => falsePositives))],
    level: 'high',
    generate: false,
  }
  return [
    { path: `correlations/mr_${toFileName(source.id, 'mirror-set-up')}`, text: toYaml(document), kind: 'correlation' },
  ]
}

function head(name: string, { source }: DefinitionSource, words: SigmaContent): SigmaContent {
  const { license: _license, ...authorship } = AUTHORSHIP
  return {
    ...words,
    id: toUuid('correlation', name, source.id),
    name: toRuleName('correlation', source.id, name),
    status: 'experimental',
    ...authorship,
  }
}

/** The related acts as a rule of their own, and the correlation, in one file. */
function toNearFile(definition: Definition, asked: DefinitionSource): readonly ContentFile[] {
  const { near } = definition
  const [subject] = groupFields(asked)
  if (near === undefined || asked.nearClauses.length === 0 || subject === undefined) return []
  const { source } = asked
  const own = ruleName(definition.id, source.id)
  const beside = toRuleName(source.id, definition.id, 'near')
  const minutes = Math.ceil(near.withinSeconds / 60)
  const correlation = {
    ...head(`${definition.id}-near`, asked, {
      title: `${definition.title}, close to related acts (${source.title})`,
      description: `${definition.description} Here it came within ${minutes} minutes of ${near.acts.join(', ')} in the same account or on the same device.`,
    }),
    correlation: {
      type: near.order === 'any' ? 'temporal' : 'temporal_ordered',
      rules: near.order === 'before' ? [beside, own] : [own, beside],
      'group-by': [subject],
      timespan: `${minutes}m`,
    },
    falsepositives: [...new Set(definition.falsePositives)],
    level: 'high',
    generate: true,
  }
  const text = `${toYaml(correlation)}---\n${toYaml(toNearRule(definition, asked, beside))}`
  return [{ path: `correlations/mr_${toFileName(source.id, definition.id, 'near')}`, text, kind: 'correlation' }]
}

function toNearRule(definition: Definition, { source, nearClauses }: DefinitionSource, name: string): SigmaContent {
  const { product, service, category, definition: needs } = source.sigma
  return {
    title: `Related acts of: ${definition.title} (${source.title})`,
    id: toUuid('near', definition.id, source.id),
    name,
    status: 'experimental',
    description: `No alert by itself: what makes "${definition.title}" worse when it is close.`,
    license: AUTHORSHIP.license,
    author: AUTHORSHIP.author,
    date: AUTHORSHIP.date,
    logsource: { ...(category && { category }), product, ...(service && { service }), definition: needs },
    detection: toDetection(anyOf(nearClauses), source),
    level: 'informational',
    tapwarden: { behaviour: definition.id, source: source.id, acts: definition.near?.acts ?? [] },
  }
}
