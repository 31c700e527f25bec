import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { gunzipWhenGzip } from '../../sources/_bytes/inflate.ts'
import { type ReadBytes, readBytes, readInput } from './_testing/read-bytes.ts'

const line = fc.constantFrom(
  '2026-11-13T02:00:00Z edge-1 coolnos: mirror on port 1',
  '2026-11-13T03:00:00Z edge-2 coolnos: hidden act',
  '2026-11-13T04:00:00Z edge-2 coolnos: crash',
  'odd-line of nobody',
  'erspan of a vendor that nobody reads',
  'ordinary',
  '',
  `${'x'.repeat(70_000)}mirror on`,
)
const record = fc.constantFrom(
  '{"host":"a","at":"2026-11-13T02:00:00Z","does":"CreateMirror","id":12345678901234567890}',
  '{"host":"b","at":"2026-11-13T02:00:00Z","does":"\\u0043reateMirror"}',
  '{"does":"other","s":"}{\\"[","n":{"a":[{"b":[]}]}}',
  '{"packet-capture":1}',
  '{"a":{"broken":1}',
  '{"cut',
  'stray',
)
const wrappers: readonly (readonly [string, string, string])[] = [
  ['', '\n', '\n'],
  ['', '', ''],
  ['[', ',\n', ']'],
  ['{"x":1,"Records":[', ' , ', '],"next":{"a":{"b":1}}}'],
  ['[{"Records" : [ ', ',', ']}]'],
]
const logs = fc
  .array(line, { maxLength: 30 })
  .chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.join(end)))
const trails = fc
  .tuple(fc.constantFrom(...wrappers), fc.array(record, { maxLength: 12 }))
  .map(([[open, between, close], records]) => open + records.join(between) + close)
const documents = fc
  .array(fc.constantFrom('device a', 'mirror 1', 'tap 2', 'other', ''), { maxLength: 20 })
  .map((lines) => ['! coolnos', ...lines].join('\n'))
const blockLine = fc.constantFrom(
  '2026-11-13T02:00:00Z edge-1',
  '\tdoes mirror',
  '\tdoes hidden act',
  '\tcrash',
  '\todd-record of nobody',
  '\terspan',
  '\tother',
  '\r',
  '',
  '',
)
const blocks = fc
  .tuple(
    fc.array(blockLine, { maxLength: 40 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '\n', '\n\n', '\r\n\r\n'),
  )
  .map(([lines, end, last]) => ['# coolnos records', ...lines].join(end) + last)
const texts = fc
  .oneof(logs, trails, documents, blocks, fc.string({ unit: 'binary' }))
  .map((text) => new Uint8Array(Buffer.from(text)))
/** Cuts a text somewhere, so that its end is missing, and overwrites a byte. */
const damaged = fc
  .tuple(texts, fc.nat(), fc.nat(), fc.nat(255))
  .map(([bytes, end, at, byte]) =>
    Uint8Array.from(bytes.slice(0, end % (bytes.length + 1)), (old, index) => (index === at % 500 ? byte : old)),
  )
const anything = fc.oneof(texts, damaged, fc.uint8Array({ maxLength: 2000 }))
const cuts = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 5 })

function outcome({ summary, facts }: ReadBytes): unknown {
  return { summary, facts }
}

function assertAddsUp({ input, facts }: ReadBytes): void {
  const counted = Object.values(input.counts).reduce((sum, units) => sum + units, 0)
  assert.equal(counted, input.units)
  assert.equal(facts.length, input.facts)
}

describe('readInputs, whatever the bytes', () => {
  it('never throws, and its counts add up', async () => {
    await fc.assert(
      fc.asyncProperty(anything, fc.constantFrom('sampled', 'exact'), async (bytes, coverage) => {
        assertAddsUp(await readBytes(bytes, { coverage }))
      }),
      { numRuns: 500 },
    )
  })

  it('counts every line of a log exactly', async () => {
    await fc.assert(
      fc.asyncProperty(logs, cuts, async (text, chunkBytes) => {
        const { input } = await readBytes(`first line\n${text}`, { chunkBytes })
        const lines = text.split('\n').length + 1 - (text === '' || text.endsWith('\n') ? 1 : 0)
        assert.equal(input.units, lines)
      }),
    )
  })

  it('counts every record of several lines exactly', async () => {
    await fc.assert(
      fc.asyncProperty(blocks, cuts, async (text, chunkBytes) => {
        const { input } = await readBytes(text, { chunkBytes })
        const isEmpty = text.split('\n').map((line) => line.replace(/\r$/, '') === '')
        const starts = isEmpty.filter((empty, index) => !empty && isEmpty[index - 1] !== false)
        assert.equal(input.framing, 'blocks')
        assert.equal(input.units, starts.length)
      }),
      { numRuns: 500 },
    )
  })

  it('gives the same however they are cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(anything, cuts, async (bytes, chunkBytes) => {
        const whole = await readBytes(bytes)
        const cut = await readBytes(bytes, { chunkBytes })
        assert.deepEqual(outcome(cut), outcome(whole))
      }),
      { numRuns: 500 },
    )
  })

  it('gives the same for gzip as for plain bytes', async () => {
    await fc.assert(
      fc.asyncProperty(anything, cuts, async (bytes, chunkBytes) => {
        const plain = await readBytes(bytes)
        const zipped = new Uint8Array(Buffer.concat([gzipSync(bytes.slice(0, 700)), gzipSync(bytes.slice(700))]))
        const chunks = async function* () {
          for (let at = 0; at < zipped.length; at += chunkBytes[0] ?? 1)
            yield zipped.slice(at, at + (chunkBytes[0] ?? 1))
        }
        const read = await readInput({ path: 'input', open: () => gunzipWhenGzip('input', chunks()) })
        assert.deepEqual(outcome(read), outcome(plain))
      }),
    )
  })
})
