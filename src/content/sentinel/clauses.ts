/** What a definition asks of tables: the conditions of every log that lands there, and what a table cannot hold. */
import type { LogSource, SentinelTable } from '../../facts/log-content/log-source.ts'
import type { Definition, DefinitionClause, DefinitionSource } from '../_definition/definition.ts'
import type { ContentLimit } from '../contract.ts'
import { NotInTable } from './kql/field-place.ts'
import { gatherCommands, PatternNames, readTyped } from './kql/patterns.ts'
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
  const asked = new Map<string, { table: SentinelTable; platform: string | undefined; sources: SourceQuestion[] }>()
  for (const from of definition.sources) {
    const { sentinel, id } = from.source
    const note = (because: string): void => {
      limits.push({ behaviour: definition.id, source: id, because })
    }
    if ('none' in sentinel) note(sentinel.none)
    for (const table of 'tables' in sentinel ? sentinel.tables : []) {
      for (const platform of platformsOf(from)) {
        const source = askSource({ from, platform, table, patterns, note })
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
function write(clauses: readonly DefinitionClause[], { from, table, patterns, note }: Asking): readonly string[] {
  const read = clauses.map(({ when }) => ({ when, typed: readTyped(when, from.source) }))
  const before = from.source.commands?.before ?? ''
  const commands = gatherCommands(read.flatMap(({ typed }) => typed ?? [])).flatMap(
    ({ and, patterns: expressions }) => {
      const tests = expressions.map(
        (text) =>
          `Line matches regex strcat("(?i)", ${patterns.nameOf(before, 'Before')}, ${patterns.nameOf(text, 'Commands')})`,
      )
      return and === undefined ? tests : [`(${tests.join(' or ')}) and ${writeCondition(and, table)}`]
    },
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

function unique(limits: readonly ContentLimit[]): readonly ContentLimit[] {
  return [...new Map(limits.map((limit) => [JSON.stringify(limit), limit])).values()]
}
