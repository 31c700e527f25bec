/** Lines of a name and what is said of it, as all pages of `tapwarden attack` have them. */
import type { Terminal } from '../../terminal.ts'
import { wrap } from '../wrap.ts'

/** What a line needs to know of the terminal. */
export type Width = Pick<Terminal, 'widthColumns'>

const INDENT = 14

/** `  Version       1.0`, wrapped under itself; line breaks of the text stay. */
export function namedLines(name: string, text: string, { widthColumns }: Width): readonly string[] {
  const width = Math.max(widthColumns - INDENT - 2, 40)
  return text
    .split('\n')
    .flatMap((paragraph) => wrap(paragraph, width))
    .map((line, index) => `  ${(index === 0 ? name : '').padEnd(INDENT)}${line}`)
}

/** A paragraph of its own. */
export function paragraph(text: string, { widthColumns }: Width): readonly string[] {
  return wrap(text, widthColumns - 2).map((line) => `  ${line}`)
}
