/** Reads bytes held in memory, cut as a test wants, and keeps what comes out. */
import type { Dialect } from '../../../dialects/contract.ts'
import type { Fact } from '../../../facts/fact.ts'
import { type Input, InputError } from '../../../sources/contract.ts'
import { readInputs } from '../read-inputs.ts'
import type { InputSummary, ReadingSummary, ReadOptions } from '../reading-summary.ts'
import { fakeDialects } from './fake-dialects.ts'

/** What one input gave. */
export interface ReadBytes {
  readonly summary: ReadingSummary
  readonly input: InputSummary
  readonly facts: readonly Fact[]
}

/** How the bytes arrive, and reading options that differ from a plain run. */
export interface ReadBytesOptions extends Partial<Omit<ReadOptions, 'inputs' | 'onFacts'>> {
  readonly path?: string
  /** Sizes of the chunks, used in turn; one chunk unless given. */
  readonly chunkBytes?: readonly number[]
  /** The input fails after its bytes. */
  readonly failsWith?: string
}

/** Reads bytes or UTF-8 text as one input. */
export async function readBytes(content: string | Uint8Array, options: ReadBytesOptions = {}): Promise<ReadBytes> {
  const { path = 'input', chunkBytes, failsWith, ...rest } = options
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return readInput({ path, open: () => chunksOf(bytes, { path, chunkBytes, failsWith }) }, rest)
}

/** Reads any input. */
export async function readInput(input: Input, options: Partial<ReadOptions> = {}): Promise<ReadBytes> {
  const facts: Fact[] = []
  const dialects: readonly Dialect[] = options.dialects ?? fakeDialects
  const summary = await readInputs({
    realm: '',
    reference: '2026-11-14T00:00:00.000Z',
    coverage: 'sampled',
    ...options,
    dialects,
    inputs: only(input),
    onFacts: (batch) => {
      facts.push(...batch)
    },
  })
  const [first] = summary.inputs
  if (first === undefined) throw new Error('no input was read')
  return { summary, input: first, facts }
}

async function* only(input: Input): AsyncIterable<Input> {
  yield input
}

async function* chunksOf(
  bytes: Uint8Array,
  cut: { path: string; chunkBytes?: readonly number[] | undefined; failsWith?: string | undefined },
): AsyncIterable<Uint8Array> {
  const sizes = cut.chunkBytes ?? [Math.max(1, bytes.length)]
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? 1)
    yield bytes.slice(at, at + size)
    at += size
  }
  if (cut.failsWith !== undefined) throw new InputError({ path: cut.path, code: cut.failsWith, message: 'failed' })
}
