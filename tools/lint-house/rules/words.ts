/** What is written about the code: doc comments and notes to do something later. */
import ts from 'typescript'
import { type HouseFile, lineOf } from '../house-file.ts'
import type { Remark } from '../problem.ts'
import { exportedNames, hasModifier, isNamed } from './doors.ts'

/** A note to do something later names its issue: `TODO(#12)`. */
export function todoNamesIssue(file: HouseFile): readonly Remark[] {
  return file.comments.flatMap(({ text, line }) =>
    text.split('\n').flatMap((part, index) => {
      if (!/\b(TODO|FIXME)\b(?!\(#\d+\))/.test(part)) return []
      return [{ line: line + index, rule: 'todo-names-issue', message: 'write TODO(#<issue>) or do it now' }]
    }),
  )
}

/** Every exported function, class, interface and type of the product has a doc comment. */
export function docComment(file: HouseFile): readonly Remark[] {
  if (file.room === undefined || file.isTest) return []
  const { statements } = file.tree
  const late = new Set(
    statements.filter((node) => ts.isExportDeclaration(node) && !node.moduleSpecifier).flatMap(exportedNames),
  )
  const documented = new Set(statements.filter(isDocumented).flatMap(declaredNames))
  return statements.flatMap((node) => {
    const isExported =
      hasModifier(node, ts.SyntaxKind.ExportKeyword) || declaredNames(node).some((name) => late.has(name))
    const explained = [...declaredNames(node), ...listNamedBy(node)].some((name) => documented.has(name))
    const missing = isExported && needsComment(node) && !explained ? declaredNames(node) : []
    return missing.map((name) => ({
      line: lineOf(file, node),
      rule: 'doc-comment',
      message: `say what ${name} is for`,
    }))
  })
}

/**
 * One comment serves overloads, a schema and the type of its name, and a list with the type of its members:
 * `type Verdict = (typeof VERDICTS)[number]` names VERDICTS.
 */
function listNamedBy(node: ts.Statement): readonly string[] {
  const named = ts.isTypeAliasDeclaration(node) && /\btypeof (\w+)/.exec(node.type.getText())?.[1]
  return named ? [named] : []
}

function needsComment(node: ts.Statement): boolean {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.some(({ initializer }) => isFunction(initializer))
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  )
}

function isFunction(node: ts.Node | undefined): boolean {
  return node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node))
}

function isDocumented(node: ts.Statement): boolean {
  return ts.getJSDocCommentsAndTags(node).length > 0
}

function declaredNames(node: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.map(({ name }) => name.getText())
  return isNamed(node) ? [node.name.text] : []
}
