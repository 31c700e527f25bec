/**
 * The stage between sources and reading: opens carriers that are found inside other inputs (archives, exports, repositories), until
 * plain inputs are left.
 */
import { type Asking, type Input, InputError, type InputFailure, type Unpacker } from '../contract.ts'
import { Allowance } from './allowance.ts'
import { inflating } from './member.ts'
import { type Peeked, peek } from './peek.ts'
import { toUtf8, utf16Of } from './utf16.ts'

/** A carrier within a carrier within a carrier: more is no way to keep evidence. */
const MAX_DEPTH = 4

/** What unpacking works with. */
export interface UnpackOptions extends Asking {
  readonly unpackers: readonly Unpacker[]
  /** Whether what starts like this is evidence as it stands, although it looks like a carrier: a table of flows is no export of records. */
  readonly isEvidence?: (head: Uint8Array) => boolean
  readonly report: (failure: InputFailure) => void
}

/**
 * Gives plain inputs as they are and carriers as what they hold, in the same order, to a depth of four. Text in UTF-16 becomes UTF-8.
 * What is given is valid until the next one is asked for, and carriers are only read as far as they are asked for.
 */
export async function* unpackInputs(inputs: AsyncIterable<Input>, options: UnpackOptions): AsyncIterable<Input> {
  for await (const input of inputs) yield* unpackOne(input, options)
}

async function* unpackOne(input: Input, options: UnpackOptions): AsyncIterable<Input> {
  const allowance = new Allowance(input)
  yield* new Unpacking(options, allowance).unpack(allowance.arriving(input), 0)
}

class Unpacking {
  readonly #options: UnpackOptions
  readonly #allowance: Allowance

  constructor(options: UnpackOptions, allowance: Allowance) {
    this.#options = options
    this.#allowance = allowance
  }

  async *unpack(input: Input, depth: number): AsyncIterable<Input> {
    // Whoever named its content for ever knows that it is no carrier; it may not have to be opened at all.
    if (input.fingerprint !== undefined) return yield input
    const peeked = await this.#open(input, depth)
    try {
      const { head, input: carrier } = peeked
      const { path, folder } = carrier
      const unpacker = this.#options.unpackers.find((candidate) => candidate.recognise(head, path, folder))
      if (unpacker === undefined || this.#options.isEvidence?.(head) === true) yield carrier
      else if (depth === MAX_DEPTH) this.#options.report(tooDeep(path))
      else yield* this.#members(unpacker, carrier, depth)
    } finally {
      await peeked.close()
    }
  }

  async *#members(unpacker: Unpacker, carrier: Input, depth: number): AsyncIterable<Input> {
    const { report, isConfiguration } = this.#options
    const limited = depth === 0 ? this.#allowance.limiting(carrier, 'carrier') : carrier
    try {
      for await (const member of unpacker.unpack(limited, report, { isConfiguration })) {
        if (carrier.folder === undefined) yield* this.#member(member, depth)
        // What lies on disk as it is was not packed into anything.
        else yield* unpackOne(member, this.#options)
        if (this.#allowance.isSpent) return
      }
    } catch (cause) {
      if (!(cause instanceof InputError)) throw cause
      report(cause)
    }
  }

  async *#member(member: Input, depth: number): AsyncIterable<Input> {
    if (member.fingerprint !== undefined) return yield member
    this.#allowance.takeMember()
    yield* this.unpack(this.#allowance.limiting(member, 'member'), depth + 1)
  }

  /** Opens an input behind its compression and encoding. */
  async #open(input: Input, depth: number): Promise<Peeked> {
    const raw = await peek(input)
    const inflated = inflating(raw.input, raw.head)
    const plain = inflated === raw.input ? raw : await peekInside(raw, this.#bounded(inflated, depth))
    const encoding = utf16Of(plain.head)
    return encoding === undefined ? plain : peekInside(plain, toUtf8(plain.input, encoding))
  }

  /** A compressed file that nothing was packed into is read as far as it goes, as a stream. */
  #bounded(inflated: Input, depth: number): Input {
    return depth === 0 ? inflated : this.#allowance.limiting(inflated, 'member')
  }
}

/** Looks at what stands behind an input that was looked at already; closing it closes both. */
async function peekInside(outer: Peeked, inner: Input): Promise<Peeked> {
  const peeked = await peek(inner)
  const close = async (): Promise<void> => {
    await peeked.close()
    await outer.close()
  }
  return { ...peeked, close }
}

function tooDeep(path: string): InputFailure {
  const message = `${path}: stands deeper than ${MAX_DEPTH} archives within each other and was not read`
  return { path, code: 'TW_INPUT_TOO_DEEP', message }
}
