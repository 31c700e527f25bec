/** Text in UTF-16, as Windows tools export it, turned into UTF-8. */
import type { Input } from '../contract.ts'

/** The encoding that a byte order mark says; undefined for all other text. */
export function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined
}

/** The same text in UTF-8, without the mark. Half a character at the end, or half a pair, becomes U+FFFD. */
export function toUtf8(input: Input, encoding: 'utf-16le' | 'utf-16be'): Input {
  const { openSync: _, ...rest } = input
  return { ...rest, open: () => decode(input, encoding) }
}

async function* decode(input: Input, encoding: string): AsyncIterable<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of input.open()) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}
