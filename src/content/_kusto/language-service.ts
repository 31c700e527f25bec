/**
 * Microsoft's language service for Kusto: the parser and binder of the real product, compiled from C#. This module alone knows how it is
 * loaded; it defines the globals `Bridge`, `System` and `Kusto`, and takes about a quarter of a second, so nothing happens before the first use.
 */
import { createRequire } from 'node:module'

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
export interface ServiceDiagnostic {
  readonly Severity: string
  readonly Message: string
  readonly Start: number
}

/** A query that was parsed and bound. */
export interface ServiceCode {
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
export interface FunctionCall {
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

let service: LanguageService | undefined

/** The language service, loaded once. */
export function loadLanguageService(): LanguageService {
  service ??= load()
  return service
}

function load(): LanguageService {
  const require = createRequire(import.meta.url)
  require('@kusto/language-service-next/bridge.min.js')
  require('@kusto/language-service-next/Kusto.Language.Bridge.min.js')
  return Reflect.get(globalThis, 'Kusto').Language
}

/** The list as an array. */
export function listOf<T>(list: ServiceList<T> | null | undefined): readonly T[] {
  return Array.from({ length: list?.Count ?? 0 }, (_, index) => list?.getItem(index)).filter(
    (item) => item !== undefined,
  )
}
