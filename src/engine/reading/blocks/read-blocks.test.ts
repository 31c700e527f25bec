import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Fact } from '../../../facts/fact.ts'
import { fakeBlocks, fakeDocuments } from '../_testing/fake-dialects.ts'
import { readBytes } from '../_testing/read-bytes.ts'
import { MAX_BLOCK_BYTES, MAX_BLOCK_LINES } from './scan-blocks.ts'

const head = '# coolnos records\n\n'
const mirror = '2026-11-13T02:00:00Z edge-1\n\tdoes mirror\n\tport 1\n'
const quiet = '2026-11-13T02:00:00Z edge-2\n\tdoes nothing\n'

function places(facts: readonly Fact[]): readonly unknown[] {
  return facts.flatMap((fact) => (fact.kind === 'state' ? [fact.places[0]] : []))
}

function messages(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap((fact) => (fact.kind === 'state' ? [fact.message] : []))
}

describe('records of several lines', () => {
  it('are read whole, with the place of their first line', async () => {
    const { input, facts } = await readBytes(`${head}${quiet}\n\n\n${mirror}\n${mirror.replace('port 1', 'port 2')}`)

    assert.equal(input.framing, 'blocks')
    assert.deepEqual(input.dialects, { 'fake-blocks': 2 })
    assert.deepEqual(places(facts), [
      { path: 'input', line: 8, offset: 64 },
      { path: 'input', line: 12, offset: 114 },
    ])
    assert.deepEqual(messages(facts), [mirror.trimEnd(), mirror.trimEnd().replace('port 1', 'port 2')])
    assert.deepEqual(input.counts, { modelled: 2, irrelevant: 0, unsupported: 0, unrecognised: 0, 'not-selected': 2 })
  })

  it('may have CRLF line ends, and mean the same', async () => {
    const text = `${head}${quiet}\n${mirror}`

    const { input, facts } = await readBytes(text.replaceAll('\n', '\r\n'))

    assert.deepEqual(messages(facts), [mirror.trimEnd()])
    assert.equal(input.units, 3)
  })

  it('are heard', async () => {
    const { facts } = await readBytes(`${head}${quiet}\n${mirror}`)

    const seen = facts.flatMap((fact) => (fact.kind === 'seen' ? [fact] : []))
    assert.deepEqual(
      seen.map((fact) => [fact.ref.names[0]?.value, fact.hour, fact.places[0]?.line]),
      [
        ['edge-2', '2026-11-13T02:00:00.000Z', 3],
        ['edge-1', '2026-11-13T02:00:00.000Z', 6],
      ],
    )
  })

  it('are counted where a needle would have lost them, and where no dialect reads them', async () => {
    const { input } = await readBytes(
      `${head}${quiet.replace('nothing', 'hidden act')}\n${quiet}\todd-record of a mirror\n\n${mirror}\tcrash\n`,
    )

    assert.equal(input.escapes, 1)
    assert.equal(input.counts.unrecognised, 2)
    assert.deepEqual(
      input.notes.map(({ code, place }) => [code, place.line]),
      [
        ['reading/escape', 3],
        ['reading/dialect-failed', 10],
        ['reading/mirror-words-unread', 6],
      ],
    )
  })

  it('win over documents that are less sure, and lose to those that are surer', async () => {
    const of = (score: number) => ({
      ...fakeDocuments,
      document: { ...fakeDocuments.document!, recognise: () => score },
    })

    const unsure = await readBytes(head + mirror, { dialects: [of(0.8), fakeBlocks] })
    const surer = await readBytes(head + mirror, { dialects: [of(0.95), fakeBlocks] })

    assert.deepEqual([unsure.input.framing, surer.input.framing], ['blocks', 'documents'])
  })
})

describe('a record longer than the bounds', () => {
  const longest = `2026-11-13T02:00:00Z edge-1\n\tdoes mirror\n`
  const filled = longest + 'x'.repeat(MAX_BLOCK_BYTES - longest.length)
  const lines = longest + Array.from({ length: MAX_BLOCK_LINES - 2 }, () => '\tx').join('\n')

  for (const [what, record] of [
    ['bytes', filled],
    ['lines', lines],
  ] as const) {
    it(`is passed over and counted: ${what}`, async () => {
      const over = what === 'bytes' ? `${record}x` : `${record}\n\tx`
      for (const chunkBytes of [[1024 * 1024], [3001], [65_536, 1]]) {
        const within = await readBytes(`${head}${record}\n\n${mirror}`, { chunkBytes })
        const beyond = await readBytes(`${head}${over}\r\n\r\n${mirror}`, { chunkBytes })

        assert.deepEqual([within.input.counts.modelled, within.input.counts.unrecognised], [2, 0])
        assert.deepEqual([beyond.input.counts.modelled, beyond.input.counts.unrecognised], [1, 1])
        assert.deepEqual(
          beyond.input.notes.map(({ code, place }) => [code, place.line]),
          [['reading/record-too-long', 3]],
        )
        assert.deepEqual(
          beyond.facts.flatMap(({ places: [place] }) => (place?.line === undefined ? [] : [place.line])).at(-1),
          over.split('\n').length + 4,
        )
      }
    })
  }

  it('may never end', async () => {
    const { input } = await readBytes(`${head}${'\tendless\n'.repeat(300_000)}`, { chunkBytes: [100_000] })

    assert.deepEqual([input.units, input.counts.unrecognised], [2, 1])
  })
})

describe('a traced line', () => {
  const text = `${head}${quiet}\n${mirror}`
  const trace = async (line: number) => {
    const { summary } = await readBytes(text, { traceLine: { path: 'input', line } })
    return (summary.trace ?? []).map(({ stage, says }) => `${stage}: ${says}`)
  }

  it('inside a record tells the story of the record', async () => {
    const story = await trace(8)

    assert.deepEqual(story.slice(0, 4), [
      `input: input, ${text.length} bytes looked at first`,
      'framing: blocks',
      'dialect: fake-documents recognises it as its document: 0',
      'dialect: fake-blocks recognises it as its records: 0.9',
    ])
    assert.deepEqual(story.slice(4, 8), [
      'framing: record at lines 6 to 8, offset 62',
      'needles: fake-blocks: in the record',
      'dialect: fake-blocks: reads it',
      'outcome: modelled: a mirror',
    ])
    assert.match(story[8] ?? '', /^facts: state [0-9a-f]{64}$/)
  })

  it('inside a record without a needle tells that', async () => {
    assert.deepEqual((await trace(4)).slice(4), [
      'framing: record at lines 3 to 4, offset 19',
      'outcome: not-selected: no needle of a dialect is in the record',
    ])
  })
})
