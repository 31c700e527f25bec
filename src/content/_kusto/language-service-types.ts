/** The part of the language service that is used, declared by hand: its own declarations are 35,000 lines. */

/** A list of the C# library. */
export interface ServiceList<T> {
  readonly Count: number
  getItem(index: number): T
}

/** A table, column, function or type. */
export interface ServiceSymbol {
  readonly Name: string
  readonly Kind: number
  /** Of a table. */
  readonly Columns?: ServiceList<ServiceColumn>
}

/** A column as the binder sees it; one that several tables gave has those as originals. */
export interface ServiceColumn extends ServiceSymbol {
  readonly Type: ServiceSymbol
  readonly OriginalColumns?: ServiceList<ServiceColumn>
}

/** A node or token of the syntax tree. */
export interface ServiceNode {
  readonly Kind: number
  readonly TextStart: number
  readonly ChildCount: number
  /** Of tokens. */
  readonly Text?: string
  readonly ResultType?: ServiceSymbol | null
  readonly ReferencedSymbol?: ServiceSymbol | null
  /** Of literals: text for strings, objects of the library for the rest. */
  readonly LiteralValue?: unknown
  GetChild(index: number): ServiceNode | null
}

/** What the service says against a query. */
interface ServiceDiagnostic {
  readonly Severity: string
  readonly Message: string
  readonly Start: number
}

/** A query that was parsed and bound. */
interface ServiceCode {
  readonly Syntax: ServiceNode
  readonly ResultType: ServiceSymbol | null
  GetDiagnostics(): ServiceList<ServiceDiagnostic>
}

/** A table that is being declared; an open one has any column. */
export interface OpenableTable extends ServiceSymbol {
  WithName(name: string): OpenableTable
  WithIsOpen(isOpen: boolean): OpenableTable
}

/** A call of a function whose result depends on its arguments. */
interface FunctionCall {
  readonly Arguments: ServiceList<ServiceNode>
}

/** Everything that queries are bound against. */
export interface ServiceGlobals {
  WithDatabase(database: ServiceSymbol): ServiceGlobals
}

/** The part of the library that is used. `ctor` and `$ctor2` are overloads of C# constructors. */
export interface LanguageService {
  readonly GlobalState: { readonly Default: ServiceGlobals }
  readonly KustoCode: { ParseAndAnalyze(text: string, globals: ServiceGlobals): ServiceCode }
  readonly Syntax: { readonly SyntaxKind: Readonly<Record<string, unknown>> }
  readonly Symbols: {
    readonly SymbolKind: { readonly Table: number; readonly Column: number }
    readonly Tabularity: { readonly Tabular: number }
    readonly ScalarTypes: { readonly String: ServiceSymbol }
    readonly TableSymbol: { From(schema: string): OpenableTable }
    readonly Parameter: { readonly $ctor2: new (name: string, type: ServiceSymbol) => ServiceSymbol }
    readonly FunctionSymbol: {
      readonly ctor: new (
        ...of: readonly [
          name: string,
          returns: (call: FunctionCall) => ServiceSymbol,
          tabularity: number,
          parameters: readonly ServiceSymbol[],
        ]
      ) => ServiceSymbol
    }
    readonly DatabaseSymbol: {
      readonly $ctor2: new (name: string, alternateName: string, members: readonly ServiceSymbol[]) => ServiceSymbol
    }
  }
}
