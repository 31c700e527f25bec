/** What a definition asks of tables: the conditions of every log that lands there, and what a table cannot hold. */
import type { LogSource, SentinelTable } from '../../facts/log-content/log-source.ts'
import type { Definition, DefinitionClause, DefinitionSource } from '../_definition/definition.ts'
import type { ContentLimit } from '../contract.ts'
import { NotInTable } from './kql/field-place.ts'
import { gatherCommands, PatternNames, readTyped, type TypedCommand } from './kql/patterns.ts'
import { writeCondition } from './kql/write-condition.ts'

/** One log within a query. */
export interface SourceQuestion {
  readonly source: LogSource
  /** Any of these; at least one. */
  readonly where: readonly string[]
  /** The same for what makes it worse when it is near; none where nothing does. */
  readonly near: readonly string[]
}

/** One rule of a definition: a table, and of the tables that hold lines of all devices one platform. */
export interface TableQuestion {
  readonly table: SentinelTable
  readonly platform?: string
  readonly sources: readonly SourceQuestion[]
}

/** What a definition asks, by table and platform, and what is left out. */
export interface Questions {
  readonly tables: readonly TableQuestion[]
  readonly patterns: PatternNames
  readonly limits: readonly ContentLimit[]
}

/** The questions of a definition. */
export function askTables(definition: Definition): Questions {
  const patterns = new PatternNames()
  const limits: ContentLimit[] = []
  const logs = definition.sources.map(({ source }) => source)
  const asked = new Map<string, { table: SentinelTable; platform: string | undefined; sources: SourceQuestion[] }>()
  for (const from of definition.sources) {
    const { sentinel, id } = from.source
    const note = (because: string): void => {
      limits.push({ behaviour: definition.id, source: id, because })
    }
    if ('none' in sentinel) note(sentinel.none)
    for (const table of 'tables' in sentinel ? sentinel.tables : []) {
      for (const platform of platformsOf(from)) {
        const source = askSource({ from, platform, table, patterns, logs, note })
        const key = `${table} ${platform ?? ''}`
        const question = asked.get(key) ?? { table, platform, sources: [] }
        if (source.where.length > 0) asked.set(key, { ...question, sources: [...question.sources, source] })
      }
    }
  }
  const tables = [...asked]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { platform, ...rest }]) => ({
      ...rest,
      ...(platform === undefined ? {} : { platform }),
    }))
  return { tables, patterns, limits: unique(limits) }
}

/** Whose records a log holds: of lines, the platforms of its commands and its own; a cloud's trail is one. */
function platformsOf({ source, dialect, clauses }: DefinitionSource): readonly (string | undefined)[] {
  if (source.form === 'json') return [undefined]
  return [...new Set(clauses.map(({ platform }) => platform ?? dialect))].sort()
}

interface Asking {
  readonly from: DefinitionSource
  readonly platform: string | undefined
  readonly table: SentinelTable
  readonly patterns: PatternNames
  /** All logs of the definition. */
  readonly logs: readonly LogSource[]
  note(because: string): void
}

function askSource(asking: Asking): SourceQuestion {
  const { from, platform } = asking
  const own = ({ platform: whose = from.dialect }: DefinitionClause): boolean =>
    platform === undefined || whose === platform
  return {
    source: from.source,
    where: write(from.clauses.filter(own), asking),
    near: write(from.nearClauses.filter(own), asking),
  }
}

/** A clause that a table cannot hold is left out, and said so. */
function write(clauses: readonly DefinitionClause[], asking: Asking): readonly string[] {
  const { from, table, note } = asking
  const read = clauses.map(({ when }) => ({ when, typed: readTyped(when, from.source) }))
  const commands = writeCommands(
    read.flatMap(({ typed }) => typed ?? []),
    asking,
  )
  const others = read.flatMap(({ when, typed }) => {
    try {
      return typed === undefined ? [writeCondition(when, table)] : []
    } catch (problem) {
      if (!(problem instanceof NotInTable)) throw problem
      note(problem.message)
      return []
    }
  })
  return [...new Set([...commands, ...others])]
}

/** One test for each expression, so that a query can be cut between them. */
function writeCommands(typed: readonly TypedCommand[], asking: Asking): readonly string[] {
  const { from, table, patterns } = asking
  const before = patterns.nameOf(from.source.commands?.before ?? '', 'Before')
  const elsewhere = notElsewhere(asking)
  return gatherCommands(typed).flatMap(({ and, patterns: expressions }) =>
    expressions.map((text) => {
      const test = `Line matches regex strcat("(?i)", ${before}, ${patterns.nameOf(text, 'Commands')})`
      const more = [...(and === undefined ? [] : [writeCondition(and, table)]), ...elsewhere]
      return more.length === 0 ? test : `(${[test, ...more].join(' and ')})`
    }),
  )
}

/**
 * The table holds the lines of all devices: what looks like a record of an accounting server may be the log of a device of another platform,
 * where the same command means another thing.
 */
function notElsewhere({ from, platform, logs, patterns }: Asking): readonly string[] {
  if (from.source.commands?.of !== 'any') return []
  return logs.flatMap(({ commands }) => {
    if (commands === undefined || commands.of === 'any' || commands.of === platform) return []
    return [`not(Line matches regex strcat("(?i)", ${patterns.nameOf(commands.before, 'Before')}))`]
  })
}

function unique(limits: readonly ContentLimit[]): readonly ContentLimit[] {
  return [...new Map(limits.map((limit) => [JSON.stringify(limit), limit])).values()]
}
