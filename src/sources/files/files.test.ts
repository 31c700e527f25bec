import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type Input, InputError, type InputFailure } from '../contract.ts'
import { source } from './index.ts'

let root = ''
before(() => {
  root = mkdtempSync(join(tmpdir(), 'tapwarden-files-'))
})
after(() => rmSync(root, { recursive: true }))

/** Lists what is below a location, paths relative to the test's folder. */
async function list(
  location: string,
): Promise<{ readonly inputs: readonly Input[]; readonly failures: readonly InputFailure[] }> {
  const failures: InputFailure[] = []
  const inputs: Input[] = []
  for await (const input of source.inputs(location, (failure) => failures.push(failure))) inputs.push(input)
  return { inputs, failures }
}

async function text(input: Input | undefined): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of input!.open()) chunks.push(chunk.slice())
  return Buffer.concat(chunks).toString()
}

describe('files', () => {
  it('takes every location but standard input', async () => {
    assert.equal(await source.accepts('some/file'), true)
    assert.equal(await source.accepts('-'), false)
  })

  it('finds all files of a folder in order, through links, each folder once', async () => {
    const folder = join(root, 'tree')
    mkdirSync(join(folder, 'b', 'inner'), { recursive: true })
    mkdirSync(join(folder, '.git'))
    for (const file of ['c.log', 'a.cfg', 'b/inner/z.log', '.git/object']) writeFileSync(join(folder, file), file)
    symlinkSync('..', join(folder, 'b', 'up'))
    symlinkSync('c.log', join(folder, 'd.log'))
    symlinkSync('inner', join(folder, 'b', 'zz'))

    const { inputs, failures } = await list(folder)

    const names = inputs.map(({ path }) => path.slice(folder.length + 1))
    assert.deepEqual(names, ['a.cfg', 'b/inner/z.log', 'c.log', 'd.log'])
    assert.deepEqual(failures, [])
    assert.equal(await text(inputs[3]), 'c.log')
  })

  it('reports what is missing, and broken links', async () => {
    const folder = join(root, 'broken')
    mkdirSync(folder)
    symlinkSync('nowhere', join(folder, 'link'))
    symlinkSync('self', join(folder, 'self'))

    const listed = [await list(join(root, 'none')), await list(folder)]

    const codes = listed.map(({ failures }) => failures.map(({ code }) => code))
    assert.deepEqual(codes, [['TW_INPUT_NOT_FOUND'], ['TW_INPUT_NOT_FOUND', 'TW_INPUT_UNREADABLE']])
    assert.match(listed[0]?.failures[0]?.message ?? '', /none: no such file or folder$/)
  })

  it('reports what may not be read', { skip: process.getuid?.() === 0 && 'root may read everything' }, async () => {
    const file = join(root, 'secret')
    writeFileSync(file, 'x')
    chmodSync(file, 0)

    const { failures } = await list(file)

    assert.deepEqual(failures, [{ path: file, code: 'TW_INPUT_UNREADABLE', message: `${file}: permission denied` }])
  })

  it('reads plain files synchronously', async () => {
    const file = join(root, 'plain.log')
    writeFileSync(file, 'one\ntwo\n')

    const [input] = (await list(file)).inputs
    const reader = input?.openSync?.()
    const into = Buffer.alloc(5)
    const read = [reader?.read(into), into.toString(), reader?.read(into), reader?.read(into)]
    reader?.close()

    assert.deepEqual(read, [5, 'one\nt', 3, 0])
    assert.equal(input?.sizeBytes, 8)
    assert.equal(await text(input), 'one\ntwo\n')
  })

  it('knows gzip by its content, and reads all its members', async () => {
    const file = join(root, 'log-without-ending')
    writeFileSync(file, Buffer.concat([gzipSync('one\n'), gzipSync('two\n')]))

    const [input] = (await list(file)).inputs

    assert.equal(input?.openSync, undefined)
    assert.equal(await text(input), 'one\ntwo\n')
  })

  it('hands over what a cut or damaged gzip still holds, then fails', async () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `line ${index * 7919}\n`).join('')
    const whole = gzipSync(lines)
    const damaged = Buffer.from(whole)
    // The checksum of RFC 1952 section 2.3.1.
    damaged.writeUInt32LE(0, whole.length - 8)

    for (const [bytes, code] of [
      [whole.subarray(0, whole.length - 100), 'TW_INPUT_CUT_OFF'],
      [whole.subarray(0, whole.length - 4), 'TW_INPUT_CUT_OFF'],
      [damaged, 'TW_INPUT_DAMAGED'],
    ] as const) {
      const file = join(root, 'cut.gz')
      writeFileSync(file, bytes)
      const [input] = (await list(file)).inputs
      const chunks: Uint8Array[] = []

      const failing = (async () => {
        for await (const chunk of input!.open()) chunks.push(chunk.slice())
      })()

      await assert.rejects(failing, (error) => error instanceof InputError && error.code === code)
      const read = Buffer.concat(chunks).toString()
      assert.ok(lines.startsWith(read))
      assert.ok(
        read.length > lines.length * (code === 'TW_INPUT_DAMAGED' ? 0.4 : 0.99),
        `${read.length} of ${lines.length}`,
      )
    }
  })
})
