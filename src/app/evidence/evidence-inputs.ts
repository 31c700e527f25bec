/** Paths of the command line → inputs, by the first source that accepts each; carriers among them → what they hold. */
import { statSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { isConfiguration } from '../../engine/reading/sniff.ts'
import { recogniseKind } from '../../flows/_run/recognise-kind.ts'
import { unpackInputs } from '../../sources/_unpacking/unpack-inputs.ts'
import type { Input, InputFailure } from '../../sources/contract.ts'
import { dialects, flowFormats, sources } from '../plug-ins.ts'
import { unknownPath } from './errors.ts'

/** What is left out, and who is told of what cannot be read. */
export interface InputOptions {
  /** Files below this folder (the inventory) are no evidence. */
  readonly exclude?: string | undefined
  readonly report: (failure: InputFailure) => void
}

/** Opens every path in turn. Throws `TW_INPUT_NOT_FOUND` before anything is read. */
export async function* evidenceInputs(
  paths: readonly string[],
  { exclude, report }: InputOptions,
): AsyncIterable<Input> {
  for (const path of paths) {
    const source = await sourceFor(path)
    for await (const input of source.inputs(path, report)) {
      if (!isBelow(input.path, exclude)) yield input
    }
  }
}

/** Opens archives, exports and repositories, to a depth of four; each input is valid until the next one is asked for. */
export async function* unpackEvidence(
  inputs: AsyncIterable<Input>,
  { exclude, report }: InputOptions,
): AsyncIterable<Input> {
  const unpackers = sources.flatMap(({ unpacker }) => (unpacker === undefined ? [] : [unpacker]))
  const options = {
    unpackers,
    report,
    isEvidence: isFlowTable,
    isConfiguration: (head: Uint8Array) => isConfiguration(head, dialects),
  }
  // An inventory may lie in the work tree of a repository.
  for await (const input of unpackInputs(inputs, options)) if (!isBelow(input.path, exclude)) yield input
}

/** Tables of flow tools have columns like any export. */
function isFlowTable(head: Uint8Array): boolean {
  return recogniseKind(head, flowFormats)?.framing === 'lines'
}

/** Fails early on what is not there: a long run must not end on a typing mistake. */
export function checkPaths(paths: readonly string[]): void {
  for (const path of paths) {
    if (path !== '-' && statSync(path, { throwIfNoEntry: false }) === undefined) throw unknownPath(path)
  }
}

async function sourceFor(path: string): Promise<(typeof sources)[number]> {
  for (const source of sources) {
    if (await source.accepts(path)) return source
  }
  throw unknownPath(path)
}

function isBelow(path: string, folder: string | undefined): boolean {
  if (folder === undefined || path === '-') return false
  const [whole, outer] = [resolve(path), resolve(folder)]
  return whole === outer || whole.startsWith(outer + sep)
}
