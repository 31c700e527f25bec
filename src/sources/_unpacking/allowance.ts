/** How much one input of the command line may turn into when it is unpacked: archives can be made to grow a millionfold. */
import { type Input, InputError } from '../contract.ts'

const MIB = 1024 * 1024

/** Beyond a free amount, all members together may be this many times as large as the input. Logs shrink to a tenth, seldom to a hundredth. */
const TOTAL = { freeBytes: 1024 * MIB, ratio: 400 }

/** One member has a smaller share, so that one bomb does not keep the others from being read. */
const MEMBER = { freeBytes: 256 * MIB, ratio: 100 }

/** More members than any archive of configurations has. */
const MAX_MEMBERS = 100_000

/** What is left for one input of the command line and all that is found in it, at any depth. */
export class Allowance {
  readonly #path: string
  readonly #sizeBytes: number | undefined
  /** Stands for the size of a stream, which is known at its end only. */
  #arrivedBytes = 0
  #spentBytes = 0
  #members = 0

  constructor({ path, sizeBytes }: Input) {
    this.#path = path
    this.#sizeBytes = sizeBytes
  }

  /** Whether anything more may be unpacked. */
  get isSpent(): boolean {
    return this.#members > MAX_MEMBERS || this.#spentBytes > this.#limit(TOTAL)
  }

  /** Counts a member; throws {@link InputError} `TW_INPUT_TOO_LARGE` when there are too many. */
  takeMember(): void {
    this.#members += 1
    if (this.#members > MAX_MEMBERS) throw tooLarge(this.#path, `holds more than ${MAX_MEMBERS} members`)
  }

  /** The outermost input itself, whose bytes say how large it is when nothing else does. */
  arriving(input: Input): Input {
    return withBytes(input, (bytes) => {
      this.#arrivedBytes += bytes
    })
  }

  /**
   * The same input, whose reading throws {@link InputError} `TW_INPUT_TOO_LARGE` where it goes beyond the allowance: its own share as a
   * member, or all there is as the outermost carrier.
   */
  limiting(input: Input, as: 'member' | 'carrier'): Input {
    return withBytes(input, (bytes, total) => {
      this.#spentBytes += bytes
      const limit = this.#limit(MEMBER)
      if (as === 'member' && total > limit) throw tooLarge(input.path, `grows beyond ${limit} bytes when unpacked`)
      if (this.isSpent)
        throw tooLarge(input.path, `${this.#path} grows beyond ${this.#limit(TOTAL)} bytes when unpacked`)
    })
  }

  #limit({ freeBytes, ratio }: typeof TOTAL): number {
    return freeBytes + ratio * (this.#sizeBytes ?? this.#arrivedBytes)
  }
}

function tooLarge(path: string, what: string): InputError {
  const message = `${path}: ${what}; the rest of it was not read`
  return new InputError({ path, code: 'TW_INPUT_TOO_LARGE', message })
}

/** Calls back before bytes are handed on, with their number and the number since the input was opened. */
function withBytes(input: Input, tell: (bytes: number, total: number) => void): Input {
  const { openSync, ...rest } = input
  async function* open(): AsyncIterable<Uint8Array> {
    let total = 0
    for await (const chunk of input.open()) {
      total += chunk.length
      tell(chunk.length, total)
      yield chunk
    }
  }
  if (openSync === undefined) return { ...rest, open }
  return {
    ...rest,
    open,
    openSync: () => {
      const reader = openSync.call(input)
      let total = 0
      const read = (into: Uint8Array): number => {
        const bytes = reader.read(into)
        total += bytes
        tell(bytes, total)
        return bytes
      }
      return { read, close: () => reader.close() }
    },
  }
}
