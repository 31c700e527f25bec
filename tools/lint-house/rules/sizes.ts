/** How long and how wide files and functions may be. */
import ts from 'typescript'
import { codeLinesIn, type HouseFile, lineOf } from '../house-file.ts'
import type { Remark } from '../problem.ts'

const limits = { fileLines: 300, functionLines: 50, parameters: 3 } as const

/** A file is at most 300 lines, blanks and comments not counted. Tables of data go to `*.data.ts`. */
export function fileSize(file: HouseFile): readonly Remark[] {
  const lines = file.codeLines.size
  if (lines <= limits.fileLines || file.name.endsWith('.data.ts')) return []
  return [{ line: 1, rule: 'file-size', message: `${lines} lines of code, at most ${limits.fileLines}` }]
}

/** A function is at most 50 lines of code. The body of a `describe` or `suite` is a list of tests, not a function. */
export function functionSize(file: HouseFile): readonly Remark[] {
  return functionsIn(file).flatMap((node) => {
    const lines = codeLinesIn(file, node)
    if (lines <= limits.functionLines || isSuite(node)) return []
    const message = `${nameOf(node)} has ${lines} lines of code, at most ${limits.functionLines}`
    return [{ line: lineOf(file, node), rule: 'function-size', message }]
  })
}

/** A function takes at most three positional parameters; more become one object with names. A last, optional `options` is such an object. */
export function parameterCount(file: HouseFile): readonly Remark[] {
  return functionsIn(file).flatMap((node) => {
    const count = node.parameters.filter((parameter) => !isOptions(parameter)).length
    if (count <= limits.parameters) return []
    const message = `${nameOf(node)} takes ${count} parameters, at most ${limits.parameters}: use one object`
    return [{ line: lineOf(file, node), rule: 'parameter-count', message }]
  })
}

/** Every function of a file, methods and signatures of interfaces among them. */
export function functionsIn(file: HouseFile): readonly ts.SignatureDeclaration[] {
  return file.nodes.filter((node) => ts.isFunctionLike(node))
}

/** The name of a function, or of what it is assigned to. */
export function nameOf(node: ts.SignatureDeclaration): string {
  if (ts.isConstructorDeclaration(node)) return 'constructor'
  const name = node.name ?? ('name' in node.parent ? node.parent.name : undefined)
  return isNode(name) && ts.isIdentifier(name) ? name.text : 'this function'
}

function isNode(value: unknown): value is ts.Node {
  return typeof value === 'object' && value !== null && 'kind' in value
}

function isSuite(node: ts.SignatureDeclaration): boolean {
  const { parent } = node
  return (
    ts.isCallExpression(parent) &&
    ts.isIdentifier(parent.expression) &&
    /^(describe|suite)$/.test(parent.expression.text)
  )
}

function isOptions({ name, questionToken }: ts.ParameterDeclaration): boolean {
  return questionToken !== undefined && ts.isIdentifier(name) && name.text === 'options'
}
