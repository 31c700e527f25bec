/** What every source promises: the same bytes for the same evidence, however it is wrapped and however it arrives. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { sources } from '../../src/app/plug-ins.ts'
import type { Input, Source } from '../../src/sources/contract.ts'

const FOLDER = join(import.meta.dirname, '../../src/sources')
const folder = mkdtempSync(join(tmpdir(), 'tapwarden-sources-'))
after(() => rmSync(folder, { recursive: true }))

/** More than one chunk of any reader, with bytes that no text has. */
const BYTES = Buffer.from(Array.from({ length: 700_001 }, (_, index) => (index * 31 + (index >> 8)) % 256))
const WRAPPINGS = {
  plain: BYTES,
  gz: gzipSync(BYTES),
  'gz of several members': Buffer.concat([gzipSync(BYTES.subarray(0, 300_000)), gzipSync(BYTES.subarray(300_000))]),
  empty: Buffer.alloc(0),
} as const

test('every folder is a source of the same name, and each location has one', async () => {
  const entries = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const folders = entries.map(({ name }) => name).filter((name) => !name.startsWith('_'))

  assert.deepEqual(sources.map(({ id }) => id).sort(), folders.sort())
  for (const location of ['-', folder]) assert.equal((await accepting(location)).length, 1, location)
})

for (const [wrapping, sent] of Object.entries(WRAPPINGS)) {
  test(`${wrapping}: a file and a pipe give the bytes that were wrapped`, async () => {
    const path = join(folder, wrapping)
    writeFileSync(path, sent)
    const expected = sha256(wrapping === 'empty' ? sent : BYTES)

    const [input, ...others] = await inputsOf(path)

    assert.deepEqual(others, [])
    assert.ok(input !== undefined)
    assert.equal(input.path, path)
    assert.equal(input.sizeBytes, sent.length)
    assert.equal(await streamed(input), expected)
    assert.equal(await streamed(input), expected, 'opened again')
    if (input.openSync !== undefined) assert.equal(readSynchronously(input), expected)
    assert.equal(piped(sent), expected)
  })
}

test('what cannot be read is reported with a code, and never thrown while inputs are listed', async () => {
  const failures: { readonly code: string }[] = []
  const [source] = await accepting(join(folder, 'nowhere'))

  for await (const input of source?.inputs(join(folder, 'nowhere'), (failure) => failures.push(failure)) ?? [])
    assert.fail(input.path)

  assert.deepEqual(
    failures.map(({ code }) => code),
    ['TW_INPUT_NOT_FOUND'],
  )
})

async function accepting(location: string): Promise<readonly Source[]> {
  const answers = await Promise.all(sources.map((source) => source.accepts(location)))
  return sources.filter((_, index) => answers[index])
}

async function inputsOf(path: string): Promise<readonly Input[]> {
  const [source] = await accepting(path)
  const inputs: Input[] = []
  for await (const input of source?.inputs(path, ({ message }) => assert.fail(message)) ?? []) inputs.push(input)
  return inputs
}

/** Chunks stay valid only until the next one is asked for, so each is used at once. */
async function streamed(input: Input): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of input.open()) hash.update(chunk)
  return hash.digest('hex')
}

function readSynchronously(input: Input): string {
  const hash = createHash('sha256')
  const reader = input.openSync?.()
  const into = new Uint8Array(4096)
  for (let read = reader?.read(into) ?? 0; read > 0; read = reader?.read(into) ?? 0) hash.update(into.subarray(0, read))
  reader?.close()
  return hash.digest('hex')
}

/** Another process, because a process has one standard input. */
function piped(sent: Uint8Array): string {
  const script = `
    import { createHash } from 'node:crypto'
    const { source } = await import(${JSON.stringify(new URL('../../src/sources/stdin/index.ts', import.meta.url).href)})
    const hash = createHash('sha256')
    for await (const input of source.inputs('-', () => {}))
      for await (const chunk of input.open()) hash.update(chunk)
    process.stdout.write(hash.digest('hex'))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { input: sent })
  return stdout.toString()
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
