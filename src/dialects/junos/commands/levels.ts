/** The level of the hierarchy that each terminal edits. */

import { startsAtTop } from './operation.ts'
import type { EditCommand, TypedLine } from './typed-line.ts'

/** Where one account is: the levels it opened, innermost last, and whether its candidate is its own. */
export interface Terminal {
  stack: (readonly string[])[]
  mode: 'shared' | 'private' | 'exclusive'
}

/** Moves through the hierarchy. @source Junos CLI User Guide: `edit`, `up`, `top`, `exit` */
export function moveLevel(terminal: Terminal, { move, words }: Extract<TypedLine, { kind: 'level' }>): void {
  const level = terminal.stack.at(-1) ?? []
  if (move === 'edit') terminal.stack = [...terminal.stack, [...level, ...words]].slice(-64)
  else if (move === 'exit') terminal.stack.pop()
  else if (move === 'leave') terminal.stack = []
  else if (move === 'up') terminal.stack = [...terminal.stack, levelAbove(level, words)]
  else terminal.stack = words[0] === 'edit' ? [words.slice(1)] : []
}

/** Statements whose name stands behind them: `analyzer TAP` is one level. @source Junos CLI hierarchy, list statements */
const NAMED: ReadonlySet<string> = new Set(
  'analyzer instance filter term family unit policy rule rule-set profile mirror-filter host file user group neighbor route'.split(
    ' ',
  ),
)

function levelAbove(level: readonly string[], [count]: readonly string[]): readonly string[] {
  let above = level
  const steps = /^\d{1,2}$/.test(count ?? '') ? Number(count) : 1
  for (let step = 0; step < steps; step++) above = above.slice(0, NAMED.has(above.at(-2) ?? '') ? -2 : -1)
  return above
}

/** Paths of a command from the top; undefined where the level it was typed at was not seen. */
export function absolutePaths(terminal: Terminal, command: EditCommand): readonly (readonly string[])[] | undefined {
  const level = command.absolute ? [] : (terminal.stack.at(-1) ?? [])
  const paths = command.paths.map((path) => [...level, ...path]).filter((path) => path.length > 0)
  return paths.length > 0 && paths.every(startsAtTop) ? paths : undefined
}
