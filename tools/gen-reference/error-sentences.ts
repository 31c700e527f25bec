/** Finds every coded error in source text, with the sentence it is told in: values stand as `{name}`. */
import ts from 'typescript'

/** One code with one of its sentences and what to do. */
export interface CodedError {
  readonly code: string
  readonly sentence: string
  readonly help: string
}

const CODE = /^TW_[A-Z]+(?:_[A-Z]+)+$/
const CODE_AND_SENTENCE = /^(TW_[A-Z]+(?:_[A-Z]+)+): (.+)$/s

/** The coded errors of one file, in the order written. */
export function findErrors(path: string, text: string): readonly CodedError[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: CodedError[] = []
  const visit = (node: ts.Node): void => {
    found.push(...errorsAt(node))
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function errorsAt(node: ts.Node): readonly CodedError[] {
  if (ts.isNewExpression(node) || isSetupFailure(node)) return fromArguments(node)
  if (ts.isObjectLiteralExpression(node)) return fromMembers(node)
  if (!isText(node) || isText(node.parent)) return []
  const [, code, sentence] = CODE_AND_SENTENCE.exec(render(node)) ?? []
  return code === undefined || sentence === undefined ? [] : [{ code, sentence, help: '' }]
}

/** `fail('INSTALL_FAILED', message, help)`: how the set-up of a clone says its own. */
function isSetupFailure(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.getText() === 'fail' && node.arguments.length === 3
}

function fromArguments(node: ts.NewExpression | ts.CallExpression): readonly CodedError[] {
  const [code, message, help] = node.arguments ?? []
  if (code === undefined || !ts.isStringLiteral(code) || message === undefined) return []
  const name = ts.isCallExpression(node) ? `TW_SETUP_${code.text}` : code.text
  return CODE.test(name)
    ? [{ code: name, sentence: render(message), help: help === undefined ? '' : render(help) }]
    : []
}

/** `{ code: …, message: …, help: … }`; where the code depends on a condition, so may the sentence. */
function fromMembers(object: ts.ObjectLiteralExpression): readonly CodedError[] {
  const member = (name: string): ts.Expression | undefined =>
    object.properties
      .flatMap((one) => (one.name?.getText() === name ? [one] : []))
      .flatMap((one) =>
        ts.isPropertyAssignment(one) ? [one.initializer] : ts.isShorthandPropertyAssignment(one) ? [one.name] : [],
      )[0]
  const [code, message, help] = [member('code'), member('message'), member('help')]
  if (code === undefined || message === undefined) return []
  return alternatives(code).flatMap(({ value, branch }) =>
    ts.isStringLiteral(value) && CODE.test(value.text)
      ? [{ code: value.text, sentence: render(message, branch), help: help === undefined ? '' : render(help, branch) }]
      : [],
  )
}

/** The side of a condition that was taken. */
interface Branch {
  readonly condition: string
  readonly isTrue: boolean
}

interface Alternative {
  readonly value: ts.Expression
  readonly branch?: Branch | undefined
}

function alternatives(expression: ts.Expression): readonly Alternative[] {
  if (!ts.isConditionalExpression(expression)) return [{ value: expression }]
  const condition = expression.condition.getText()
  return [
    { value: expression.whenTrue, branch: { condition, isTrue: true } },
    { value: expression.whenFalse, branch: { condition, isTrue: false } },
  ]
}

function isText(node: ts.Node): node is ts.Expression {
  return (
    ts.isStringLiteral(node) ||
    ts.isNoSubstitutionTemplateLiteral(node) ||
    ts.isTemplateExpression(node) ||
    (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
  )
}

/** The text of an expression; alternatives are written `one / other`, anything computed as `{name}`. */
function render(expression: ts.Expression, branch?: Branch): string {
  if (ts.isStringLiteral(expression) || ts.isNoSubstitutionTemplateLiteral(expression)) return expression.text
  if (ts.isTemplateExpression(expression)) {
    const spans = expression.templateSpans.map((span) => placeholder(span.expression) + span.literal.text)
    return (expression.head.text + spans.join('')).replace(/\}(?=[A-Z])/g, '} ')
  }
  if (ts.isBinaryExpression(expression) && isText(expression)) {
    const [left, right] = [expression.left, expression.right].map((side) =>
      isText(side) ? render(side, branch) : placeholder(side),
    )
    return `${left}${right}`
  }
  if (ts.isConditionalExpression(expression)) return renderChoice(expression, branch)
  const meant = ts.isIdentifier(expression) ? initialiserOf(expression) : undefined
  return meant === undefined ? placeholder(expression) : render(meant, branch)
}

function renderChoice(expression: ts.ConditionalExpression, branch: Branch | undefined): string {
  const isKnown = branch?.condition === expression.condition.getText()
  const sides = alternatives(expression).filter((side) => !isKnown || side.branch?.isTrue === branch.isTrue)
  return sides.map(({ value }) => render(value, branch)).join(' / ')
}

/** `${path}` → `{path}`, `${lines.join('\n')}` → `{lines}`, `${plural(count, 'input')}` → `{count}`. */
function placeholder(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return `{${expression.text}}`
  if (ts.isPropertyAccessExpression(expression)) return `{${expression.name.text}}`
  if (ts.isCallExpression(expression)) {
    const { expression: called, arguments: [first] = [] } = expression
    if (ts.isPropertyAccessExpression(called)) return placeholder(called.expression)
    return first === undefined ? placeholder(called) : placeholder(first)
  }
  return '{…}'
}

/** What a local constant was set to: the nearest one of that name in the functions around. */
function initialiserOf(name: ts.Identifier): ts.Expression | undefined {
  for (let scope: ts.Node = name.parent; !ts.isSourceFile(scope); scope = scope.parent) {
    if (!ts.isBlock(scope)) continue
    const declared = scope.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => declarationList.declarations)
      .find((declaration) => declaration.name.getText() === name.text)
    if (declared !== undefined) return declared.initializer
  }
  return undefined
}
