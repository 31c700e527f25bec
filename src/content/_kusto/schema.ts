/** What a query may read: tables with typed columns, and watchlists. */

/** Types of Kusto that content uses. @source Kusto, "Scalar data types" */
export const KUSTO_TYPES = ['string', 'bool', 'int', 'long', 'real', 'datetime', 'timespan', 'dynamic', 'guid'] as const
/** One of {@link KUSTO_TYPES}. */
export type KustoType = (typeof KUSTO_TYPES)[number]

/** A column. `{ name: 'OperationName', type: 'string', neverPopulated: 'replaced by OperationNameValue' }` */
export interface KustoColumn {
  readonly name: string
  readonly type: KustoType
  /** What stands in it, where the name does not say. */
  readonly meaning?: string
  /** It exists, so a query that names it runs, and it holds nothing; the text says what to use instead. */
  readonly neverPopulated?: string
}

/** A table. */
export interface KustoTable {
  readonly name: string
  readonly columns: readonly KustoColumn[]
}

/** A watchlist: what `_GetWatchlist('<alias>')` gives. The columns that every watchlist has are added. */
export interface KustoWatchlist {
  readonly alias: string
  readonly columns: readonly KustoColumn[]
}

/** Everything a query is bound against. A watchlist that is not named has any column. */
export interface KustoSchema {
  readonly tables: readonly KustoTable[]
  readonly watchlists: readonly KustoWatchlist[]
}

/** Columns of every watchlist. @source Microsoft Sentinel, "Watchlists": query with the search key */
export const WATCHLIST_COLUMNS: readonly KustoColumn[] = [
  { name: '_DTItemId', type: 'string' },
  { name: 'LastUpdatedTimeUTC', type: 'datetime' },
  { name: 'SearchKey', type: 'string', meaning: 'the value of the column that was named as search key' },
]
