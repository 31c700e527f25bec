/** Looks at the start of an input without losing it: what was looked at is read again from memory, each file is opened once. */
import type { Input } from '../contract.ts'

/** How much of an input tells a carrier from a plain file. */
const HEAD_BYTES = 64 * 1024

/** An input with its first bytes at hand. */
export interface Peeked {
  /** At most 64 KiB; all of a shorter input. */
  readonly head: Uint8Array
  /** Reads everything from its start. Opened a second time, it opens the original again. */
  readonly input: Input
  /** To be called when the input will not be read any more. */
  close(): Promise<void>
}

/** Reads the head. What fails meanwhile fails again when the input is read. */
export async function peek(input: Input): Promise<Peeked> {
  return input.openSync === undefined ? await peekStream(input) : peekFile(input, input.openSync.bind(input))
}

type SyncReader = ReturnType<NonNullable<Input['openSync']>>

function peekFile(input: Input, open: () => SyncReader): Peeked {
  const head = new Uint8Array(Math.min(HEAD_BYTES, (input.sizeBytes ?? HEAD_BYTES) + 1))
  let filled = 0
  let reader: SyncReader | undefined
  try {
    reader = open()
    for (let bytes = -1; bytes !== 0 && filled < head.length; filled += bytes)
      bytes = reader.read(head.subarray(filled))
  } catch {
    reader?.close()
    return { head: head.subarray(0, filled), input, close: async () => undefined }
  }
  const held = head.subarray(0, filled)
  const take = (): SyncReader => {
    const taken = reader
    reader = undefined
    return taken === undefined ? open() : replay(held, taken)
  }
  return { head: held, input: { ...input, openSync: take }, close: async () => reader?.close() }
}

function replay(head: Uint8Array, rest: SyncReader): SyncReader {
  let at = 0
  const read = (into: Uint8Array): number => {
    if (at === head.length) return rest.read(into)
    const part = head.subarray(at, at + into.length)
    into.set(part)
    at += part.length
    return part.length
  }
  return { read, close: () => rest.close() }
}

async function peekStream(input: Input): Promise<Peeked> {
  let chunks: AsyncIterator<Uint8Array> | undefined = input.open()[Symbol.asyncIterator]()
  const held: Uint8Array[] = []
  let failed: { readonly cause: unknown } | undefined
  try {
    for (let bytes = 0; bytes < HEAD_BYTES; bytes += held.at(-1)?.length ?? 0) {
      const next = await chunks.next()
      if (next.done === true) break
      held.push(next.value.slice())
    }
  } catch (cause) {
    failed = { cause }
  }
  const start = Buffer.concat(held)
  const open = (): AsyncIterable<Uint8Array> => {
    const taken = chunks
    chunks = undefined
    return taken === undefined ? input.open() : resume(start, taken, failed)
  }
  return {
    head: start.subarray(0, HEAD_BYTES),
    input: { ...input, open },
    close: async () => {
      await chunks?.return?.()
    },
  }
}

async function* resume(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
  failed: { readonly cause: unknown } | undefined,
): AsyncIterable<Uint8Array> {
  if (head.length > 0) yield head
  if (failed !== undefined) throw failed.cause
  yield* { [Symbol.asyncIterator]: () => rest }
}
