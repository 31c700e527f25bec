/** What lint says of rules, for people: problems with their places, then what each log shows and how much of it the rule sees. */
import type { LintReport } from '../../../app/answers/content/lint-rules.ts'
import type { Terminal } from '../../terminal.ts'
import { plural } from '../quantities.ts'
import { wrap } from '../wrap.ts'

interface LintTextOptions {
  readonly terminal: Terminal
  /** Lists every record that is missed. */
  readonly verbose: boolean
}

const GRADE_MARKS = { error: '✗', warning: '▲', note: '·' } as const

/** The whole text of `rules lint`. */
export function renderLint(reports: readonly LintReport[], options: LintTextOptions): string {
  return [...reports.map((report) => renderReport(report, options)), closing(reports)].join('\n\n')
}

function renderReport(report: LintReport, options: LintTextOptions): string {
  const { path, title, language, problems } = report
  const { colors } = options.terminal
  const head = `${colors.bold(path)}  ${language}${title === path ? '' : `  ${title}`}`
  return [head, ...problems.flatMap((problem) => problemLines(problem, options)), ...logLines(report, options)].join(
    '\n',
  )
}

function problemLines(
  { code, grade, line, column, message, help }: LintReport['problems'][number],
  { terminal }: LintTextOptions,
): readonly string[] {
  const place = line === undefined ? '' : `${line}:${column ?? 1}  `
  const width = terminal.widthColumns - 6
  return [
    `  ${GRADE_MARKS[grade]} ${place}${code}`,
    ...wrap(message, width).map((part) => `      ${part}`),
    ...wrap(`→ ${help}`, width).map((part) => `      ${terminal.colors.dim(part)}`),
  ]
}

function logLines({ ran, logs }: LintReport, { verbose }: LintTextOptions): readonly string[] {
  if (!ran) return ['  It could not be run, so what it sees is not known.']
  const wide = Math.max(...logs.map(({ title }) => title.length), 0)
  return [
    '  Records that show mirroring, and how many it sees:',
    ...logs.flatMap(({ title, read, seen, wanted, missed }) => [
      `    ${title.padEnd(wide)}  ${String(seen).padStart(3)} of ${wanted}${read ? '' : '  (not read)'}`,
      ...(verbose && read ? missed.map(({ name, because }) => `        missed: ${name}: ${because}`) : []),
    ]),
  ]
}

function closing(reports: readonly LintReport[]): string {
  const all = reports.flatMap(({ problems }) => problems)
  const errors = all.filter(({ grade }) => grade === 'error').length
  const warnings = all.filter(({ grade }) => grade === 'warning').length
  return `${plural(reports.length, 'rule')}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}. Rules that see them: tapwarden rules build sigma --out FOLDER`
}
