/** One source file as the rules see it: its place in the house, its syntax tree and its comments. */
import ts from 'typescript'
import { type Comment, codeLines, findComments } from './comments.ts'

/** A parsed file. */
export interface HouseFile {
  /** Path from the project folder, with forward slashes. */
  readonly path: string
  readonly name: string
  /** Room of the product (`dialects`), undefined outside `src/`. */
  readonly room: string | undefined
  /** A test, or what tests share in `_testing/`. */
  readonly isTest: boolean
  readonly tree: ts.SourceFile
  /** Every node of the tree, in the order of the text. */
  readonly nodes: readonly ts.Node[]
  readonly comments: readonly Comment[]
  /** Numbers of the lines (from 1) that hold code: neither blank nor only a comment. */
  readonly codeLines: ReadonlySet<number>
}

/** Parses a file. Syntax errors are the compiler's business; what parses is looked at. */
export function openHouseFile(path: string, text: string): HouseFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const comments = findComments(tree)
  return {
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    room: /^src\/([^/]+)\//.exec(path)?.[1],
    isTest: /\.test\.ts$|\/_testing\//.test(path),
    tree,
    nodes: nodesBelow(tree),
    comments,
    codeLines: codeLines(tree, comments),
  }
}

/** Line number (from 1) where a node begins, comments before it not counted. */
export function lineOf(file: HouseFile, node: ts.Node): number {
  return file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree)).line + 1
}

/** Lines of code from the first to the last line of a node. */
export function codeLinesIn(file: HouseFile, node: ts.Node): number {
  const last = file.tree.getLineAndCharacterOfPosition(node.end).line + 1
  let count = 0
  for (let line = lineOf(file, node); line <= last; line++) if (file.codeLines.has(line)) count++
  return count
}

/** All nodes below a node, in the order of the text. `skip` keeps the walk out of a node's inside. */
export function nodesBelow(top: ts.Node, skip?: (node: ts.Node) => boolean): readonly ts.Node[] {
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    found.push(node)
    if (skip?.(node) !== true) ts.forEachChild(node, visit)
  }
  ts.forEachChild(top, visit)
  return found
}
