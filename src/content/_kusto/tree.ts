/** The syntax tree of a bound query as plain data, so that nothing else depends on the library's objects. */
import type { BoundSchema, DeclaredColumn } from './globals.ts'
import { listOf, loadLanguageService } from './language-service.ts'
import type { ServiceNode, ServiceSymbol } from './language-service-types.ts'

/** Name and type of a column of a result. The type is the library's word: `string`, `unknown`. */
export interface ResultColumn {
  readonly name: string
  readonly type: string
}

/** A node or token. `{ kind: 'NameReference', text: 'Caller', start: 31, type: 'string', children: [..] }` */
export interface KustoNode {
  /** The library's name of it: `FilterOperator`, `HasAnyExpression`. */
  readonly kind: string
  /** As written, between its first and last token; of tokens the token. */
  readonly text: string
  /** Offset of its first letter in the query. */
  readonly start: number
  /** Type of a scalar expression. */
  readonly type?: string
  /** Columns of a tabular expression. */
  readonly columns?: readonly ResultColumn[]
  /** Value of a string literal, escapes resolved. */
  readonly literal?: string
  /** Of a reference to a column: what was declared. */
  readonly declaredBy?: readonly DeclaredColumn[]
  /** Absent parts keep their place. */
  readonly children: readonly (KustoNode | undefined)[]
}

/** Names of syntax kinds by number. */
function kindNames(): ReadonlyMap<number, string> {
  const entries = Object.entries(loadLanguageService().Syntax.SyntaxKind)
  return new Map(entries.flatMap(([name, value]) => (typeof value === 'number' ? [[value, name]] : [])))
}

let names: ReadonlyMap<number, string> | undefined

/** Converts the library's tree. Depth follows the query's, which the parser bounds. */
export function toTree(root: ServiceNode, text: string, schema: BoundSchema): KustoNode {
  names ??= kindNames()
  const kinds = names
  const convert = (node: ServiceNode): KustoNode => {
    const children = Array.from({ length: node.ChildCount }, (_, index) => {
      const child = node.GetChild(index)
      return child === null ? undefined : convert(child)
    })
    return {
      kind: kinds.get(node.Kind) ?? 'Unknown',
      text: typeof node.Text === 'string' ? node.Text : spanOf(children, text),
      start: node.TextStart,
      ...resultOf(node.ResultType),
      ...(typeof node.LiteralValue === 'string' ? { literal: node.LiteralValue } : {}),
      ...declarationOf(node, schema),
      children,
    }
  }
  return convert(root)
}

function spanOf(children: readonly (KustoNode | undefined)[], text: string): string {
  const parts = children.filter((child) => child !== undefined && child.text !== '')
  const first = parts[0]
  const last = parts.at(-1)
  return first === undefined || last === undefined ? '' : text.slice(first.start, last.start + last.text.length)
}

function resultOf(type: ServiceSymbol | null | undefined): Pick<KustoNode, 'type' | 'columns'> {
  if (type === null || type === undefined) return {}
  if (type.Kind !== loadLanguageService().Symbols.SymbolKind.Table) return { type: type.Name }
  return { columns: columnsOf(type) }
}

/** Columns of a table symbol. */
export function columnsOf(table: ServiceSymbol): readonly ResultColumn[] {
  return listOf(table.Columns).map(({ Name, Type }) => ({ name: Name, type: Type.Name }))
}

function declarationOf({ ReferencedSymbol: symbol }: ServiceNode, schema: BoundSchema): Pick<KustoNode, 'declaredBy'> {
  if (symbol?.Kind !== loadLanguageService().Symbols.SymbolKind.Column) return {}
  return { declaredBy: schema.declaredBy(symbol) }
}

/** The first child of a kind. */
export function childOf(node: KustoNode, ...kinds: readonly string[]): KustoNode | undefined {
  return node.children.find((child) => child !== undefined && kinds.includes(child.kind))
}

/** The items of the list below a node: of `List` and `ExpressionList`, without separators. */
export function itemsOf(node: KustoNode | undefined): readonly KustoNode[] {
  const list = node?.kind === 'List' ? node : node && childOf(node, 'List')
  return (list?.children ?? []).flatMap((item) => (item?.kind === 'SeparatedElement' ? item.children[0] : item) ?? [])
}

/** Every node, parents first. */
export function* nodesOf(node: KustoNode): Generator<KustoNode> {
  yield node
  for (const child of node.children) if (child !== undefined) yield* nodesOf(child)
}
