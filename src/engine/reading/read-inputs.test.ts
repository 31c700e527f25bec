import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Fact } from '../../facts/fact.ts'
import type { Input } from '../../sources/contract.ts'
import { fakeDialects } from './_testing/fake-dialects.ts'
import { type ReadBytes, readBytes, readInput } from './_testing/read-bytes.ts'

const mirrorLine = '2026-11-13T02:00:00Z edge-1 coolnos: mirror on port 1'
const quietLine = '2026-11-13T02:00:00Z edge-2 coolnos: nothing'

function messages(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap((fact) => (fact.kind === 'state' ? [fact.message] : []))
}

function lines(facts: readonly Fact[]): readonly (number | undefined)[] {
  return facts.flatMap((fact) => (fact.kind === 'state' ? [fact.places[0]?.line] : []))
}

function codes({ input }: ReadBytes): readonly string[] {
  return input.notes.map(({ code }) => code)
}

describe('a configuration', () => {
  const text = '! coolnos\r\nmirror 1\r\nother\r\ndevice b\r\ntap 2\r\nmirror 3'

  it('is read device by device, with each line accounted for', async () => {
    const { input, facts } = await readBytes(text, { path: 'core_2026-11-13T02-00Z.cfg' })

    assert.equal(input.framing, 'documents')
    assert.deepEqual(input.dialects, { 'fake-documents': 2 })
    assert.deepEqual(messages(facts), ['! coolnos at 2026-11-13T02:00:00.000Z', 'device b at 2026-11-13T02:00:00.000Z'])
    assert.deepEqual(lines(facts), [1, 4])
    assert.deepEqual(input.counts, { modelled: 2, irrelevant: 3, unsupported: 1, unrecognised: 0, 'not-selected': 0 })
  })

  it('knows that it was cut off', async () => {
    const { input, facts } = await readBytes('! coolnos\n', { failsWith: 'TW_INPUT_CUT_OFF' })

    assert.deepEqual(messages(facts), ['! coolnos at no time, cut off'])
    assert.equal(input.failure?.code, 'TW_INPUT_CUT_OFF')
  })

  it('is read up to 64 MiB, the lines behind counted', async () => {
    const text = `! coolnos\n${'filler line of the device, 49 bytes long in all..\n'.repeat(1_400_000)}mirror 1\n`

    const read = await readBytes(text, { chunkBytes: [1024 * 1024] })

    assert.equal(read.input.units, 1_400_002)
    assert.equal(read.input.counts.unsupported, 1_400_002 - Math.ceil((64 * 1024 * 1024 - 10) / 50) - 1)
    assert.deepEqual(codes(read), ['reading/document-too-large'])
    assert.deepEqual(messages(read.facts), ['! coolnos at no time, cut off'])
  })

  it('is parked when its dialect fails', async () => {
    const [documents, ...rest] = fakeDialects
    const broken = { ...documents!, document: { ...documents!.document!, read: () => assert.fail('bug') } }

    const read = await readBytes(text, { dialects: [broken, ...rest] })

    assert.deepEqual(codes(read), ['reading/dialect-failed', 'reading/dialect-failed', 'reading/unknown-format'])
    assert.equal(read.input.counts.unrecognised, 6)
  })
})

describe('a log', () => {
  it('gives facts of the selected lines, with their line numbers and offsets', async () => {
    const text = `first\n${mirrorLine}\r\n\n${mirrorLine}2`

    const { input, facts } = await readBytes(text)

    assert.deepEqual(messages(facts), [mirrorLine, `${mirrorLine}2`])
    assert.deepEqual(lines(facts), [2, 4])
    assert.deepEqual(facts.find((fact) => fact.kind === 'state')?.places, [{ path: 'input', line: 2, offset: 6 }])
    assert.deepEqual(input.counts, { modelled: 2, irrelevant: 0, unsupported: 0, unrecognised: 0, 'not-selected': 2 })
  })

  it('is heard: one fact for a sender and an hour', async () => {
    const later = quietLine.replace('02:00:00', '02:59:59')

    const { facts } = await readBytes([quietLine, later, mirrorLine].join('\n'))

    const seen = facts.flatMap((fact) => (fact.kind === 'seen' ? [fact] : []))
    assert.deepEqual(
      seen.map((fact) => [fact.ref.names[0]?.value, fact.hour, fact.places[0]?.line]),
      [
        ['edge-2', '2026-11-13T02:00:00.000Z', 1],
        ['edge-1', '2026-11-13T02:00:00.000Z', 3],
      ],
    )
  })

  it('is sampled on a grid behind its first mebibyte, and heard whole when coverage is to be exact', async () => {
    const filler = `${quietLine}\n`.repeat(40_000)
    const late = '2026-11-13T09:00:00Z edge-9 coolnos: nothing\n'.repeat(10)

    const sampled = await readBytes(`${filler}${late}${filler}`)
    const exact = await readBytes(`${filler}${late}${filler}`, { coverage: 'exact' })

    assert.equal(sampled.facts.length, 1)
    assert.equal(exact.facts.length, 2)
    assert.deepEqual(sampled.input.counts, exact.input.counts)
  })

  it('counts what the needles would have lost, and does not use it', async () => {
    const read = await readBytes(quietLine.replace('nothing', 'hidden act'))

    assert.deepEqual(messages(read.facts), [])
    assert.deepEqual(codes(read), ['reading/escape'])
    assert.equal(read.summary.escapes, 1)
  })

  it('goes on behind a line on which a dialect fails', async () => {
    const read = await readBytes(`${quietLine} crash\n${mirrorLine}`)

    assert.deepEqual(messages(read.facts), [mirrorLine])
    assert.deepEqual(codes(read), ['reading/dialect-failed'])
    assert.equal(read.input.counts.unrecognised, 1)
  })

  it('keeps a hundred notes and counts the others', async () => {
    const { input } = await readBytes(`${quietLine} crash\n`.repeat(130))

    assert.equal(input.notes.length, 100)
    assert.equal(input.notesLeftOut, 30)
  })

  it('says when lines name mirrors and nobody reads them', async () => {
    const read = await readBytes('plain\n<13>sw1: ERSPAN session 4 up\nodd-line of a port-mirroring kind\n')

    assert.deepEqual(codes(read), ['reading/mirror-words-unread', 'reading/unknown-format'])
    assert.match(read.input.notes[0]?.message ?? '', /^2 lines .* at line 2$/)
    assert.equal(read.input.recognised, false)
  })

  for (const [where, lineBytes] of [
    ['a window', 200_000],
    ['many windows', 5_000_000],
  ] as const) {
    it(`reads the start of a line longer than ${where}, and looks through all of it`, async () => {
      const long = `${mirrorLine}${'x'.repeat(lineBytes)}`
      const needleInside = `${quietLine}${'y'.repeat(lineBytes / 2)}mirror on${'y'.repeat(lineBytes)}`
      const text = ['first', long, mirrorLine, needleInside, 'z'.repeat(lineBytes), `${mirrorLine}2`].join('\n')

      const reads = await Promise.all(
        [undefined, [4096], [700_001]].map((chunkBytes) =>
          readBytes(text, chunkBytes === undefined ? {} : { chunkBytes }),
        ),
      )

      for (const read of reads) {
        const [first] = messages(read.facts)
        assert.equal(first, long.slice(0, 64 * 1024))
        assert.deepEqual(lines(read.facts), [2, 3, 6])
        assert.deepEqual(codes(read), ['reading/long-line', 'reading/long-line'])
        assert.equal(read.input.counts.irrelevant, 1)
        assert.equal(read.input.units, 6)
        const offsets = read.facts.flatMap((fact) => (fact.kind === 'state' ? [fact.places[0]?.offset] : []))
        assert.deepEqual(offsets, [6, 7 + long.length, text.lastIndexOf('\n') + 1])
      }
    })
  }
})

describe('an audit trail', () => {
  const create = '{"host":"a","at":"2026-11-13T02:00:00Z","does":"CreateMirror","n":12345678901234567890}'
  const other = '{"host":"b","at":"2026-11-13T03:00:00Z","does":"Describe"}'
  const shapes: Readonly<Record<string, readonly [text: string, lines: readonly number[]]>> = {
    'JSON lines': [`${create}\n${other}\n${create}\n`, [1, 3]],
    'objects without a break': [create + other + create, [1, 1]],
    'a list': [`[\n${create},\n${other},\n${create}]`, [2, 4]],
    'a wrapper': [`{"Records": [${create},${other},\n${create}], "next": {"x": {"y": 1}}}`, [1, 2]],
    'wrappers one after the other': [`{"Records":[${create},${other}]}\n{"a":[1],"Records":[${create}]}`, [1, 2]],
    'the answer of a search': [
      `{"took":3,"hits":{"total":{"value":3},"hits":[${create},${other},\n${create}],"x":[[1]]},"y":[{"z":1}]}`,
      [1, 2],
    ],
    'a list of wrappers': [`[{"Records":[${create}]},{"Records":[${other},${create}]}]`, [1, 1]],
  }

  for (const [shape, [text, expectedLines]] of Object.entries(shapes)) {
    it(`is read as ${shape}`, async () => {
      const { input, facts } = await readBytes(text)

      assert.equal(input.framing, 'json')
      assert.deepEqual(input.notes, [])
      assert.equal(input.failure, undefined)
      assert.deepEqual(lines(facts), expectedLines)
      assert.deepEqual(input.counts, { modelled: 2, irrelevant: 0, unsupported: 0, unrecognised: 0, 'not-selected': 1 })
    })
  }

  it('keeps the digits of long numbers', async () => {
    const { facts } = await readBytes(create)

    assert.match(messages(facts)[0] ?? '', /"n":"12345678901234567890"/)
  })

  it('is read where an escape hides the needle', async () => {
    const { facts } = await readBytes(create.replace('Create', '\\u0043reate'))

    assert.equal(messages(facts).length, 1)
  })

  it('goes on behind records that are broken', async () => {
    const broken = ['{"a":{"b":1}', '{"s":"no end', 'text', '{CreateMirror}']

    const read = await readBytes([create, ...broken, create].join('\n'))

    assert.deepEqual(lines(read.facts), [1, 6])
    assert.deepEqual(codes(read), [
      'reading/json-broken',
      'reading/json-broken',
      'reading/json-stray',
      'reading/json-broken',
    ])
    assert.equal(read.input.counts.unrecognised, 4)
  })

  it('passes over a record that is too large', async () => {
    const large = `{"does":"CreateMirror","s":"${'x'.repeat(9 * 1024 * 1024)}"}`

    for (const chunkBytes of [[65_536], [1_000_003]]) {
      const read = await readBytes([create, large, create].join('\n'), { chunkBytes })

      assert.deepEqual(lines(read.facts), [1, 3])
      assert.deepEqual(codes(read), ['reading/json-too-large'])
      assert.equal(read.input.units, 3)
    }
  })

  it('says that it ends before its end', async () => {
    const { input, facts } = await readBytes(`{"Records":[${create},\n{"host":"a`)

    assert.equal(messages(facts).length, 1)
    assert.deepEqual(input.failure, {
      path: 'input',
      code: 'TW_INPUT_CUT_OFF',
      message: 'input: ends inside what starts at line 2',
    })
  })
})

describe('an input', () => {
  it('that is no text is not read, and a note says so', async () => {
    const utf16 = Buffer.from(`\uFEFF${mirrorLine}`, 'utf16le')
    const kinds = { empty: Buffer.alloc(0), zip: Buffer.from('PK\u0003\u0004'), utf16, nul: Buffer.alloc(100) }

    const read = Object.entries(kinds).map(async ([kind, bytes]) => [kind, await readBytes(bytes)] as const)

    for (const [kind, result] of await Promise.all(read)) {
      assert.equal(result.input.framing, kind === 'empty' ? 'empty' : 'not-text')
      assert.deepEqual(codes(result), kind === 'empty' ? [] : ['reading/not-text'])
    }
  })

  it('that fails midway is read up to there', async () => {
    const { summary, facts } = await readBytes(`${mirrorLine}\n`, { failsWith: 'TW_INPUT_DAMAGED' })

    assert.equal(messages(facts).length, 1)
    assert.deepEqual(summary.failures, [{ path: 'input', code: 'TW_INPUT_DAMAGED', message: 'failed' }])
  })

  it('is read synchronously where it can be, and closed', async () => {
    const left = [Buffer.from(mirrorLine)]
    const calls: string[] = []
    const input: Input = {
      path: 'plain',
      sizeBytes: mirrorLine.length,
      open: () => assert.fail('the stream is not needed'),
      openSync: () => ({
        read: (into) => left.pop()?.copy(into) ?? 0,
        close: () => calls.push('close'),
      }),
    }

    const { facts, input: summary } = await readInput(input, {
      onProgress: ({ bytesDone, bytesTotal }) => calls.push(`${bytesDone} of ${bytesTotal}`),
    })

    assert.equal(messages(facts).length, 1)
    assert.equal(summary.bytes, mirrorLine.length)
    assert.deepEqual(calls, [`${mirrorLine.length} of ${mirrorLine.length}`, 'close'])
  })
})

describe('a traced line', () => {
  const traceOf = async (text: string, line: number): Promise<readonly string[]> => {
    const { summary } = await readBytes(text, { traceLine: { path: 'input', line } })
    return (summary.trace ?? []).map(({ stage, says }) => `${stage}: ${says.replace(/[0-9a-f]{64}/, 'ID')}`)
  }

  it('of a log is followed to its facts', async () => {
    assert.deepEqual(await traceOf(`${quietLine}\n${mirrorLine}`, 2), [
      'input: input, 98 bytes looked at first',
      'framing: lines',
      'dialect: fake-documents recognises it as its document: 0',
      'dialect: fake-blocks recognises it as its records: 0',
      'needles: fake-lines: in the line',
      'dialect: fake-lines: reads it',
      'outcome: modelled: a mirror',
      'facts: state ID',
    ])
  })

  it('that no needle selects ends there', async () => {
    assert.equal(
      (await traceOf(`${quietLine}\n${mirrorLine}`, 1)).at(-1),
      'outcome: not-selected: no needle of a dialect is in the line',
    )
  })

  it('of a configuration is found in its device', async () => {
    assert.deepEqual((await traceOf('! coolnos\nmirror 1\ndevice b\ntap 2', 4)).slice(2), [
      'dialect: fake-documents recognises it as its document: 0.9',
      'dialect: fake-blocks recognises it as its records: 0',
      'dialect: line 2 of the device that starts at line 3',
      'outcome: unsupported: a tap',
      'facts: none',
    ])
  })

  it('of an audit trail is the record around it', async () => {
    const trace = await traceOf('{"host":"a",\n"does":"CreateMirror"\n}', 2)

    assert.deepEqual(trace.slice(2, 4), [
      'framing: record at lines 1 to 3, offset 0',
      'needles: fake-json: in the record',
    ])
  })
})
