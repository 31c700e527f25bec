/** What is wrong with an inventory file, and how all of it is told at once. */
import { TapwardenError } from '../../kit/errors.ts'

/** How many problems one error lists; the rest are counted. Nobody mends more than a screenful at a time. */
const MAX_LISTED = 20

/** The codes of this area; scripts rely on them. */
export type ProblemCode =
  | 'TW_INVENTORY_LAWFUL'
  | 'TW_INVENTORY_SYNTAX'
  | 'TW_INVENTORY_SCHEMA'
  | 'TW_INVENTORY_DUPLICATE'
  | 'TW_INVENTORY_REFERENCE'

/** Where something stands in a file; line and column count from 1, and `width` is how many characters it takes there. */
export interface Mark {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly width: number
  /** The text of the line. */
  readonly lineText: string
}

/** One thing to mend. `message` is a sentence with the value; `help` says what to do about it. */
export interface InventoryProblem {
  readonly code: ProblemCode
  readonly mark: Mark
  readonly message: string
  readonly help: string
}

/**
 * All problems as one error: the first names it, each starts `path:line:column: ` and shows its line. What must not be mixed in
 * is told alone, because the lines around it are not for everybody who reads this error.
 */
export function toInventoryError(problems: readonly InventoryProblem[]): TapwardenError {
  const lawful = problems.filter(({ code }) => code === 'TW_INVENTORY_LAWFUL')
  const told = [...(lawful.length > 0 ? lawful : problems)].sort(comparePlaces)
  const listed = told.slice(0, MAX_LISTED)
  const lines = listed.map((problem) => `${place(problem.mark)}: ${problem.message}${excerpt(problem)}`)
  if (told.length > listed.length) lines.push(`and ${told.length - listed.length} more`)
  const help = [...new Set(listed.map((problem) => problem.help))]
  return new TapwardenError(told[0]?.code ?? 'TW_INVENTORY_SCHEMA', lines.join('\n'), help.join('\n'))
}

/** From top to bottom, file by file. */
function comparePlaces({ mark: a }: InventoryProblem, { mark: b }: InventoryProblem): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.line - b.line || a.column - b.column
}

function place({ path, line, column }: Mark): string {
  return `${path}:${line}:${column}`
}

/** The widest excerpt, in characters: a line of a terminal. */
const EXCERPT_WIDTH = 100

function excerpt({ code, mark }: InventoryProblem): string {
  if (code === 'TW_INVENTORY_LAWFUL') return ''
  const start = Math.max(0, mark.column - 1 - EXCERPT_WIDTH / 2)
  const text = mark.lineText
    .slice(start, start + EXCERPT_WIDTH)
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .trimEnd()
  const before = mark.column - 1 - start
  const carets = '^'.repeat(Math.max(1, Math.min(mark.width, text.length - before)))
  const gutter = String(mark.line)
  return `\n  ${gutter} | ${text}\n  ${' '.repeat(gutter.length)} | ${' '.repeat(before)}${carets}`
}
