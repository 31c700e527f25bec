/** A query with everything a rule or hunt says beside it, as the YAML of the upstream collections. */
import { Document } from 'yaml'
import { sha256Hex } from '../../kit/hash.ts'
import type { Definition } from '../_definition/definition.ts'
import type { TableQuestion } from './clauses.ts'
import { TABLE_COLUMNS } from './table-columns.data.ts'
import { TACTICS } from './techniques.data.ts'

/** What is written about. */
export interface RuleContent {
  readonly definition: Definition
  readonly questions: readonly TableQuestion[]
  readonly query: string
  /** What tells this rule from others of its definition: `in AWSCloudTrail`. */
  readonly of: string
  /** Distinguishes it for ever: `session-not-approved-aws-cloud-trail`. */
  readonly key: string
  readonly approvals: boolean
  /** How far from each other acts may be that have to be near. */
  readonly nearSeconds?: number
}

/** A scheduled analytics rule: hourly, over the hour, an alert for each set-up. */
export function writeRule(content: RuleContent): string {
  const { definition, query, nearSeconds = 0 } = content
  return write(content, {
    ...heading(content),
    severity: 'High',
    status: 'Available',
    ...connectors(content),
    queryFrequency: '1h',
    queryPeriod: `${1 + Math.ceil(nearSeconds / 3600)}h`,
    triggerOperator: 'gt',
    triggerThreshold: 0,
    ...attack(definition),
    query,
    entityMappings: entities(content),
    customDetails: { Confidence: 'Confidence', Records: 'Records', Operations: 'Operations', Log: 'Log' },
    eventGroupingSettings: { aggregationKind: 'AlertPerResult' },
    version: `1.${definition.version}.0`,
    kind: 'Scheduled',
  })
}

/** A hunting query: asked by a person, of the last 24 hours, newest first. */
export function writeHunt(content: RuleContent): string {
  const { definition, query } = content
  return write(content, {
    ...heading(content),
    ...connectors(content),
    ...attack(definition),
    query,
    entityMappings: entities(content),
    version: `1.${definition.version}.0`,
  })
}

function heading({ definition, key, of }: RuleContent) {
  const { title, description, id, confidence, attack: ids } = definition
  return {
    id: toUuid(key),
    name: `${title} (${of})`,
    description: `${description}\n`,
    tags: ['tapwarden', id, `confidence ${confidence}`, ...ids.filter((one) => !one.startsWith('T'))],
  }
}

function connectors({ questions }: RuleContent) {
  const pairs = questions.flatMap(({ table, sources }) =>
    sources.flatMap(({ source: { sentinel } }) =>
      'none' in sentinel
        ? []
        : sentinel.connectors.filter((connector) => suits(connector, table)).map((id) => ({ id, table })),
    ),
  )
  const byId = Map.groupBy(pairs, ({ id }) => id)
  return {
    requiredDataConnectors: [...byId].map(([connectorId, of]) => ({
      connectorId,
      dataTypes: [...new Set(of.map(({ table }) => table))].sort(),
    })),
  }
}

/** Of the connectors of a device's log, one fills each table. */
function suits(connector: string, table: string): boolean {
  if (/^Syslog/.test(connector)) return table === 'Syslog'
  return /^Cef/i.test(connector) ? table === 'CommonSecurityLog' : true
}

function attack({ attack: ids }: Definition) {
  const techniques = ids.filter((id) => /^T\d/.test(id))
  const tactics = techniques.flatMap((id) => TACTICS[id.replace(/\..*/, '')] ?? [])
  return { tactics: [...new Set(tactics)].sort(), relevantTechniques: techniques }
}

function entities({ questions }: RuleContent) {
  const onDevices = questions.every(({ table }) => TABLE_COLUMNS[table].entity === 'Host')
  return [
    { entityType: 'Account', fieldMappings: [{ identifier: 'FullName', columnName: 'Actor' }] },
    { entityType: 'IP', fieldMappings: [{ identifier: 'Address', columnName: 'ActorAddress' }] },
    ...(onDevices ? [{ entityType: 'Host', fieldMappings: [{ identifier: 'HostName', columnName: 'Subject' }] }] : []),
  ]
}

/** What upstream's fields have no place for stands above them. */
function write(content: RuleContent, fields: Readonly<Record<string, unknown>>): string {
  const document = new Document(fields)
  document.commentBefore = aboutRule(content)
  return document.toString({ lineWidth: 0, blockQuote: 'literal' })
}

function aboutRule({ definition, questions, approvals }: RuleContent): string {
  const tables = [...new Set(questions.map(({ table }) => table))]
  const sources = definition.sources.filter(({ source }) =>
    questions.some((question) => question.sources.some((one) => one.source.id === source.id)),
  )
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['Severity and confidence', [`${definition.severity}, ${definition.confidence}`]],
    ['Data sources', definition.dataSources],
    ['Required tables', tables.map((table) => `${table}: ${TABLE_COLUMNS[table].needs}`)],
    ['What has to be switched on', [...new Set(sources.map(({ source }) => source.sigma.definition))]],
    ['False positives', definition.falsePositives],
    [
      'Tuning',
      [
        ...(approvals
          ? ['What the watchlist tapwarden_approvals names is left out; keep it in step with the inventory.']
          : []),
        ...definition.tuning,
      ],
    ],
    ['Cannot tell', [...new Set(sources.flatMap(({ cannotTell }) => cannotTell))]],
    ['Not seen in these logs', [...new Set(sources.flatMap(({ source }) => source.blindSpots))]],
    ['Answered by tapwarden scan alone', definition.beyondRules],
    ['References', definition.references],
    ['Related detections', definition.related],
  ]
  return lists
    .filter(([, items]) => items.length > 0)
    .map(([title, items]) => ` ${title}:\n${items.map((item) => `   - ${item.replaceAll('\n', ' ')}`).join('\n')}`)
    .join('\n')
}

/** A UUID that never changes for a key: the hash, with the marks of a UUID made by its maker (version 8). @source RFC 9562, 5.8 */
function toUuid(key: string): string {
  const hash = sha256Hex(`tapwarden sentinel ${key}`)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}
