/** `selection and not 1 of filter_*` → tree. Patterns are resolved to the names that the detection has. */
import type { SigmaCondition } from '../model/detection.ts'

/** Why a condition cannot be read, as code and sentence. */
export interface ConditionProblem {
  readonly code: string
  readonly message: string
}

/** Conditions that people write have a few dozen words. */
const MAX_LENGTH = 16_384
const MAX_DEPTH = 100

/**
 * Reads one condition against the names of its detection. Never throws.
 *
 * @source Sigma rules specification 2.1.0, "Condition": or binds least, then and, not, "x of", parentheses
 */
export function readCondition(text: string, names: readonly string[]): SigmaCondition | ConditionProblem {
  if (text.length > MAX_LENGTH) return { code: 'condition-syntax', message: 'The condition is longer than 16 KiB.' }
  if (text.includes('|'))
    return { code: 'not-supported', message: 'Aggregations such as "| count()" are deprecated: write a correlation.' }
  const words = text.match(/[()]|[^\s()]+/g) ?? []
  try {
    const reader = new ConditionReader(words, names)
    return reader.read()
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, message: error.message }
    throw error
  }
}

class Refusal extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

class ConditionReader {
  readonly #words: readonly string[]
  readonly #names: readonly string[]
  #at = 0
  #depth = 0

  constructor(words: readonly string[], names: readonly string[]) {
    this.#words = words
    this.#names = names
  }

  read(): SigmaCondition {
    const condition = this.#either()
    const rest = this.#words[this.#at]
    if (rest !== undefined)
      throw new Refusal('condition-syntax', `The condition goes on with "${rest}" behind its end.`)
    return condition
  }

  #take(word: string): boolean {
    if (this.#words[this.#at]?.toLowerCase() !== word) return false
    this.#at += 1
    return true
  }

  #either(): SigmaCondition {
    const parts = [this.#both()]
    while (this.#take('or')) parts.push(this.#both())
    return join('or', parts)
  }

  #both(): SigmaCondition {
    const parts = [this.#negated()]
    while (this.#take('and')) parts.push(this.#negated())
    return join('and', parts)
  }

  #negated(): SigmaCondition {
    this.#depth += 1
    if (this.#depth > MAX_DEPTH) throw new Refusal('condition-syntax', 'The condition is nested too deeply.')
    const condition: SigmaCondition = this.#take('not') ? { kind: 'not', of: this.#negated() } : this.#atom()
    this.#depth -= 1
    return condition
  }

  #atom(): SigmaCondition {
    if (this.#take('(')) {
      const inner = this.#either()
      if (!this.#take(')')) throw new Refusal('condition-syntax', 'A parenthesis of the condition is not closed.')
      return inner
    }
    const word = this.#words[this.#at]
    if (word === undefined) throw new Refusal('condition-syntax', 'The condition ends where a name must follow.')
    this.#at += 1
    if (!this.#take('of')) return this.#named(word)
    const pattern = this.#words[this.#at]
    this.#at += 1
    return this.#several(word, pattern ?? '')
  }

  #named(name: string): SigmaCondition {
    if (!this.#names.includes(name))
      throw new Refusal(
        'condition-unknown-name',
        `The condition asks for "${name}", which the detection does not have.`,
      )
    return { kind: 'name', name }
  }

  /** @source Sigma rules specification 2.1.0, "Condition": `them` leaves out names that begin with an underscore */
  #several(count: string, pattern: string): SigmaCondition {
    const kind = COUNTS.get(count.toLowerCase())
    if (kind === undefined)
      throw new Refusal('not-supported', `"${count} of" is not supported: only "1 of", "any of" and "all of" are.`)
    const fits = pattern.toLowerCase() === 'them' ? (name: string) => !name.startsWith('_') : toNamePattern(pattern)
    const names = this.#names.filter(fits)
    if (names.length === 0)
      throw new Refusal('condition-unknown-name', `No name of the detection fits "${count} of ${pattern}".`)
    return join(
      kind,
      names.map((name) => ({ kind: 'name', name })),
    )
  }
}

const COUNTS: ReadonlyMap<string, 'or' | 'and'> = new Map([
  ['1', 'or'],
  ['any', 'or'],
  ['all', 'and'],
])

function join(kind: 'and' | 'or', parts: readonly SigmaCondition[]): SigmaCondition {
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { kind, of: parts }
}

/** Pieces between `*` are looked for from the left, which needs no going back. */
function toNamePattern(pattern: string): (name: string) => boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  return (name) => {
    if (last === undefined) return name === first
    if (!name.startsWith(first) || !name.endsWith(last)) return false
    let at = first.length
    for (const piece of rest) {
      const found = name.indexOf(piece, at)
      if (found < 0) return false
      at = found + piece.length
    }
    return at <= name.length - last.length
  }
}
