/** Validation tests as people read them: each expected field with a mark, and how to cause it all for real. */
import type { Check, SelftestResult, VariantResult } from '../../app/selftest/run-selftest.ts'
import type { Terminal } from '../terminal.ts'
import { plural } from './quantities.ts'
import { wrap } from './wrap.ts'

interface SelftestTextOptions {
  readonly terminal: Terminal
  readonly showCommands: boolean
}

/** The whole text of `tapwarden selftest`. */
export function renderSelftest(results: readonly SelftestResult[], options: SelftestTextOptions): string {
  const checks = results.flatMap(({ variants }) => variants.flatMap((variant) => variant.checks))
  const failed = checks.filter(({ passed }) => !passed).length
  const summary = `${plural(results.length, 'test')}, ${plural(checks.length, 'check')}: ${failed === 0 ? 'all passed' : `${failed} failed`}`
  return [...results.map((result) => renderTest(result, options)), summary].join('\n\n')
}

function renderTest(result: SelftestResult, { terminal, showCommands }: SelftestTextOptions): string {
  const { number, title, passed, variants, definition } = result
  const head = terminal.colors.bold(`${mark(passed)} Test ${number}  ${title}`)
  const told = wrap(definition.behaviour, terminal.widthColumns - 2).map((line) => `  ${line}`)
  const shown = showCommands ? howTo(result) : []
  return [head, ...told, ...variants.flatMap((variant) => renderVariant(variant, terminal)), ...shown].join('\n')
}

function renderVariant(
  { variant, sentence, checks }: VariantResult,
  { widthColumns, colors }: Terminal,
): readonly string[] {
  const said = sentence === null ? [] : wrap(sentence, widthColumns - 4).map((line) => colors.dim(`    ${line}`))
  return ['', `  ${variant}`, ...said, ...checks.map(renderCheck)]
}

function renderCheck({ name, expected, found, passed }: Check): string {
  return `    ${mark(passed)} ${name}: ${found}${passed ? '' : ` (expected ${expected})`}`
}

function howTo({ definition }: SelftestResult): readonly string[] {
  const list = (name: string, lines: readonly string[]): readonly string[] => [
    '',
    `  ${name}`,
    ...lines.map((line) => `    ${line}`),
  ]
  return [
    ...list('Expected telemetry', definition.telemetry),
    ...list('Commands (one script)', definition.commands),
    ...list('Clean up (one script)', definition.cleanup),
  ]
}

function mark(passed: boolean): string {
  return passed ? '✓' : '✗'
}
