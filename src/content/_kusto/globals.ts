/** Declared tables and watchlists as what the language service binds against. */
import { listOf, loadLanguageService } from './language-service.ts'
import type { OpenableTable, ServiceColumn, ServiceGlobals, ServiceSymbol } from './language-service-types.ts'
import { type KustoColumn, type KustoSchema, type KustoTable, WATCHLIST_COLUMNS } from './schema.ts'

/** A declared column and whose it is. */
export interface DeclaredColumn {
  readonly table: string
  readonly column: KustoColumn
}

/** A schema in the form that the binder wants, and the way back from its symbols. */
export interface BoundSchema {
  readonly globals: ServiceGlobals
  /** Every declared column that a symbol stands for; more than one behind a union. Empty for what a query computes. */
  declaredBy(symbol: ServiceSymbol): readonly DeclaredColumn[]
}

const known = new WeakMap<KustoSchema, BoundSchema>()

/** Declares a schema; the work is done once for each schema object. */
export function bindSchema(schema: KustoSchema): BoundSchema {
  const bound = known.get(schema) ?? declare(schema)
  known.set(schema, bound)
  return bound
}

function declare(schema: KustoSchema): BoundSchema {
  const { GlobalState, Symbols } = loadLanguageService()
  const declared = new Map<ServiceSymbol, DeclaredColumn>()
  const tables = schema.tables.map((table) => {
    const symbol = toSymbol(table)
    for (const [index, column] of listOf(symbol.Columns).entries()) {
      const own = table.columns[index]
      if (own !== undefined) declared.set(column, { table: table.name, column: own })
    }
    return symbol
  })
  const database = new Symbols.DatabaseSymbol.$ctor2('workspace', '', [...tables, watchlistFunction(schema)])
  return {
    globals: GlobalState.Default.WithDatabase(database),
    declaredBy: (symbol) => originsOf(symbol).flatMap((origin) => declared.get(origin) ?? []),
  }
}

/** A union makes one column of several, and remembers them; at most 4 deep, which no query exceeds with reason. */
function originsOf(symbol: ServiceColumn | ServiceSymbol, depth = 0): readonly ServiceSymbol[] {
  const originals = 'OriginalColumns' in symbol ? listOf(symbol.OriginalColumns) : []
  if (originals.length === 0 || depth > 4) return [symbol]
  return originals.flatMap((original) => originsOf(original, depth + 1))
}

function toSymbol({ name, columns }: KustoTable): OpenableTable {
  const schema = columns.map((column) => `['${column.name}']: ${column.type}`).join(', ')
  return loadLanguageService().Symbols.TableSymbol.From(`(${schema})`).WithName(name)
}

/** `_GetWatchlist('alias')`: the columns depend on the alias, so the binder asks. */
function watchlistFunction({ watchlists }: KustoSchema): ServiceSymbol {
  const { Symbols } = loadLanguageService()
  const unknown = toSymbol({ name: 'watchlist', columns: WATCHLIST_COLUMNS }).WithIsOpen(true)
  const byAlias = new Map(
    watchlists.map(({ alias, columns }) => [
      alias,
      toSymbol({ name: alias, columns: [...WATCHLIST_COLUMNS, ...columns] }),
    ]),
  )
  const alias = new Symbols.Parameter.$ctor2('watchlistAlias', Symbols.ScalarTypes.String)
  return new Symbols.FunctionSymbol.ctor(
    '_GetWatchlist',
    (call) => byAlias.get(String(listOf(call.Arguments)[0]?.LiteralValue)) ?? unknown,
    Symbols.Tabularity.Tabular,
    [alias],
  )
}
