/** Reads doc comments and declared members out of TypeScript source, for pages that describe types. */
import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** One member of an interface or of the object that a schema describes. */
export interface DeclaredMember {
  readonly name: string
  /** The type as written, in one line; empty for members of schemas, whose types are known to zod. */
  readonly type: string
  readonly optional: boolean
  readonly comment: string
}

/** An interface, or a constant that holds an object: what is said of it, and its members in the order written. */
export interface Declaration {
  readonly name: string
  readonly comment: string
  readonly members: readonly DeclaredMember[]
}

/** The declarations of a file by name. */
export function readDeclarations(path: string): ReadonlyMap<string, Declaration> {
  const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const found = tree.statements.flatMap((statement): readonly Declaration[] => {
    if (ts.isInterfaceDeclaration(statement)) return [declare(statement.name.text, statement, statement.members)]
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.map((one) =>
      declare(one.name.getText(), statement, propertiesBelow(one)),
    )
  })
  return new Map(found.map((declaration) => [declaration.name, declaration]))
}

function declare(name: string, statement: ts.Statement, members: readonly ts.Node[]): Declaration {
  return { name, comment: commentOf(statement), members: members.flatMap(toMember) }
}

function toMember(node: ts.Node): readonly DeclaredMember[] {
  const isMember = ts.isPropertySignature(node) || ts.isMethodSignature(node) || ts.isPropertyAssignment(node)
  if (!isMember) return []
  const type = ts.isPropertyAssignment(node) ? '' : (node.type?.getText() ?? '').replace(/\s+/g, ' ')
  const optional = !ts.isPropertyAssignment(node) && node.questionToken !== undefined
  return [{ name: node.name.getText(), type, optional, comment: commentOf(node) }]
}

/** The members of the outermost object that an initialiser holds, however it is wrapped in calls. */
function propertiesBelow(declaration: ts.VariableDeclaration): readonly ts.Node[] {
  const find = (node: ts.Node): ts.ObjectLiteralExpression | undefined =>
    ts.isObjectLiteralExpression(node) ? node : ts.forEachChild(node, find)
  const object = declaration.initializer === undefined ? undefined : find(declaration.initializer)
  return object?.properties ?? []
}

function commentOf(node: ts.Node): string {
  const text = ts
    .getJSDocCommentsAndTags(node)
    .flatMap((doc) => (ts.isJSDoc(doc) ? (ts.getTextOfJSDocComment(doc.comment) ?? '') : []))
    .at(-1)
  return (text ?? '').replace(/\{@link (\w+)\}/g, '$1')
}

/** The first paragraph of a comment, in one line. */
export function firstParagraph(comment: string): string {
  return (comment.split(/\n\s*\n/)[0] ?? '').replace(/\s+/g, ' ').trim()
}

/** The values of a union of literals: written out, or as a list that the type is taken from. */
export function readWords(path: string, type: string): readonly string[] {
  const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const alias = tree.statements.find((node) => ts.isTypeAliasDeclaration(node) && node.name.text === type)
  if (alias === undefined) throw new Error(`${path} declares no type ${type}`)
  const list = /\(typeof (\w+)\)/.exec(alias.getText())?.[1]
  if (list === undefined) return stringsBelow(alias)
  const constants = tree.statements.filter(ts.isVariableStatement).flatMap((node) => node.declarationList.declarations)
  return constants.filter(({ name }) => name.getText() === list).flatMap(stringsBelow)
}

function stringsBelow(node: ts.Node): readonly string[] {
  const found: string[] = []
  const visit = (child: ts.Node): void => {
    if (ts.isStringLiteral(child)) found.push(child.text)
    ts.forEachChild(child, visit)
  }
  visit(node)
  return found
}
