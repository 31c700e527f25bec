/**
 * Datagrams of real exporters, where the corpus is at hand: counts are those of its table, which another decoder made, and values
 * those that Telegraf and softflowd wrote beside the files.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { test } from 'node:test'
import { CaptureReader } from '../_captures/capture-reader.ts'
import { UdpDatagrams } from '../_captures/udp-datagrams.ts'
import type { DecodeCount } from '../contract.ts'
import { flowFormat as ipfix } from '../ipfix/index.ts'
import { flowFormat as netflowV5 } from '../netflow-v5/index.ts'
import { flowFormat as netflowV9 } from '../netflow-v9/index.ts'
import { Exporter } from './_testing/exporter.ts'

const folder = join(
  resolve(process.env['TAPWARDEN_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus')),
  'flows',
)
const skip = existsSync(folder) ? false : `no corpus at ${folder}`
const formats = [netflowV5, netflowV9, ipfix]

/** Kinds of count, in the order of the table's columns. */
const COLUMNS: readonly DecodeCount[] = [
  'record',
  'option-record',
  'template',
  'option-template',
  'set-without-template',
]

type Content = Readonly<Record<string, unknown>>

interface Decoded {
  readonly counts: Partial<Record<DecodeCount, number>>
  readonly rows: readonly Content[]
  readonly names: Readonly<Record<number, string>>
}

/** What one exporter sent: each file is one datagram, or a capture of several. */
function decode(datagrams: readonly Uint8Array[]): Decoded {
  const exporter = new Exporter(formats)
  const sinks = datagrams.map((bytes) => exporter.send(bytes, { maxMessages: 1 }).sink)
  sinks.push(exporter.finish())
  const counts: Partial<Record<DecodeCount, number>> = {}
  for (const what of COLUMNS) counts[what] = sinks.reduce((sum, sink) => sum + (sink.counts[what] ?? 0), 0)
  return {
    counts,
    rows: sinks.flatMap(({ rows }) => rows),
    names: Object.assign({}, ...sinks.map(({ names }) => names)),
  }
}

/** `a/b.dat+c.dat`, a capture, or a folder of datagrams. */
function datagramsOf(input: string): readonly Uint8Array[] {
  if (input.endsWith('.pcap')) return payloadsOf(readFileSync(join(folder, input)))
  const files = input.includes('.')
    ? input.split('+').map((file) => (file.includes('/') ? file : join(dirname(input.split('+')[0] ?? ''), file)))
    : readdirSync(join(folder, input))
        .filter((file) => file.endsWith('.bin'))
        .sort()
        .map((file) => join(input, file))
  return files.map((file) => readFileSync(join(folder, file)))
}

function payloadsOf(capture: Uint8Array): readonly Uint8Array[] {
  const payloads: Uint8Array[] = []
  const datagrams = new UdpDatagrams({
    payload: ({ bytes, from, to }) => payloads.push(bytes.slice(from, to)) > 0,
    packet: () => assert.fail('all packets are exports'),
  })
  const reader = new CaptureReader('pcap', {
    packet: (packet) => datagrams.take(packet),
    damaged: ({ message }) => assert.fail(message),
  })
  reader.push(capture)
  reader.end()
  datagrams.end()
  return payloads
}

const table = skip
  ? []
  : readFileSync(join(folder, 'COUNTS.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .filter(([input = '']) => !input.includes('sflow'))

test('the table has exports of NetFlow and IPFIX', { skip }, () => assert.equal(table.length, 22))

for (const [input = '', ...columns] of table) {
  test(`${input} has the counts of the table`, () => {
    const { counts, rows } = decode(datagramsOf(input))

    assert.deepEqual(Object.values(counts), columns.slice(0, COLUMNS.length).map(Number))
    // The table lists interface 0 where a template has the field; a row has 0 for both.
    const indices = new Set(rows.flatMap(({ ingress = 0, egress = 0 }) => [Number(ingress), Number(egress)]))
    const listed = (columns[8] ?? '').split(' ').map(Number)
    assert.deepEqual(
      [...indices].filter((index) => index > 0).sort((a, b) => a - b),
      listed.filter((index) => index > 0),
    )
    assert.equal(protocolsOf(rows), columns[9])
  })
}

/** `6:12 17:17` */
function protocolsOf(rows: readonly Content[]): string {
  const counts = new Map<number, number>()
  for (const { protocol } of rows) counts.set(Number(protocol), (counts.get(Number(protocol)) ?? 0) + 1)
  const sorted = [...counts].sort(([a], [b]) => a - b)
  return sorted.map(([protocol, count]) => `${protocol}:${count}`).join(' ')
}

const goldens = skip
  ? []
  : readdirSync(join(folder, 'softflowd-gre'))
      .filter((file) => file.endsWith('.golden.json'))
      .map((file) => `softflowd-gre/${file.replace('.golden.json', '')}`)

for (const name of goldens) {
  test(`${name} has the values of softflowd`, () => {
    const golden: readonly Content[] = JSON.parse(readFileSync(join(folder, `${name}.golden.json`), 'utf8'))
    const { rows } = decode(datagramsOf(`${name}.pcap`))

    const found = rows.map((row) => ({
      src: row['source'],
      dst: row['destination'],
      protocol: row['protocol'],
      src_port: row['sourcePort'] ?? 0,
      dst_port: row['destinationPort'] ?? 0,
      packets: row['packets'],
      octets: row['bytes'],
      input_if: row['ingress'] ?? 0,
      output_if: row['egress'] ?? 0,
    }))
    assert.deepEqual(sorted(found), sorted(golden))
  })
}

for (const name of ['telegraf-ipfix_example', 'telegraf-issue_14370', 'telegraf-netflow_v5_example']) {
  test(`${name} has the values of Telegraf`, { skip }, () => {
    const { rows } = decode(datagramsOf(name))

    assert.deepEqual(
      sorted(rows.map(asTelegraf)),
      sorted(
        linesOf(name)
          .filter(({ src }) => src !== undefined)
          .map(common),
      ),
    )
  })
}

test('telegraf-netflow_v9_options has the names of Telegraf', { skip }, () => {
  const { names } = decode(datagramsOf('telegraf-netflow_v9_options'))

  const expected = linesOf('telegraf-netflow_v9_options').map((line) => [line['in_snmp'], line['interface']])
  assert.deepEqual(names, Object.fromEntries(expected))
})

test('a count that lies is bounded by the bytes that are there', { skip }, () => {
  const bytes = readFileSync(join(folder, 'logstash-codec/netflow5_test_invalid01.dat'))

  const { sink, left } = new Exporter(formats).send(bytes)

  assert.deepEqual(sink.counts, { record: 30, malformed: 1 })
  assert.equal(left, 0)
})

/** `netflow,source=… a="x",b=1u 123` → `{ a: 'x', b: '1' }` */
function linesOf(name: string): readonly Readonly<Record<string, string>>[] {
  const text = readFileSync(join(folder, name, 'expected.out'), 'utf8').trim()
  return text.split('\n').map((line) => {
    const fields = line.matchAll(/[ ,](\w+)=(?:"([^"]*)"|(\d+)u)/g)
    return Object.fromEntries([...fields].map(([, key = '', text, number]) => [key, text ?? number ?? '']))
  })
}

/** What both know of a flow. */
function common(line: Readonly<Record<string, string>>): Content {
  const [start, end] = [line['flow_start_ms'] ?? line['first_switched'], line['flow_end_ms'] ?? line['last_switched']]
  return {
    source: line['src'],
    destination: line['dst'],
    protocol: { tcp: 6, udp: 17 }[line['protocol'] ?? ''],
    ports: `${line['src_port']} ${line['dst_port']}`,
    interfaces: `${line['in_snmp'] ?? 0} ${line['out_snmp'] ?? 0}`,
    bytes: line['in_bytes'] ?? line['in_total_bytes'],
    packets: line['in_packets'] ?? line['in_total_packets'],
    lasted: Number(end ?? 0) - Number(start ?? 0),
  }
}

function asTelegraf(row: Content): Content {
  return {
    source: row['source'],
    destination: row['destination'],
    protocol: row['protocol'],
    ports: `${row['sourcePort'] ?? 0} ${row['destinationPort'] ?? 0}`,
    interfaces: `${row['ingress'] ?? 0} ${row['egress'] ?? 0}`,
    bytes: String(row['bytes']),
    packets: String(row['packets']),
    lasted: Number(row['endMs'] ?? 0) - Number(row['startMs'] ?? 0),
  }
}

function sorted(rows: readonly Content[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).sort()
}
