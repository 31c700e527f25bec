import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { type Unpacked, unpackAll } from '../_testing/walk-cases.ts'
import type { Input } from '../contract.ts'
import { source as files } from '../files/index.ts'
import { source as tar } from '../tar/index.ts'
import { source } from './index.ts'

const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name)

let root = ''
before(() => {
  root = mkdtempSync(join(tmpdir(), 'tapwarden-git-'))
})
after(() => rmSync(root, { recursive: true }))

/** Writes the repository of the fixture as a work tree, or as a bare one. */
async function checkOut(name: string, as: 'work-tree' | 'bare' = 'work-tree'): Promise<string> {
  const [archive] = await listed(fixture('work-tree.tar'))
  assert.ok(archive !== undefined)
  for await (const input of tar.unpacker?.unpack(archive, () => assert.fail(), { isConfiguration: () => false }) ??
    []) {
    const member = input.path.slice(archive.path.length + 1)
    const isObject = member.startsWith('dot-git/')
    if (as === 'bare' && !isObject) continue
    const path = join(root, name, as === 'bare' ? member.slice('dot-git/'.length) : member.replace(/^dot-git/, '.git'))
    mkdirSync(dirname(path), { recursive: true })
    const chunks: Uint8Array[] = []
    for await (const chunk of input.open()) chunks.push(chunk.slice())
    writeFileSync(path, Buffer.concat(chunks))
  }
  return join(root, name)
}

async function listed(location: string): Promise<readonly Input[]> {
  const inputs: Input[] = []
  for await (const input of files.inputs(location, ({ message }) => assert.fail(message))) inputs.push(input)
  return inputs
}

const unpack = async (location: string): Promise<Unpacked> => unpackAll(await listed(location), [source])

/** Paths below a folder, with what was filed when. */
function said({ inputs }: Unpacked, folder: string): readonly string[] {
  return inputs.map(
    ({ path, filedAt, text }) => `${path.slice(folder.length)} ${filedAt?.slice(0, 10) ?? '-'} ${text.length}`,
  )
}

const VERSIONS = [
  '@4a542d5e9d:core/edge-1 2026-11-10 20',
  '@fb83865472:core/edge-1 2026-11-11 38',
  '@4a542d5e9d:core/edge-2 2026-11-10 20',
]

describe('a repository', () => {
  it('in a work tree gives its versions, then what history does not hold', async () => {
    const folder = await checkOut('one')

    const found = await unpack(folder)

    assert.deepEqual(said(found, folder), [...VERSIONS, '/README.md - 6', '/core/edge-2 - 28', '/notes.txt - 4'])
    assert.deepEqual(found.failures, [])
  })

  it('says the same bare, and as a bundle', async () => {
    const [bare, bundle] = [await checkOut('two.git', 'bare'), fixture('same-as-work-tree.bundle')]

    assert.deepEqual(said(await unpack(bare), bare), VERSIONS)
    assert.deepEqual(said(await unpack(bundle), bundle), VERSIONS)
  })

  it('whose checked-out branch has no commit is read from the branch that others begin with', async () => {
    const bare = await checkOut('unborn.git', 'bare')
    writeFileSync(join(bare, 'HEAD'), 'ref: refs/heads/unborn\n')

    assert.deepEqual(said(await unpack(bare), bare), VERSIONS)
  })

  it('is found inside a scanned folder, beside other files', async () => {
    const folder = join(root, 'estate')
    await checkOut('estate/configs')
    writeFileSync(join(folder, 'a.log'), 'line')

    const found = said(await unpack(folder), folder)

    assert.deepEqual(found.slice(0, 3), ['/a.log - 4', `/configs${VERSIONS[0]}`, `/configs${VERSIONS[1]}`])
    assert.equal(found.length, 7)
  })

  it('that is broken is reported, and its work tree is read as it lies', async () => {
    const folder = await checkOut('broken')
    rmSync(join(folder, '.git/objects'), { recursive: true })
    mkdirSync(join(folder, '.git/objects'))

    const found = await unpack(folder)

    assert.deepEqual(said(found, folder), [
      '/README.md - 6',
      '/core/edge-1 - 38',
      '/core/edge-2 - 28',
      '/notes.txt - 4',
    ])
    assert.deepEqual(found.failures, [`${folder}: TW_INPUT_DAMAGED`])
  })

  it('of another hash is reported', async () => {
    const folder = await checkOut('sha256')
    writeFileSync(join(folder, '.git/config'), '[extensions]\n\tobjectFormat = sha256\n')

    const found = await unpack(folder)

    assert.deepEqual(found.failures, [`${folder}: TW_INPUT_DAMAGED`])
    assert.equal(found.inputs.length, 4)
  })
})

describe('a bundle', () => {
  const whole = readFileSync(fixture('deltas.bundle'))
  const read = (bytes: Uint8Array): Promise<Unpacked> =>
    unpackAll(
      [
        {
          path: 'x',
          sizeBytes: bytes.length,
          open: async function* () {
            yield bytes
          },
        },
      ],
      [source],
    )

  it('gives every version, also those that are written as deltas', async () => {
    const { inputs, failures } = await read(whole)

    assert.deepEqual(failures, [])
    assert.deepEqual(
      inputs.map(({ filedAt, text }) => [filedAt?.slice(8, 10), [...text.matchAll(/changed on/g)].length]),
      [
        ['10', 0],
        ['11', 1],
        ['12', 2],
        ['13', 3],
        ['14', 4],
      ],
    )
  })

  it('that is cut or damaged gives nothing that the whole one has not, and never throws', async () => {
    const known = new Set((await read(whole)).inputs.map(({ text }) => text))
    const damage = fc.array(fc.tuple(fc.nat(whole.length), fc.nat(255)), { maxLength: 4 })

    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), damage, async (end, changes) => {
        const bytes = Buffer.from(whole.subarray(0, end < 200 ? whole.length : end))
        for (const [at, byte] of changes) if (at > 200 && at < bytes.length) bytes[at] = byte

        const { inputs, failures } = await read(bytes)

        const isWhole = bytes.equals(whole)
        assert.ok(isWhole || failures.length > 0 || inputs.length === known.size)
        for (const { text, failure } of inputs) assert.ok(failure !== undefined || known.has(text))
      }),
      { numRuns: 400 },
    )
  })
})
