/** Parts of the language that the house does without. */
import ts from 'typescript'
import { type HouseFile, lineOf } from '../house-file.ts'
import type { Remark } from '../problem.ts'

interface Ban {
  readonly rule: string
  readonly message: string
  readonly applies: (node: ts.Node, file: HouseFile) => boolean
}

const bans: readonly Ban[] = [
  { rule: 'no-enum', message: 'use a union of literals', applies: ts.isEnumDeclaration },
  { rule: 'no-namespace', message: 'use a module', applies: isNamespace },
  {
    rule: 'no-any',
    message: 'name the type, or use unknown and a schema',
    applies: (node) => node.kind === ts.SyntaxKind.AnyKeyword,
  },
  {
    rule: 'no-assertion',
    message: 'only `as const`: use satisfies, a schema or a type guard',
    applies: (node, file) => !file.isTest && isAssertion(node),
  },
]

/** No enums, namespaces, `any`, and no `as` but `as const` (tests may assert types). */
export function language(file: HouseFile): readonly Remark[] {
  return file.nodes.flatMap((node) =>
    bans
      .filter(({ applies }) => applies(node, file))
      .map(({ rule, message }) => ({ line: lineOf(file, node), rule, message })),
  )
}

function isNamespace(node: ts.Node): boolean {
  return ts.isModuleDeclaration(node) && ts.isIdentifier(node.name) && node.name.text !== 'global'
}

function isAssertion(node: ts.Node): boolean {
  return ts.isTypeAssertionExpression(node) || (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type))
}
