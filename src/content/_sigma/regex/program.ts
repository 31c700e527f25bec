/** Tree of a regular expression → instructions of a non-deterministic automaton (Thompson's construction). */
import type { CharSet } from './char-sets.data.ts'
import { type Edge, type Expression, RegexProblem } from './expression.ts'

/** One step; `next` and `or` are places in the program. */
export type Instruction =
  | { readonly kind: 'set'; readonly set: CharSet; next: number }
  | { readonly kind: 'edge'; readonly edge: Edge; next: number }
  | { readonly kind: 'split'; next: number; or: number }
  | { readonly kind: 'match' }

/** Counted repetition is written out, so that a short text can ask for a long program. */
const MAX_INSTRUCTIONS = 20_000

/** Instructions, of which the first is the start. Throws {@link RegexProblem} where they would be too many. */
export function toProgram(expression: Expression): readonly Instruction[] {
  const program: Instruction[] = []
  emit(program, expression)
  program.push({ kind: 'match' })
  return program
}

/** Appends what matches `expression` and goes on behind itself. */
function emit(program: Instruction[], expression: Expression): void {
  if (program.length > MAX_INSTRUCTIONS) throw new RegexProblem('its counted repetitions are too large')
  if (expression.kind === 'set') program.push({ kind: 'set', set: expression.set, next: program.length + 1 })
  else if (expression.kind === 'edge') program.push({ kind: 'edge', edge: expression.edge, next: program.length + 1 })
  else if (expression.kind === 'sequence') for (const part of expression.of) emit(program, part)
  else if (expression.kind === 'either') emitEither(program, expression.of)
  else emitRepeat(program, expression)
}

function emitEither(program: Instruction[], branches: readonly Expression[]): void {
  const leaps: { next: number }[] = []
  const last = branches.length - 1
  for (const [index, branch] of branches.entries()) {
    const split = index < last ? emitSplit(program) : undefined
    emit(program, branch)
    if (split === undefined) continue
    leaps.push(emitSplit(program))
    split.or = program.length
  }
  for (const leap of leaps) leap.next = program.length
}

function emitRepeat(program: Instruction[], { of, min, max }: Extract<Expression, { kind: 'repeat' }>): void {
  for (let count = 0; count < min; count++) emit(program, of)
  if (max === Number.POSITIVE_INFINITY) return emitLoop(program, of)
  const exits: { or: number }[] = []
  for (let count = min; count < max; count++) {
    exits.push(emitSplit(program))
    emit(program, of)
  }
  for (const exit of exits) exit.or = program.length
}

function emitLoop(program: Instruction[], of: Expression): void {
  const start = program.length
  const split = emitSplit(program)
  emit(program, of)
  const back = emitSplit(program)
  back.next = start
  back.or = start
  split.or = program.length
}

/** A fork whose both ways lead on, until somebody sets them. */
function emitSplit(program: Instruction[]): Extract<Instruction, { kind: 'split' }> {
  const here: Extract<Instruction, { kind: 'split' }> = {
    kind: 'split',
    next: program.length + 1,
    or: program.length + 1,
  }
  program.push(here)
  return here
}
