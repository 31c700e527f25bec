import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Dialect, JsonRecord } from '../../../dialects/contract.ts'
import type { LogRecord } from '../../../facts/log-content/log-record.ts'
import type { LogSource } from '../../../facts/log-content/log-source.ts'
import { fakeDialects } from '../_testing/fake-dialects.ts'
import { type ReadBytesOptions, readBytes } from '../_testing/read-bytes.ts'

const logged: LogSource = {
  id: 'cool-log',
  title: 'Cool NOS log',
  form: 'text',
  fields: { time: 'message' },
  sigma: { product: 'coolnos', definition: 'logging on' },
  sentinel: { tables: ['Syslog'], connectors: ['Syslog'] },
  blindSpots: [],
}
const typed: LogSource = { ...logged, id: 'cool-commands', commands: { of: 'any', before: String.raw`typed:\s*` } }
const trail: LogSource = { ...logged, id: 'cool-trail', form: 'json' }

/** The small dialects, those named with these logs. */
function withSources(sources: Readonly<Record<string, readonly LogSource[]>>): readonly Dialect[] {
  return fakeDialects.map((dialect) => {
    const own = sources[dialect.id]
    if (own === undefined) return dialect
    const content = { sources: own, signatures: [], commandSignatures: [], examples: [], exercises: [] }
    return { ...dialect, content }
  })
}

const dialects = withSources({ 'fake-lines': [logged, typed], 'fake-blocks': [logged], 'fake-json': [logged, trail] })

async function recordsOf(text: string, options: ReadBytesOptions = {}): Promise<readonly LogRecord[]> {
  const records: LogRecord[] = []
  await readBytes(text, {
    dialects,
    ...options,
    onRecord: (record) => {
      records.push(record)
    },
  })
  return records
}

const mirrorLine = '2026-11-13T02:00:00Z edge-1 coolnos: mirror on port 1'
const quietLine = '2026-11-13T02:00:05Z edge-2 coolnos: nothing'

describe('who asks for records', () => {
  it('is shown every line with its log, sender, time and place, whether it says anything of mirrors or not', async () => {
    const records = await recordsOf(`${mirrorLine}\r\nnobody knows this\n${quietLine}`)

    assert.deepEqual(records, [
      {
        source: logged,
        text: mirrorLine,
        value: undefined,
        at: '2026-11-13T02:00:00.000Z',
        sender: 'edge-1',
        place: { path: 'input', line: 1, offset: 0 },
      },
      {
        source: logged,
        text: quietLine,
        value: undefined,
        at: '2026-11-13T02:00:05.000Z',
        sender: 'edge-2',
        place: { path: 'input', line: 3, offset: 73 },
      },
    ])
  })

  it('is shown lines beyond the sampled ones', async () => {
    const lines = `${quietLine}\n`.repeat(40_000)

    const records = await recordsOf(lines, { coverage: 'sampled', chunkBytes: [100_001] })

    assert.equal(records.length, 40_000)
    assert.equal(records.at(-1)?.place.line, 40_000)
  })

  it('learns from the words before a command which log of several it is', async () => {
    const records = await recordsOf(`${quietLine} typed: show clock\n${quietLine}`)

    assert.deepEqual(
      records.map(({ source }) => source.id),
      ['cool-commands', 'cool-log'],
    )
  })

  it('is shown objects as they are written and parsed, their long numbers whole', async () => {
    const written = '{"host": "acct-1", "at": "2026-11-13T02:00:00Z",  "vni": 12345678901234567890}'

    const [record] = await recordsOf(`{"Records": [${written}]}`)

    assert.equal(record?.text, written)
    assert.equal(record?.source.id, 'cool-trail')
    assert.equal(record?.value?.['vni'], '12345678901234567890')
    assert.deepEqual(record?.place, { path: 'input', line: 1, offset: 13 })
  })

  it('is shown objects under the names of their platform, whatever they came in', async () => {
    const unwrapping = dialects.map((dialect) => {
      const { json } = dialect
      if (json === undefined) return dialect
      const asWritten = (value: JsonRecord['value']) => {
        if (value['host'] === 'broken') throw new Error('bug')
        return { named: value['host'] }
      }
      return { ...dialect, json: { ...json, asWritten } }
    })
    const written = '{"host":"acct-1","at":"2026-11-13T02:00:00Z"}'

    const records = await recordsOf(`${written}\n${written.replace('acct-1', 'broken')}`, { dialects: unwrapping })

    assert.deepEqual(
      records.map(({ value }) => value),
      [{ named: 'acct-1' }, { host: 'broken', at: '2026-11-13T02:00:00Z' }],
    )
    assert.equal(records[0]?.text, written)
  })

  it('is shown records of several lines as one', async () => {
    const record = '2026-11-13T02:00:00Z edge-1\n\tdoes mirror'

    const records = await recordsOf(`# coolnos records\n\n${record.replaceAll('\n', '\r\n')}\r\n\r\n`)

    assert.deepEqual(
      records.map(({ text, place }) => [text, place.line]),
      [[record, 3]],
    )
  })

  it('is shown what a dialect failed at, and nothing of those without content about such records', async () => {
    const text = `2026-11-13T02:00:00Z edge-1 coolnos: crash\n${quietLine}`

    assert.equal((await recordsOf(text)).length, 2)
    assert.deepEqual(await recordsOf(text, { dialects: fakeDialects }), [])
    assert.deepEqual(await recordsOf(text, { dialects: withSources({ 'fake-lines': [trail] }) }), [])
  })

  it('changes nothing in what is read, and sees inputs that were read before', async () => {
    const text = `${mirrorLine}\n${quietLine}\nunknown\n`
    const marks = { readMarks: async (all: readonly string[]) => new Set(all), putReadMarks: async () => {} }

    const plain = await readBytes(text, { dialects, coverage: 'exact' })
    const shown: LogRecord[] = []
    const tapped = await readBytes(text, { dialects, marks, onRecord: (record) => shown.push(record) })

    assert.deepEqual(tapped.facts, plain.facts)
    assert.deepEqual(tapped.summary, plain.summary)
    assert.equal(shown.length, 2)
  })
})
