/** Runs every folder of a source's `cases/`: one carrier in, exactly these inputs and failures out. Adding a case adds no code. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { test } from 'node:test'
import { unpackInputs } from '../_unpacking/unpack-inputs.ts'
import { type Input, InputError, type InputFailure, type Source } from '../contract.ts'
import { source as files } from '../files/index.ts'

/** An input as cases state it: its text, and what it ended with. */
export interface SeenInput extends Omit<Input, 'open' | 'openSync' | 'sizeBytes'> {
  readonly text: string
  readonly failure?: string
}

/** Everything that one location gave. */
export interface Unpacked {
  readonly inputs: readonly SeenInput[]
  readonly failures: readonly string[]
}

/** Reads every plain input that these sources find in the given inputs. Anything that starts with `hostname` is a configuration. */
export async function unpackAll(inputs: Iterable<Input>, sources: readonly Source[]): Promise<Unpacked> {
  const failures: InputFailure[] = []
  const seen: SeenInput[] = []
  const unpackers = sources.flatMap(({ unpacker }) => (unpacker === undefined ? [] : [unpacker]))
  const report = (failure: InputFailure): number => failures.push(failure)
  const isConfiguration = (head: Uint8Array): boolean => Buffer.from(head).toString().startsWith('hostname')
  for await (const input of unpackInputs(each(inputs), { unpackers, report, isConfiguration }))
    seen.push(await toSeen(input))
  return { inputs: seen, failures: failures.map(({ path, code }) => `${path}: ${code}`) }
}

/** One test for each folder of `cases/`, which holds `input.*`, `expected.json` and `origin.yaml`. `UPDATE_CASES=1` writes what is expected. */
export function walkCases(folder: string, sources: readonly Source[]): void {
  const cases = join(folder, 'cases')
  for (const name of readdirSync(cases).sort()) {
    test(`case ${name}`, async () => {
      const at = join(cases, name)
      const inputs = await listed(at)

      const found = withoutFolder(await unpackAll(inputs, sources), at)

      const expected = join(at, 'expected.json')
      if (process.env['UPDATE_CASES'] === '1') writeFileSync(expected, `${JSON.stringify(found, null, 2)}\n`)
      assert.deepEqual(found, JSON.parse(readFileSync(expected, 'utf8')))
      assert.match(readFileSync(join(at, 'origin.yaml'), 'utf8'), /^origin: .+\nlicence: .+\n/)
    })
  }
}

async function listed(folder: string): Promise<readonly Input[]> {
  const inputs: Input[] = []
  const entries = readdirSync(folder).filter((name) => name.startsWith('input'))
  for (const name of entries)
    for await (const input of files.inputs(join(folder, name), ({ message }) => assert.fail(message)))
      inputs.push({ ...input, path: relative(folder, input.path) })
  return inputs
}

function withoutFolder(unpacked: Unpacked, folder: string): unknown {
  return JSON.parse(JSON.stringify(unpacked).replaceAll(folder, ''))
}

async function toSeen(input: Input): Promise<SeenInput> {
  const { open, openSync, sizeBytes, ...rest } = input
  const chunks: Uint8Array[] = []
  try {
    if (openSync === undefined) for await (const chunk of open()) chunks.push(chunk.slice())
    else readSynchronously(openSync, chunks)
    return { ...rest, text: Buffer.concat(chunks).toString() }
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause
    return { ...rest, text: Buffer.concat(chunks).toString(), failure: cause.code }
  }
}

function readSynchronously(openSync: NonNullable<Input['openSync']>, chunks: Uint8Array[]): void {
  const reader = openSync()
  const into = new Uint8Array(1000)
  for (let bytes = reader.read(into); bytes > 0; bytes = reader.read(into)) chunks.push(into.slice(0, bytes))
  reader.close()
}

async function* each<T>(items: Iterable<T>): AsyncIterable<T> {
  yield* items
}
