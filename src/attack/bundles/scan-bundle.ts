/**
 * Where the objects of a STIX bundle stand in its bytes, so that each can be kept and hashed exactly as it was published.
 * Finds ends only; whether a slice is JSON is for its reader to say.
 */
import { badBundle, tooLarge } from '../errors.ts'

/** Bytes `from` up to, and without, `to`. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The objects in their order, and the bundle's other members by name. */
export interface ScannedBundle {
  readonly objects: readonly Span[]
  readonly members: ReadonlyMap<string, Span>
}

/** Objects of one file; ATT&CK 18.1 has 24 771. */
export const MAX_OBJECTS = 500_000
/** Nesting inside a bundle; published objects need 4. */
const MAX_DEPTH = 64

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN = 0x7b
const CLOSE = 0x7d

/**
 * Looks at each byte once. An object that is no bundle but has an `id` is a bundle of itself. Throws `TW_ATTACK_BUNDLE` where the text
 * cannot be JSON, and `TW_ATTACK_TOO_LARGE` over {@link MAX_OBJECTS}.
 */
export function scanBundle(bytes: Buffer, name: string): ScannedBundle {
  return new BundleScan(bytes, name).run()
}

class BundleScan {
  readonly #bytes: Buffer
  readonly #name: string
  #at = 0

  constructor(bytes: Buffer, name: string) {
    this.#bytes = bytes
    this.#name = name
  }

  run(): ScannedBundle {
    if (this.#bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) this.#at = 3
    this.#blanks()
    const from = this.#at
    const members = new Map<string, Span>()
    let objects: readonly Span[] | undefined
    this.#list(OPEN, CLOSE, () => {
      const key = this.#key()
      if (members.has(key)) throw this.#fault(`a second member ${key}`)
      const start = this.#at
      if (key === 'objects') objects = this.#objects()
      else this.#value()
      members.set(key, { from: start, to: this.#at })
    })
    const to = this.#at
    this.#blanks()
    if (this.#at < this.#bytes.length) throw this.#fault('something stands behind the bundle')
    if (objects === undefined && !members.has('id')) throw this.#fault('neither a bundle nor an object of STIX')
    return { objects: objects ?? [{ from, to }], members }
  }

  #objects(): readonly Span[] {
    const spans: Span[] = []
    this.#list(OPEN_LIST, CLOSE_LIST, () => {
      if (spans.length === MAX_OBJECTS) throw tooLarge(this.#name, `${MAX_OBJECTS} objects`)
      const from = this.#at
      if (this.#bytes[from] !== OPEN) throw this.#fault('an object was expected')
      this.#value()
      spans.push({ from, to: this.#at })
    })
    return spans
  }

  /** What stands between two brackets, separated by commas. */
  #list(open: number, close: number, element: () => void): void {
    if (this.#bytes[this.#at] !== open) throw this.#fault(`${String.fromCharCode(open)} was expected`)
    this.#at += 1
    this.#blanks()
    if (this.#bytes[this.#at] === close) {
      this.#at += 1
      return
    }
    for (;;) {
      element()
      this.#blanks()
      const byte = this.#bytes[this.#at]
      if (byte !== COMMA && byte !== close) throw this.#fault(`, or ${String.fromCharCode(close)} was expected`)
      this.#at += 1
      if (byte === close) return
      this.#blanks()
    }
  }

  #key(): string {
    const from = this.#at
    if (this.#bytes[from] !== QUOTE) throw this.#fault('the name of a member was expected')
    this.#string()
    const key = this.#bytes.toString('utf8', from + 1, this.#at - 1)
    this.#blanks()
    if (this.#bytes[this.#at] !== COLON) throw this.#fault(': was expected')
    this.#at += 1
    this.#blanks()
    return key
  }

  /** Passes over one value; of a scalar, everything up to what may end it. */
  #value(): void {
    const byte = this.#bytes[this.#at]
    if (byte === QUOTE) this.#string()
    else if (byte === OPEN || byte === OPEN_LIST) this.#nested()
    else {
      const from = this.#at
      while (this.#at < this.#bytes.length && !endsScalar(this.#bytes[this.#at] ?? 0)) this.#at += 1
      if (this.#at === from) throw this.#fault('a value was expected')
    }
  }

  #nested(): void {
    let depth = 0
    do {
      const byte = this.#bytes[this.#at]
      if (byte === undefined) throw this.#fault('the text ends inside a value')
      if (byte === QUOTE) {
        this.#string()
        continue
      }
      if (byte === OPEN || byte === OPEN_LIST) depth += 1
      else if (byte === CLOSE || byte === CLOSE_LIST) depth -= 1
      if (depth > MAX_DEPTH) throw this.#fault(`nested deeper than ${MAX_DEPTH}`)
      this.#at += 1
    } while (depth > 0)
  }

  #string(): void {
    for (this.#at += 1; this.#bytes[this.#at] !== QUOTE; this.#at += 1) {
      if (this.#bytes[this.#at] === BACKSLASH) this.#at += 1
      if (this.#at >= this.#bytes.length) throw this.#fault('the text ends inside a string')
    }
    this.#at += 1
  }

  #blanks(): void {
    while (isBlank(this.#bytes[this.#at])) this.#at += 1
  }

  #fault(problem: string): Error {
    return badBundle(this.#name, Math.min(this.#at, this.#bytes.length), problem)
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

function endsScalar(byte: number): boolean {
  return isBlank(byte) || byte === COMMA || byte === CLOSE || byte === CLOSE_LIST
}
