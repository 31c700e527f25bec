/** Microsoft Sentinel: scheduled analytics rules, hunting queries, and a watchlist of what is approved. */
import type { RecordAct } from '../../facts/log-content/record-act.ts'
import type { Definition } from '../_definition/definition.ts'
import type { ContentFile, ContentInputs, ContentLimit, ContentTarget } from '../contract.ts'
import { watchlistLimits, writeWatchlist } from './approvals.ts'
import { askTables, type Questions, type TableQuestion } from './clauses.ts'
import { fitQuestion, MOST_QUERY_CHARACTERS } from './fit.ts'
import { type QueryOptions, writeCombinedQuery, writeNearQuery, writeTableQuery } from './query.ts'
import { type RuleContent, writeHunt, writeRule } from './rule-document.ts'

/** Acts that an approval may allow: a definition of nothing else asks the watchlist. */
const APPROVABLE: readonly RecordAct[] = ['session-set', 'session-repointed', 'part-set', 'capture-set']
/** How far a hunt looks back. */
const SINCE = '24h'

export const target: ContentTarget = {
  id: 'sentinel',
  title: 'Microsoft Sentinel',
  usage:
    'Import watchlists/tapwarden_approvals.csv as a watchlist with the alias tapwarden_approvals and the search key ApprovalId, then the rules, then the hunting queries.',
  build: (inputs) => [
    ...inputs.definitions.flatMap(writeDefinition),
    { path: 'watchlists/tapwarden_approvals.csv', text: writeWatchlist(inputs.inventory), kind: 'watchlist' },
  ],
  limits: ({ definitions, inventory }: ContentInputs) => [
    ...definitions.flatMap((definition) => askTables(definition).limits),
    ...lineLimits(definitions),
    ...watchlistLimits(inventory),
  ],
}

/** What forwarders cut off is lost to every rule over lines. */
function lineLimits(definitions: readonly Definition[]): readonly ContentLimit[] {
  const sources = definitions.flatMap(({ sources }) => sources.map(({ source }) => source))
  const lines = sources.filter(({ form, sentinel }) => form === 'text' && 'tables' in sentinel).map(({ id }) => id)
  return [...new Set(lines)].sort().map((source) => ({
    behaviour: 'all',
    source,
    because: 'structured data and message id of RFC 5424 are in no table: have the device write plain messages',
  }))
}

function writeDefinition(definition: Definition): readonly ContentFile[] {
  const questions = askTables(definition)
  if (questions.tables.length === 0) return []
  return definition.kind === 'alert'
    ? [...writeRules(definition, questions), ...writeNear(definition, questions), combined(definition, questions)]
    : [combined(definition, questions), ...writeNear(definition, questions)]
}

function optionsOf({ acts }: Definition, { patterns }: Questions): QueryOptions {
  return {
    patterns,
    approvals: acts.every((act) => APPROVABLE.includes(act)),
    dropFailed: !acts.includes('session-refused'),
  }
}

/** A rule for each table; for lines of devices for each platform; in parts where one would be too long. */
function writeRules(definition: Definition, questions: Questions): readonly ContentFile[] {
  const options = optionsOf(definition, questions)
  return questions.tables.flatMap((question) => {
    const parts = fitQuestion(question, (part) => writeTableQuery(part, options))
    return parts.map((part, index) => {
      const key = [definition.id, keyOf(part), ...(parts.length > 1 ? [String(index + 1)] : [])].join('-')
      const of = [part.table, part.platform, ...(parts.length > 1 ? [`part ${index + 1}`] : [])]
        .filter(Boolean)
        .join(', ')
      return toFile('analytics-rules', {
        definition,
        questions: [part],
        query: writeTableQuery(part, options),
        of,
        key,
      })
    })
  })
}

/** For acts that say more close to others: the same, with the others required. What is too long for a rule is a hunt. */
function writeNear(definition: Definition, questions: Questions): readonly ContentFile[] {
  const { near } = definition
  if (near === undefined) return []
  const options = { ...optionsOf(definition, questions), approvals: false }
  return questions.tables
    .filter(({ sources }) => sources.some((source) => source.near.length > 0))
    .map((question) => {
      const rule = writeNearQuery(question, near, options)
      const isRule = definition.kind === 'alert' && rule.length <= MOST_QUERY_CHARACTERS
      const query = isRule ? rule : writeNearQuery(question, near, { ...options, since: SINCE })
      const key = `${definition.id}-${keyOf(question)}-near`
      const of = [question.table, question.platform, 'close to related acts'].filter(Boolean).join(', ')
      const content = { definition, questions: [question], query, of, key, nearSeconds: near.withinSeconds }
      return toFile(isRule ? 'analytics-rules' : 'hunting-queries', content)
    })
}

/** Everything in one list, for people. */
function combined(definition: Definition, questions: Questions): ContentFile {
  const query = writeCombinedQuery(questions.tables, { ...optionsOf(definition, questions), since: SINCE })
  return toFile('hunting-queries', {
    definition,
    questions: questions.tables,
    query,
    of: 'all tables',
    key: `${definition.id}-all-tables`,
  })
}

function keyOf({ table, platform }: TableQuestion): string {
  const name = table.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
  return [name.toLowerCase(), platform].filter(Boolean).join('-')
}

function toFile(folder: 'analytics-rules' | 'hunting-queries', content: Omit<RuleContent, 'approvals'>): ContentFile {
  const approvals = content.query.includes('_GetWatchlist')
  const isRule = folder === 'analytics-rules'
  return {
    path: `${folder}/${content.key}.yaml`,
    text: isRule ? writeRule({ ...content, approvals }) : writeHunt({ ...content, approvals }),
    kind: isRule ? 'rule' : 'hunt',
  }
}
