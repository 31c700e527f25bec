/**
 * Finds the lines that hold one of a few dozen words, without case, at memory speed: what a gigabyte of logs is thrown
 * away by. Counts the line feeds it passes, so that nobody has to go over the bytes again for line numbers.
 */
import { rarestPairs } from './pair-rarity.ts'

/** Looks for any of a fixed set of words. Not re-entrant: `newlines` belongs to the last call. */
export interface NeedleScanner {
  /**
   * Where a word starts in the first line of `bytes[from, to)` that holds one whole; -1 when none does. Lines end with
   * LF. Words match whatever the case of their ASCII letters. Never throws.
   */
  find(bytes: Uint8Array, from: number, to: number): number
  /** Line feeds between `from` and the position that `find` returned last (or `to` when it returned -1). */
  readonly newlines: number
}

/**
 * A scanner for words of 3 bytes or more; no words never match.
 * Throws RangeError for a shorter word or one that holds a line feed: that is a mistake in a dialect.
 */
export function createNeedleScanner(needles: readonly string[]): NeedleScanner {
  return new PairScanner([...new Set(needles.map((needle) => needle.toLowerCase()))])
}

const LINE_FEED = 10

/** Set in the pair table where a pair belongs to a word; the figure below it is the pair's line feeds, 0 to 2. */
const CANDIDATE = 64
const LINE_FEEDS = CANDIDATE - 1

/** Of three bytes in a row five bits each, which lose the case: a table that fits a processor's first cache. */
const MAX_TRIPLE = 0x7fff

/** A word as folded bytes, and how far from its start the pair stands. */
interface Anchor {
  readonly word: Uint8Array
  readonly offset: number
}

/**
 * Every word of 3 bytes or more has two neighbouring bytes of which the first stands at an even address, wherever the
 * word stands. So it is enough to look up every other pair, two at a turn, in a table of 65,536 entries; no step waits
 * for the one before, as it would in a skip table or an automaton.
 */
class PairScanner implements NeedleScanner {
  newlines = 0
  readonly #table = new Uint8Array(65_536)
  readonly #triples = new Uint8Array(MAX_TRIPLE + 1)
  readonly #anchors = new Map<number, Anchor[]>()
  /** The whole buffer behind the bytes last looked at, as bytes and as 32-bit words. */
  #bytes: Uint8Array = new Uint8Array(0)
  #words: Int32Array = new Int32Array(0)
  /** The range of the search: a word must stand wholly inside. */
  #from = 0
  #to = 0

  constructor(needles: readonly string[]) {
    for (let byte = 0; byte < 256; byte++) {
      this.#table[toPair(byte, LINE_FEED)] = 1
      this.#table[toPair(LINE_FEED, byte)] = 1
    }
    this.#table[toPair(LINE_FEED, LINE_FEED)] = 2
    for (const { word, offset } of rarestPairs(needles.map(toWord))) {
      this.#anchor({ word, offset })
      this.#anchor({ word, offset: offset + 1 })
      this.#triples[toTriple(word[offset] ?? 0, word[offset + 1] ?? 0, word[offset + 2] ?? 0)] = 1
    }
  }

  find(bytes: Uint8Array, from: number, to: number): number {
    if (bytes.buffer !== this.#bytes.buffer) this.#view(bytes.buffer)
    this.newlines = 0
    this.#from = bytes.byteOffset + from
    this.#to = bytes.byteOffset + to
    const found = this.#findInRange()
    return found === -1 ? -1 : found - bytes.byteOffset
  }

  #findInRange(): number {
    const lastWord = this.#to >>> 2
    let word = Math.min((this.#from + 3) >>> 2, lastWord)
    let found = this.#findByPair(this.#from, Math.max(word * 4, this.#from))
    while (found === -1 && word < lastWord) {
      word = this.#skip(word, lastWord)
      if (word < lastWord) found = this.#findByPair(word * 4, word * 4 + 4)
      word += 1
    }
    return found === -1 ? this.#findByPair(Math.max(lastWord * 4, this.#from), this.#to) : found
  }

  /** The first 32-bit word from `word` that may show a needle, else `end`; counts the line feeds before it. */
  #skip(word: number, end: number): number {
    const words = this.#words
    const table = this.#table
    let newlines = 0
    let at = word
    for (; at + 4 <= end; at += 4) {
      const one = words[at]!
      const two = words[at + 1]!
      const three = words[at + 2]!
      const four = words[at + 3]!
      const pairs =
        table[one & 0xffff]! +
        table[one >>> 16]! +
        table[two & 0xffff]! +
        table[two >>> 16]! +
        table[three & 0xffff]! +
        table[three >>> 16]! +
        table[four & 0xffff]! +
        table[four >>> 16]!
      if (pairs >= CANDIDATE && this.#mayHoldAmong(at, at + 4)) break
      newlines += pairs & LINE_FEEDS
    }
    this.newlines += newlines
    return this.#skipSingly(at, end)
  }

  #skipSingly(word: number, end: number): number {
    for (let at = word; at < end; at++) {
      const four = this.#words[at]!
      const pairs = this.#table[four & 0xffff]! + this.#table[four >>> 16]!
      if (pairs >= CANDIDATE && this.#mayHold(at)) return at
      this.newlines += pairs & LINE_FEEDS
    }
    return end
  }

  #mayHoldAmong(from: number, to: number): boolean {
    for (let word = from; word < to; word++) if (this.#mayHold(word)) return true
    return false
  }

  /** Whether one of the four triples that overlap a 32-bit word by two bytes or more is around a needle's pairs. */
  #mayHold(word: number): boolean {
    const next = this.#words[word + 1]
    if (!LOW_BYTE_FIRST || next === undefined) return true
    const four = this.#words[word] ?? 0
    const triples = this.#triples
    const first = (((this.#words[word - 1] ?? 0) >>> 14) & 0x7c00) | ((four & 31) << 5) | ((four >>> 8) & 31)
    const second = ((first << 5) | ((four >>> 16) & 31)) & MAX_TRIPLE
    const third = ((second << 5) | ((four >>> 24) & 31)) & MAX_TRIPLE
    const fourth = ((third << 5) | (next & 31)) & MAX_TRIPLE
    return ((triples[first] ?? 0) | (triples[second] ?? 0) | (triples[third] ?? 0) | (triples[fourth] ?? 0)) !== 0
  }

  /** Looks at each pair between two addresses; counts the line feeds before the word that is found, else all of them. */
  #findByPair(from: number, to: number): number {
    const bytes = this.#bytes
    for (let at = from; at < to; at++) {
      const byte = bytes[at] ?? 0
      if ((at & 1) === 0 && at + 1 < to) {
        const found = this.#wordAround(at, toPair(byte, bytes[at + 1] ?? 0))
        if (found !== -1) return found
      }
      if (byte === LINE_FEED) this.newlines += 1
    }
    return -1
  }

  #wordAround(at: number, pair: number): number {
    if ((this.#table[pair] ?? 0) < CANDIDATE) return -1
    for (const { word, offset } of this.#anchors.get(pair) ?? []) {
      const start = at - offset
      if (start >= this.#from && start + word.length <= this.#to && this.#holds(word, start)) return start
    }
    return -1
  }

  #holds(word: Uint8Array, start: number): boolean {
    for (let index = 0; index < word.length; index++) {
      if (fold(this.#bytes[start + index] ?? 0) !== word[index]) return false
    }
    return true
  }

  /** Enters a pair of a word in every spelling it can have. */
  #anchor(anchor: Anchor): void {
    for (const first of spellings(anchor.word[anchor.offset] ?? 0)) {
      for (const second of spellings(anchor.word[anchor.offset + 1] ?? 0)) {
        const pair = toPair(first, second)
        const anchors = this.#anchors.get(pair)
        if (anchors === undefined) this.#anchors.set(pair, [anchor])
        else anchors.push(anchor)
        this.#table[pair] = CANDIDATE
      }
    }
  }

  #view(buffer: ArrayBufferLike): void {
    this.#bytes = new Uint8Array(buffer)
    this.#words = new Int32Array(buffer, 0, buffer.byteLength >>> 2)
  }
}

/** Which end of a 32-bit word holds the byte at the lower address. */
const LOW_BYTE_FIRST = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

const pairBytes = new Uint8Array(2)
const pairValue = new Uint16Array(pairBytes.buffer)

/** Two neighbouring bytes as the machine reads them, whichever end it puts first. */
function toPair(first: number, second: number): number {
  pairBytes[0] = first
  pairBytes[1] = second
  return pairValue[0] ?? 0
}

function toTriple(first: number, second: number, third: number): number {
  return ((first & 31) << 10) | ((second & 31) << 5) | (third & 31)
}

function toWord(needle: string): Uint8Array {
  const word = Buffer.from(needle)
  if (word.length < 3 || word.includes(LINE_FEED)) {
    throw new RangeError(`needle ${JSON.stringify(needle)}: a needle has 3 bytes or more and no line feed`)
  }
  return word
}

/** Only A to Z: `| 0x20` would also make `@` and the grave accent one. */
function fold(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte
}

function spellings(byte: number): readonly number[] {
  return byte >= 0x61 && byte <= 0x7a ? [byte, byte - 0x20] : [byte]
}
