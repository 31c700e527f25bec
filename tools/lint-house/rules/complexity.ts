/** How many ways lead through a function (McCabe): one, and one more for each place where it can branch. */
import ts from 'typescript'
import { type HouseFile, lineOf, nodesBelow } from '../house-file.ts'
import type { Remark } from '../problem.ts'
import { functionsIn, nameOf } from './sizes.ts'

const limit = 12

const branches: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.CaseClause,
  ts.SyntaxKind.CatchClause,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
])

const choosingOperators: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
])

/** A function has a cyclomatic complexity of at most 12; functions inside it are counted for themselves. */
export function complexity(file: HouseFile): readonly Remark[] {
  return functionsIn(file).flatMap((node) => {
    const ways = 1 + nodesBelow(node, ts.isFunctionLike).filter(branchesAt).length
    if (ways <= limit) return []
    return [
      {
        line: lineOf(file, node),
        rule: 'complexity',
        message: `${nameOf(node)} has ${ways} ways through it, at most ${limit}`,
      },
    ]
  })
}

function branchesAt(node: ts.Node): boolean {
  return branches.has(node.kind) || (ts.isBinaryExpression(node) && choosingOperators.has(node.operatorToken.kind))
}
