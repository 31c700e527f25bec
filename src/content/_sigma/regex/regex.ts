/**
 * Regular expressions of people whom nobody knows, over bytes of people whom nobody knows: run on an automaton whose time grows with the
 * text alone, so that no pattern can hang. Tells whether there is a match, nothing else.
 */
import { contains } from './char-set.ts'
import { type CharSet, NEWLINE, WORD } from './char-sets.data.ts'
import { type Edge, type Expression, type RegexFlags, RegexProblem } from './expression.ts'
import { parseRegex } from './parse-regex.ts'
import { type Instruction, toProgram } from './program.ts'
import { createUnitClasses } from './unit-classes.ts'

/** A compiled expression. */
export interface Regex {
  /** Whether any part of the text matches. */
  test(text: string): boolean
}

/** `compileRegex('sess\\w*\\s+\\d+', { i: true })`; a clause that says why not (`back-references are not supported`). Never throws. */
export function compileRegex(text: string, flags: RegexFlags = {}): Regex | { readonly problem: string } {
  try {
    return createRegex(parseRegex(text, flags))
  } catch (error) {
    if (error instanceof RegexProblem) return { problem: error.message }
    throw error
  }
}

/** What stands beside a place: the end of the text, a newline, a letter of a word, something else. */
type Beside = 0 | 1 | 2 | 3
const NOTHING: Beside = 0
const LINE_END: Beside = 1
const WORD_UNIT: Beside = 2
const OTHER: Beside = 3

/** One state of the deterministic automaton: where the program may stand, and what was read last. */
interface State {
  readonly places: readonly number[]
  readonly before: Beside
  /** By class of the next unit; undefined until it is asked for. */
  readonly ways: (State | 'match' | undefined)[]
  atEnd: boolean | undefined
}

/** States are made when a text leads to them; when there are this many, they are forgotten and made again. */
const MAX_STATES = 1000

/** The matcher of a tree. Throws {@link RegexProblem} for one whose counted repetitions are too large. */
export function createRegex(expression: Expression): Regex {
  const program = toProgram(expression)
  const classes = createUnitClasses(setsOf(program))
  let states = new Map<string, State>()
  const start = toState([0], NOTHING)

  function toState(places: readonly number[], before: Beside): State {
    const key = `${before}:${places.join()}`
    const known = states.get(key)
    if (known !== undefined) return known
    if (states.size >= MAX_STATES) states = new Map()
    const state: State = { places, before, ways: [], atEnd: undefined }
    states.set(key, state)
    return state
  }

  function advance(state: State, unitClass: number): State | 'match' {
    const unit = classes.sample(unitClass)
    const here = besideOf(unit)
    const open = reach({ program, places: state.places, before: state.before, after: here })
    const next = new Set<number>([0])
    for (const place of open) {
      const instruction = program[place]
      if (instruction?.kind === 'match') return 'match'
      if (instruction?.kind === 'set' && contains(instruction.set, unit)) next.add(instruction.next)
    }
    return toState(
      [...next].sort((a, b) => a - b),
      here,
    )
  }

  function endsHere(state: State): boolean {
    const open = reach({ program, places: state.places, before: state.before, after: NOTHING })
    return [...open].some((place) => program[place]?.kind === 'match')
  }

  return {
    test(text) {
      let state = start
      for (let at = 0; at < text.length; at++) {
        const unitClass = classes.classOf(text.charCodeAt(at))
        state.ways[unitClass] ??= advance(state, unitClass)
        const way = state.ways[unitClass]
        if (way === 'match' || way === undefined) return true
        state = way
      }
      state.atEnd ??= endsHere(state)
      return state.atEnd
    },
  }
}

function setsOf(program: readonly Instruction[]): readonly CharSet[] {
  return [WORD, NEWLINE, ...program.flatMap((instruction) => (instruction.kind === 'set' ? [instruction.set] : []))]
}

function besideOf(unit: number): Beside {
  if (unit === 10) return LINE_END
  return contains(WORD, unit) ? WORD_UNIT : OTHER
}

interface Standing {
  readonly program: readonly Instruction[]
  readonly places: readonly number[]
  readonly before: Beside
  readonly after: Beside
}

/** Every place that can be come to without reading on. */
function reach({ program, places, before, after }: Standing): ReadonlySet<number> {
  const seen = new Set(places)
  const open = [...places]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const next of waysOn(program[place], before, after)) {
      if (seen.has(next)) continue
      seen.add(next)
      open.push(next)
    }
  }
  return seen
}

function waysOn(instruction: Instruction | undefined, before: Beside, after: Beside): readonly number[] {
  if (instruction?.kind === 'split') return [instruction.next, instruction.or]
  return instruction?.kind === 'edge' && holds(instruction.edge, before, after) ? [instruction.next] : []
}

function holds(edge: Edge, before: Beside, after: Beside): boolean {
  if (edge === 'text-start') return before === NOTHING
  if (edge === 'text-end') return after === NOTHING
  if (edge === 'line-start') return before <= LINE_END
  if (edge === 'line-end') return after <= LINE_END
  return (edge === 'word') === ((before === WORD_UNIT) !== (after === WORD_UNIT))
}
