/** What archives have in common: members with names that are shown and never used as paths. */
import { gunzipWhenGzip, isGzip } from '../_bytes/inflate.ts'
import { type Input, InputError, type InputFailure } from '../contract.ts'
import { type Extent, Spool } from './spool.ts'

/** Names are shown up to here. */
const MAX_NAME_LENGTH = 1024

/** Stands in a shown name for a character that would move the cursor or hide what follows. */
const REPLACEMENT = '\uFFFD'

/** Code units of a name that no terminal should be sent. */
const UNPRINTABLE = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]/g

/** `backup.zip` and `configs/edge-1.cfg` → `backup.zip!configs/edge-1.cfg`; control characters are replaced. */
export function memberPath(archive: string, name: string): string {
  return `${archive}!${shownName(name)}`
}

/** A name from inside a carrier as it may be shown. */
export function shownName(name: string): string {
  return name.slice(0, MAX_NAME_LENGTH).replaceAll(UNPRINTABLE, REPLACEMENT)
}

/** Version control keeps compressed objects there, which are not evidence as they lie; in folders they are left out, too. */
export function isVersionControl(name: string): boolean {
  return /(?:^|[\\/])\.git[\\/]/.test(name)
}

/** Members by name, in code-unit order; of equal names the first comes first. */
export function inNameOrder<M extends { readonly name: string }>(members: readonly M[]): readonly M[] {
  return members.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** Sets all of an input aside. A failure ends it and is answered beside what could be read. */
export async function spoolInput(
  input: Input,
): Promise<{ readonly spool: Spool; readonly failure?: InputFailure | undefined }> {
  const spool = new Spool(input.path)
  try {
    for await (const chunk of chunksOf(input)) spool.append(chunk)
    return { spool }
  } catch (cause) {
    if (cause instanceof InputError) return { spool, failure: cause }
    spool.close()
    throw cause
  }
}

/** A part of a spool as an input; `failure` is what its end is missing for. */
export function spooledInput(spool: Spool, of: Extent & { path: string; failure?: InputFailure | undefined }): Input {
  const { path, length, failure } = of
  const open = (): AsyncIterable<Uint8Array> => thenFail(spool.chunks(of), failure)
  if (failure !== undefined) return { path, sizeBytes: length, open }
  return { path, sizeBytes: length, open, openSync: () => spool.openSync(of) }
}

/** The same input decompressed when it is gzip: compression is no carrier, and costs no depth. */
export function inflating(input: Input, head: Uint8Array): Input {
  if (!isGzip(head)) return input
  const { openSync: _, ...rest } = input
  return { ...rest, open: () => gunzipWhenGzip(input.path, chunksOf(input)) }
}

async function* thenFail(
  chunks: AsyncIterable<Uint8Array>,
  failure: InputFailure | undefined,
): AsyncIterable<Uint8Array> {
  yield* chunks
  if (failure !== undefined) throw new InputError(failure)
}

/** The bytes by the way that the input prefers. */
async function* chunksOf(input: Input): AsyncIterable<Uint8Array> {
  if (input.openSync === undefined) return yield* input.open()
  const reader = input.openSync()
  try {
    const chunk = new Uint8Array(256 * 1024)
    for (let bytes = reader.read(chunk); bytes > 0; bytes = reader.read(chunk)) yield chunk.subarray(0, bytes)
  } finally {
    reader.close()
  }
}
