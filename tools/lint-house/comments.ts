/** Finds comments, which a syntax tree leaves out, and the lines that hold anything else. */
import ts from 'typescript'

/** A comment with its delimiters. */
export interface Comment extends Range {
  readonly text: string
  /** Line number, from 1. */
  readonly line: number
}

interface Range {
  readonly start: number
  readonly end: number
}

/** Every comment of a file: what looks like one and does not stand inside a string, template or regular expression. */
export function findComments(tree: ts.SourceFile): readonly Comment[] {
  const searched = blank(tree.text, literalsIn(tree))
  return [...searched.matchAll(/\/\/.*|\/\*[\s\S]*?\*\//g)].map(({ 0: text, index: start }) => ({
    start,
    end: start + text.length,
    text,
    line: tree.getLineAndCharacterOfPosition(start).line + 1,
  }))
}

/** Lines (from 1) with something other than comments and blanks on them. */
export function codeLines(tree: ts.SourceFile, comments: readonly Comment[]): ReadonlySet<number> {
  const lines = blank(tree.text, comments).split('\n')
  return new Set(lines.flatMap((line, index) => (line.trim() === '' ? [] : [index + 1])))
}

/** The text with the given ranges, which are in order, overwritten by blanks. Line breaks stay. */
function blank(text: string, ranges: readonly Range[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { start, end } of ranges) {
    pieces.push(text.slice(from, start), text.slice(start, end).replace(/[^\r\n]/g, ' '))
    from = end
  }
  return pieces.join('') + text.slice(from)
}

function literalsIn(tree: ts.SourceFile): readonly Range[] {
  const found: Range[] = []
  const visit = (node: ts.Node): void => {
    if (isLiteralText(node)) found.push({ start: node.getStart(tree), end: node.end })
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function isLiteralText(node: ts.Node): boolean {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isRegularExpressionLiteral(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isTemplateHead(node)
  )
}
