/** One file or repository as an input: plain files get the fast synchronous reader, gzip and pipes a stream. */
import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { gunzipWhenGzip, isGzip } from '../_bytes/inflate.ts'
import { type Input, InputError, type InputFailure } from '../contract.ts'
import { toFailure } from './failure.ts'
import type { FoundFile } from './walk.ts'

/** Undefined, and reported, when the file cannot be opened. Pipes are not touched before they are read. */
export function openInput(file: FoundFile, report: (failure: InputFailure) => void): Input | undefined {
  const { path, sizeBytes, repository } = file
  if (repository !== undefined) return { path, sizeBytes, folder: repository, open: noBytes }
  const open = (): AsyncIterable<Uint8Array> => gunzipWhenGzip(path, readChunks(path))
  if (sizeBytes === undefined) return { path, open }
  try {
    return startsAsGzip(path) ? { path, sizeBytes, open } : { path, sizeBytes, open, openSync: () => openPlain(path) }
  } catch (cause) {
    report(toFailure(path, cause))
    return undefined
  }
}

async function* noBytes(): AsyncIterable<Uint8Array> {}

function startsAsGzip(path: string): boolean {
  const head = new Uint8Array(3)
  const descriptor = openSync(path, 'r')
  try {
    return isGzip(head.subarray(0, readSync(descriptor, head)))
  } finally {
    closeSync(descriptor)
  }
}

function openPlain(path: string): { read(into: Uint8Array): number; close(): void } {
  const descriptor = guard(path, () => openSync(path, 'r'))
  return {
    read: (into) => guard(path, () => readSync(descriptor, into)),
    close: () => closeSync(descriptor),
  }
}

function guard<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (cause) {
    throw new InputError(toFailure(path, cause), { cause })
  }
}

async function* readChunks(path: string): AsyncIterable<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: 256 * 1024 })
  } catch (cause) {
    throw new InputError(toFailure(path, cause), { cause })
  }
}
