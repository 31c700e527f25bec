import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { cpuTimeMs } from '../../../test/_testing/cpu-time.ts'
import { type Unpacked, unpackAll } from '../_testing/walk-cases.ts'
import { source } from './index.ts'

const MIB = 1024 * 1024

function unpack(content: string | Uint8Array, chunkBytes = MIB): Promise<Unpacked> {
  const bytes = Buffer.from(content)
  async function* open(): AsyncIterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
  }
  return unpackAll([{ path: 'x', sizeBytes: bytes.length, open }], [source])
}

const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`
const field = fc.oneof(
  fc.constantFrom('', 'a', '"', '""', 'a,b', 'line\nline', 'x\r\ny', ' blank ', ';', 'ü'),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const rows = fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 12 })
const cuts = fc.integer({ min: 1, max: 40 })

describe('an export', () => {
  it('gives every row of a table as it was written, however it arrives', async () => {
    await fc.assert(
      fc.asyncProperty(rows, cuts, async (table, chunkBytes) => {
        const csv = ['name,value', ...table.map((row) => row.map(quoted).join(','))].join('\r\n')

        const { inputs, failures } = await unpack(csv, chunkBytes)

        const lines = inputs[0]?.text.split('\n').slice(1, -1) ?? []
        assert.deepEqual(failures, [])
        assert.deepEqual(
          lines.map((line) => JSON.parse(line)),
          table.map(([name, value]) => ({ name: name.toWellFormed(), value: value.toWellFormed() })),
        )
      }),
    )
  })

  it('gives each line the number of its record', async () => {
    const records = fc.array(fc.constantFrom('line', 'object', 'unknown'), { minLength: 1, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(records, cuts, async (kinds, chunkBytes) => {
        const raw = kinds.map((kind, n) => (kind === 'line' ? `text ${n}` : `{"n":${n}}`))
        const rows = raw.map((text, n) => JSON.stringify(kinds[n] === 'unknown' ? { n } : { _raw: text }))

        const { inputs } = await unpack([...rows, '{"_raw":"last"}'].join('\n'), chunkBytes)

        const at = (part: string, n: number) => inputs.find(({ path }) => path === `x!${part}`)?.text.split('\n')[n]
        for (const [n, kind] of kinds.entries()) assert.equal(at(kind === 'line' ? 'lines' : 'objects', n), raw[n])
        assert.equal(at('lines', kinds.length), 'last')
      }),
    )
  })

  it('never throws, whatever the bytes', async () => {
    const piece = fc.constantFrom(
      '"',
      ',',
      ';',
      '\n',
      '{',
      '}',
      '[',
      ']',
      '\\',
      ':',
      '"_raw"',
      '"result"',
      'name',
      '{"_raw":"x"}\n',
      'a,b\n',
    )
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
    const start = fc.constantFrom('', '{"_raw":"a"}\n', 'name,value\na,b\n', '[')

    await fc.assert(
      fc.asyncProperty(start, fc.oneof(text, fc.string({ unit: 'binary' })), cuts, async (head, tail, chunkBytes) => {
        await unpack(head + tail, chunkBytes)
      }),
      { numRuns: 1000 },
    )
  })

  it('passes over what is larger than a record can be, and says so', async () => {
    const large = 'x'.repeat(9 * MIB)
    const table = `name,value\na,b\nlarge,"${large}\nz,last\n`
    const stream = `{"_raw":"a"}\n{"_raw":"${large}"}\n{"_raw":"last"}\n`

    const found = [await unpack(table), await unpack(stream)]

    assert.deepEqual(
      found.map(({ failures }) => failures),
      [['x: TW_INPUT_DAMAGED'], ['x: TW_INPUT_DAMAGED']],
    )
    assert.equal(found[0]?.inputs[0]?.text, '\n{"name":"a","value":"b"}\n\n{"name":"z","value":"last"}\n')
    assert.equal(found[1]?.inputs[0]?.text, 'a\n\nlast\n')
  })

  it('keeps more than fits into memory in a file, in order', async () => {
    const rows = 80_000
    const line = 'y'.repeat(500)
    const lines = Array.from({ length: rows }, (_, n) => `{"_raw":"${n} ${line}"}\n`).join('')

    const { inputs, failures } = await unpack(lines)

    assert.deepEqual(failures, [])
    const read = inputs[0]?.text.split('\n') ?? []
    assert.equal(read.length, rows + 1)
    assert.ok(read.slice(0, rows).every((text, n) => text === `${n} ${line}`))
  })

  it('takes time in proportion to its size, also when quotes never end', async () => {
    const time = async (count: number): Promise<number> => {
      const table = `name,value\na,b\n${',"\n,""""\n'.repeat(count)}`
      const from = cpuTimeMs()
      await unpack(table)
      return cpuTimeMs() - from
    }
    await time(20_000)

    const [small, large] = [await time(40_000), await time(320_000)]

    assert.ok(large < 40 * Math.max(small, 5), `${small} ms, ${large} ms`)
  })

  it('knows objects behind very many lines', async () => {
    const lines = '{"_raw":"a"}\n'.repeat(70_000)

    const { inputs } = await unpack(`${lines}{"_raw":"{\\"n\\":1}"}\n`)

    const objects = inputs.find(({ path }) => path === 'x!objects')?.text
    assert.ok(objects?.startsWith('{}\n'))
    assert.equal(objects?.split('\n')[70_000], '{"n":1}')
  })
})
