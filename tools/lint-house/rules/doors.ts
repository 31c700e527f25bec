/** What goes in and out of a file: imports and exports. */
import ts from 'typescript'
import { type HouseFile, lineOf } from '../house-file.ts'
import type { Remark } from '../problem.ts'

const limits = { imports: 15, exports: 8 } as const

/** A file imports from at most 15 modules. */
export function importCount(file: HouseFile): readonly Remark[] {
  const count = file.tree.statements.filter(ts.isImportDeclaration).length
  if (count <= limits.imports) return []
  return [{ line: 1, rule: 'import-count', message: `${count} imports, at most ${limits.imports}` }]
}

/** A file exports at most 8 names. Doors (`index.ts`, `contract.ts`) and the vocabulary in `src/facts` may have more. */
export function exportCount(file: HouseFile): readonly Remark[] {
  const count = new Set(file.tree.statements.flatMap(exportedNames)).size
  const exempt =
    /\/_testing\//.test(file.path) || ['index.ts', 'contract.ts'].includes(file.name) || file.room === 'facts'
  if (count <= limits.exports || exempt) return []
  return [{ line: 1, rule: 'export-count', message: `${count} exports, at most ${limits.exports}` }]
}

/** Exports have names; only the configuration files of tools need a default. */
export function noDefaultExport(file: HouseFile): readonly Remark[] {
  if (/\.config\.|^\./.test(file.name)) return []
  return file.tree.statements.filter(isDefaultExport).map((node) => ({
    line: lineOf(file, node),
    rule: 'no-default-export',
    message: 'give the export a name',
  }))
}

/** Names that a statement exports; a schema and its type share one. `export *` counts as one. */
export function exportedNames(statement: ts.Statement): readonly string[] {
  if (ts.isExportDeclaration(statement)) return reExportedNames(statement)
  if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword)) return []
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText())
  return isNamed(statement) ? [statement.name.text] : []
}

function reExportedNames({ exportClause, moduleSpecifier }: ts.ExportDeclaration): readonly string[] {
  if (exportClause === undefined) return [`* from ${moduleSpecifier?.getText()}`]
  return ts.isNamedExports(exportClause) ? exportClause.elements.map(({ name }) => name.text) : [exportClause.name.text]
}

/** Whether a statement carries a modifier such as `export`. */
export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) === true
}

/** Whether a statement declares one thing with a plain name. */
export function isNamed(node: ts.Node): node is ts.DeclarationStatement & { readonly name: ts.Identifier } {
  return 'name' in node && typeof node.name === 'object' && node.name !== null && 'text' in node.name
}

function isDefaultExport(node: ts.Statement): boolean {
  return (
    ts.isExportAssignment(node) ||
    hasModifier(node, ts.SyntaxKind.DefaultKeyword) ||
    exportedNames(node).includes('default')
  )
}
