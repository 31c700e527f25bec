/** A place in the text of a regular expression. */

/** Reads one character, or what a sticky expression matches, and moves on. */
export class Cursor {
  readonly #text: string
  at = 0

  constructor(text: string) {
    this.#text = text
  }

  get done(): boolean {
    return this.at >= this.#text.length
  }

  /** The character here; empty at the end. */
  get next(): string {
    return this.#text.charAt(this.at)
  }

  rest(length: number): string {
    return this.#text.slice(this.at, this.at + length)
  }

  shift(): string {
    const character = this.next
    this.at += 1
    return character
  }

  take(character: string): boolean {
    if (this.next !== character) return false
    this.at += 1
    return true
  }

  /** `expression` is sticky (`y`). */
  takeMatch(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.at
    const found = expression.exec(this.#text)
    if (found === null) return undefined
    this.at += found[0].length
    return found
  }
}
