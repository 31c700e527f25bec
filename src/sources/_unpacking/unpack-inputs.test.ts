import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { tarOf } from '../_testing/tar.ts'
import { type Unpacked, unpackAll } from '../_testing/walk-cases.ts'
import type { Input, Source } from '../contract.ts'
import { source as tar } from '../tar/index.ts'
import { source as zip } from '../zip/index.ts'
import { peek } from './peek.ts'

const MIB = 1024 * 1024

function inputOf(path: string, bytes: Uint8Array, chunkBytes = bytes.length): Input {
  async function* open(): AsyncIterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.slice(at, at + chunkBytes)
  }
  return { path, sizeBytes: bytes.length, open }
}

function zipOf(members: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(members).map(([name, content]) => [name, Buffer.from(content)])), {
    level: 1,
  })
}

const unpack = (path: string, bytes: Uint8Array, chunkBytes?: number): Promise<Unpacked> =>
  unpackAll([inputOf(path, bytes, chunkBytes)], [zip, tar])

function texts({ inputs }: Unpacked): readonly string[] {
  return inputs.map(({ path, text, failure }) => `${path}: ${failure ?? text.slice(0, 20)}`)
}

describe('unpacking', () => {
  it('leaves plain inputs as they are, in their place', async () => {
    const inputs = [
      inputOf('a.log', Buffer.from('a')),
      inputOf('b.zip', zipOf({ m: 'b' })),
      inputOf('c', Buffer.from('')),
    ]

    assert.deepEqual(texts(await unpackAll(inputs, [zip, tar])), ['a.log: a', 'b.zip!m: b', 'c: '])
  })

  it('opens four archives within each other, and says where a fifth one stands', async () => {
    let deep = zipOf({ 'x.log': 'x' })
    for (const name of ['4.zip', '3.zip', '2.zip']) deep = zipOf({ [name]: deep, 'y.log': 'y' })

    const four = await unpack('1.zip', deep)
    const five = await unpack('0.zip', zipOf({ '1.zip': deep, 'z.log': 'z' }))

    assert.ok(texts(four).includes('1.zip!2.zip!3.zip!4.zip!x.log: x'))
    assert.deepEqual(four.failures, [])
    assert.deepEqual(five.failures, ['0.zip!1.zip!2.zip!3.zip!4.zip: TW_INPUT_TOO_DEEP'])
    assert.equal(five.inputs.length, 4)
  })

  it('stops a bomb at its bound, and goes on with what lies beside it', async () => {
    const bomb = gzipSync(new Uint8Array(300 * MIB), { level: 1 })
    const archive = zipOf({ 'a.log': 'a', 'bomb.bin': bomb, 'z.log': 'z' })

    const found = await unpack('x.zip', archive)

    assert.deepEqual(texts(found), ['x.zip!a.log: a', 'x.zip!bomb.bin: TW_INPUT_TOO_LARGE', 'x.zip!z.log: z'])
    assert.ok((found.inputs[1]?.text.length ?? 0) < 300 * MIB)
  })

  it('stops an archive whose members together grow too large', async () => {
    const zeros = gzipSync(new Uint8Array(200 * MIB), { level: 1 })
    const members = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`${n}.gz`, zeros]))
    const small = { path: 'x.zip', sizeBytes: 1, open: inputOf('', zipOf(members)).open }

    const { inputs } = await unpackAll([small, inputOf('next.log', Buffer.from('n'))], [zip, tar])

    const ends = inputs.map(({ path, failure }) => `${path} ${failure ?? 'whole'}`)
    assert.equal(ends.at(-2), 'x.zip!5.gz TW_INPUT_TOO_LARGE')
    assert.equal(ends.at(-1), 'next.log whole')
  })

  it('stops at very many members, but not in a folder, where nothing was packed', async () => {
    const many: Source = {
      ...zip,
      unpacker: {
        recognise: (_head, path) => path === 'many',
        async *unpack() {
          for (let n = 0; n < 100_005; n++) yield inputOf(`many!${n}`, Buffer.alloc(0))
        },
      },
    }
    const carrier = inputOf('many', Buffer.from('x'))

    const [packed, lying] = [
      await unpackAll([carrier], [many]),
      await unpackAll([{ ...carrier, folder: '/x' }], [many]),
    ]

    assert.deepEqual([packed.inputs.length, packed.failures], [100_000, ['many: TW_INPUT_TOO_LARGE']])
    assert.deepEqual([lying.inputs.length, lying.failures], [100_005, []])
  })

  it('reads text in UTF-16 as UTF-8, in archives too', async () => {
    const little = Buffer.from('\uFEFFhostname köln\n', 'utf16le')
    const big = Buffer.from(little).swap16()

    const found = [await unpack('a', little, 3), await unpack('b', big, 1), await unpack('c.zip', zipOf({ m: little }))]

    assert.deepEqual(
      found.flatMap(({ inputs }) => inputs.map(({ text }) => text)),
      ['hostname köln\n', 'hostname köln\n', 'hostname köln\n'],
    )
  })

  it('gives large members back as they were, whatever the size of chunks', async () => {
    const large = Buffer.alloc(33 * MIB, 'a line of 7919 letters\n')
    const archives = [
      zipOf({ large, z: 'z' }),
      gzipSync(
        tarOf([
          { name: 'z', content: 'z' },
          { name: 'large', content: large },
        ]),
      ),
    ]

    for (const archive of archives) {
      const { inputs, failures } = await unpack('x', archive, 60_000)
      assert.deepEqual(failures, [])
      assert.deepEqual(
        inputs.map(({ path }) => path),
        ['x!large', 'x!z'],
      )
      assert.ok(inputs[0]?.text === large.toString())
    }
  })

  it('hands over what a failing input held, with its failure', async () => {
    const cut = gzipSync(
      tarOf([
        { name: 'a.log', content: 'a' },
        { name: 'b.log', content: 'x'.repeat(9000) },
      ]),
    ).subarray(0, -30)

    const found = await unpack('x.zip', zipOf({ 'in.tgz': cut }))

    assert.equal(texts(found)[0], 'x.zip!in.tgz!a.log: a')
    assert.deepEqual(found.failures, ['x.zip!in.tgz: TW_INPUT_CUT_OFF'])
  })

  it('never throws, whatever the bytes', async () => {
    const members = [
      { name: 'a.cfg', content: 'hostname a\n'.repeat(30) },
      { name: 'b', content: 'b' },
    ]
    const whole = [
      tarOf(members),
      Buffer.from(zipOf({ 'a.cfg': 'hostname a\n'.repeat(30), b: 'b' })),
      gzipSync(tarOf(members)),
    ]
    const damage = fc.array(fc.tuple(fc.nat(3000), fc.nat(255)), { maxLength: 6 })

    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), damage, fc.nat(3000), async (bytes, changes, end) => {
        const damaged = Buffer.from(bytes.subarray(0, end > bytes.length ? undefined : bytes.length - (end % 200)))
        for (const [at, byte] of changes) if (at < damaged.length) damaged[at] = byte
        await unpack('x', damaged, 100)
      }),
      { numRuns: 1500 },
    )
  })
})

describe('peeking', () => {
  it('opens a file once, and loses no byte', async () => {
    const text = 'x'.repeat(70_000)
    const calls: string[] = []
    const left = [Buffer.from(text.slice(0, 10)), Buffer.from(text.slice(10, 65_536)), Buffer.from(text.slice(65_536))]
    const file: Input = {
      path: 'f',
      open: () => assert.fail('the file is read synchronously'),
      openSync: () => {
        calls.push('open')
        return { read: (into) => left.shift()?.copy(into) ?? 0, close: () => calls.push('close') }
      },
    }

    const { head, input, close } = await peek(file)
    const reader = input.openSync?.()
    const read: string[] = []
    const into = Buffer.alloc(70_000)
    for (let bytes = reader?.read(into) ?? 0; bytes > 0; bytes = reader?.read(into) ?? 0)
      read.push(into.toString('utf8', 0, bytes))
    reader?.close()
    await close()

    assert.equal(head.length, 65_536)
    assert.equal(read.join(''), text)
    assert.deepEqual(calls, ['open', 'close'])
  })

  it('fails where the input failed', async () => {
    const input: Input = {
      path: 'f',
      async *open() {
        yield Buffer.from('start')
        throw new Error('broken')
      },
    }
    const peeked = await peek(input)
    const read: string[] = []

    await assert.rejects(async () => {
      for await (const chunk of peeked.input.open()) read.push(Buffer.from(chunk).toString())
    }, /broken/)
    assert.deepEqual(read, ['start'])
  })
})
