/** Keeps the clock, randomness and the outside world out of pure rooms. What they import, the layer rules check. */
import ts from 'typescript'
import { type HouseFile, lineOf } from '../house-file.ts'
import type { Remark } from '../problem.ts'

const pureRooms: ReadonlySet<string> = new Set([
  'kit',
  'facts',
  'dialects',
  'inventory',
  'timeline',
  'detections',
  'findings',
  'attack',
])

/** Globals that read or touch the world, whatever is done with them. */
const worldly: ReadonlySet<string> = new Set([
  'process',
  'performance',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'console',
])

/** Members that do, of globals and modules that are pure otherwise. */
const worldlyMembers: ReadonlySet<string> = new Set([
  'Date.now',
  'Math.random',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'crypto.randomBytes',
  'crypto.randomInt',
])

/** In pure rooms time, randomness and the outside are inputs. Tests of these rooms may do as they like. */
export function purity(file: HouseFile): readonly Remark[] {
  if (file.isTest || !pureRooms.has(file.room ?? '')) return []
  const { nodes } = file
  const declared = new Set(nodes.flatMap(declaredName))
  return nodes.flatMap((node) => {
    const used = usedFromWorld(node)
    if (used === undefined || declared.has(used)) return []
    return [{ line: lineOf(file, node), rule: 'purity', message: `${used} in a pure room: hand the value in` }]
  })
}

function usedFromWorld(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return worldlyMember(node.getText().replace(/^globalThis\./, ''))
  if (ts.isImportSpecifier(node)) return worldlyMember(`crypto.${(node.propertyName ?? node.name).text}`)
  if (ts.isNewExpression(node) && isDate(node.expression) && !node.arguments?.length) return 'new Date()'
  if (ts.isCallExpression(node) && isDate(node.expression)) return 'Date()'
  return ts.isIdentifier(node) && worldly.has(node.text) && isReference(node) ? node.text : undefined
}

function worldlyMember(name: string): string | undefined {
  return worldlyMembers.has(name) ? name : undefined
}

function isDate(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === 'Date'
}

/** An identifier that stands for a value, not for a member or key of the same name. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent))
    return parent.expression === node || parent.expression.getText() === 'globalThis'
  if (ts.isTypeNode(parent) || ts.isQualifiedName(parent)) return false
  return !('name' in parent && parent.name === node)
}

/** Names of variables, parameters, functions and imports: they hide a global of the same name. */
function declaredName(node: ts.Node): readonly string[] {
  const declares =
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isImportSpecifier(node) ||
    ts.isBindingElement(node)
  return declares && node.name !== undefined && ts.isIdentifier(node.name) ? [node.name.text] : []
}
