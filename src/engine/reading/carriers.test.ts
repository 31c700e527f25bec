/** The same evidence gives the same facts and counts, whatever it was carried in. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { unpackEvidence } from '../../app/evidence/evidence-inputs.ts'
import { dialects } from '../../dialects/registry.generated.ts'
import type { Fact } from '../../facts/fact.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { tarOf } from '../../sources/_testing/tar.ts'
import type { Input } from '../../sources/contract.ts'
import { readInputs } from './read-inputs.ts'

const files: Readonly<Record<string, string>> = {
  'accounting.log':
    '2026-11-13 03:12:09 +0000\t192.0.2.7\tnetops-1\ttty2\t198.51.100.23\tstop\ttask_id=1\tservice=shell\tpriv-lvl=15\tcmd=monitor session 4 type erspan-source <cr>\n',
  'configs/2026-11-13/edge-rtr-07.cfg':
    'version 17.9\nhostname edge-rtr-07\n!\nmonitor session 1 source interface Gi1/0/1\nmonitor session 1 destination interface Gi1/0/9\n!\nend\n',
  'edge.log':
    '<189>77: edge-rtr-07: Nov 13 2026 03:12:07 UTC: %PARSER-5-CFGLOG_LOGGEDCMD: User:netops-1 logged command:monitor session 4 type erspan-source\n',
  'trail.json':
    '{"Records":[{"eventVersion":"1.09","eventTime":"2026-11-13T03:12:07Z","eventSource":"ec2.amazonaws.com","eventName":"DeleteTrafficMirrorSession","awsRegion":"eu-central-1","eventID":"0f2c","recipientAccountId":"111122223333","userIdentity":{"accountId":"111122223333"},"requestParameters":{"DeleteTrafficMirrorSessionRequest":{"TrafficMirrorSessionId":"tms-0a"}}}]}',
}

const asZip = (members: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(members).map(([name, content]) => [name, Buffer.from(content)])))
const asTar = (members: typeof files): Uint8Array =>
  tarOf(Object.entries(members).map(([name, content]) => ({ name, content })))
const toUtf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le')

function inputOf(path: string, content: string | Uint8Array): Input {
  async function* open(): AsyncIterable<Uint8Array> {
    yield Buffer.from(content)
  }
  return { path, sizeBytes: content.length, open }
}

async function* each(inputs: readonly Input[]): AsyncIterable<Input> {
  yield* inputs
}

/** Facts without their places, and what became of every input. */
async function read(
  inputs: readonly Input[],
): Promise<{ facts: readonly string[]; counts: unknown; failures: unknown }> {
  const facts: Fact[] = []
  const summary = await readInputs({
    inputs: unpackEvidence(each(inputs), { report: ({ message }) => assert.fail(message) }),
    dialects,
    realm: 'default',
    reference: '2026-11-20T00:00:00.000Z',
    coverage: 'exact',
    onFacts: (batch) => {
      facts.push(...batch)
    },
  })
  const said = new Set(facts.map((fact) => canonicalJson({ ...fact, places: [] })))
  return { facts: [...said].sort(), counts: summary.counts, failures: summary.failures }
}

const plain = Object.entries(files).map(([path, content]) => inputOf(path, content))
const carriers: Readonly<Record<string, readonly Input[]>> = {
  'a zip archive': [inputOf('x', asZip(files))],
  'a tape archive': [inputOf('x', asTar(files))],
  'a compressed tape archive': [inputOf('x', gzipSync(asTar(files)))],
  'a zip archive in a compressed one': [inputOf('x', asZip({ 'inner.tgz': gzipSync(asTar(files)) }))],
  'UTF-16': Object.entries(files).map(([path, content]) => inputOf(path, toUtf16(content))),
}

/** What a log platform makes of each file: rows of lines, and of the records of an audit trail. */
const rows = Object.entries(files)
  .filter(([path]) => !path.endsWith('.cfg'))
  .flatMap(([, content]) =>
    content.startsWith('{')
      ? JSON.parse(content).Records.map((record: unknown) => JSON.stringify(record))
      : content.trim(),
  )
const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`
const configuration = inputOf('configs/2026-11-13/edge-rtr-07.cfg', files['configs/2026-11-13/edge-rtr-07.cfg'] ?? '')

const exports: Readonly<Record<string, string>> = {
  'a table of Splunk': ['_raw,host', ...rows.map((row) => `${quoted(row)},x`)].join('\r\n'),
  'results of Splunk': rows.map((row) => JSON.stringify({ preview: false, result: { _raw: row } })).join('\n'),
  'the answer of Elasticsearch': JSON.stringify({
    hits: { hits: rows.map((row) => ({ _index: 'x', _source: { event: { original: row } } })) },
  }),
  'log events': JSON.stringify({ logEvents: rows.map((row) => ({ timestamp: 1, message: row })) }),
  'a compressed export in an archive': JSON.stringify(rows.map((_raw) => ({ _raw }))),
}

describe('evidence', () => {
  for (const [name, content] of Object.entries(exports)) {
    it(`in ${name} says what it says plain`, async () => {
      const bytes = name.includes('archive') ? asZip({ 'export.json.gz': gzipSync(content) }) : content

      const [expected, found] = [await read(plain), await read([configuration, inputOf('x', bytes)])]

      assert.deepEqual(found.facts, expected.facts)
    })
  }

  it('that Sentinel took apart is still the same record', async () => {
    const message =
      'Nov 13 2026 03:12:07 UTC: %SYS-5-CONFIG_I: Configured from console by netops-1 on vty0 (198.51.100.23)'
    const command =
      'Nov 13 2026 03:12:09 UTC: %PARSER-5-CFGLOG_LOGGEDCMD: User:netops-1  logged command:no monitor session 4'
    const lines = [`Nov 13 03:12:07 edge-rtr-07 77: ${message}`, `Nov 13 03:12:09 edge-rtr-07 78: ${command}`]
    const row = { EventTime: '2026-11-13T03:12:08Z', HostName: 'edge-rtr-07' }
    const rows = [
      { ...row, ProcessName: '77', SyslogMessage: message },
      { ...row, ProcessName: '78', SyslogMessage: `: ${command}` },
    ]
    const ids = async (input: Input): Promise<readonly string[]> =>
      (await read([input])).facts
        .map((fact) => JSON.parse(fact))
        .flatMap(({ kind, id }) => (kind === 'seen' ? [] : [id]))

    const [direct, found] = [await ids(inputOf('a', lines.join('\n'))), await ids(inputOf('b', JSON.stringify(rows)))]

    assert.ok(direct.length > 0)
    assert.deepEqual(found, direct)
  })

  for (const [carrier, inputs] of Object.entries(carriers)) {
    it(`in ${carrier} says what it says plain`, async () => {
      const expected = await read(plain)

      assert.match(JSON.stringify(expected), /"modelled":[5-9]/)
      assert.deepEqual(await read(inputs), expected)
    })
  }
})
