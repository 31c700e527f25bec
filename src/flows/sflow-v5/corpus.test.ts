/** Datagrams of real switches, where the corpus is at hand: counts, ports and values are those that other decoders printed. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { CaptureReader } from '../_captures/capture-reader.ts'
import { UdpDatagrams } from '../_captures/udp-datagrams.ts'
import { datagramOf, memory } from './_testing/decode.ts'
import { RecordingSink } from './_testing/recording-sink.ts'
import { flowFormat } from './index.ts'

const folder = join(
  resolve(process.env['TAPWARDEN_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus')),
  'flows',
)
const skip = existsSync(folder) ? false : `no corpus at ${folder}`

const inputs = [
  'telegraf-sflow_issue_15375',
  'telegraf-sflow_issue_15918',
  'tcpdump/sflow_multiple_counter_30_pdus.pcap',
  'tcpdump/sflow_expanded.pcap',
]

/** Numbers in the table's list that name no port: how many ports a packet left by. */
const noPorts: Readonly<Record<string, readonly number[]>> = { 'telegraf-sflow_issue_15918': [10] }

for (const input of inputs) {
  test(`${input} counts as COUNTS.tsv says`, { skip }, () => {
    const expected = expectedCounts(input)
    const { counts, rows } = decodeInput(input)

    assert.equal(counts['flow-sample'] ?? 0, Number(expected['flow_samples']))
    assert.equal(counts['counter-sample'] ?? 0, Number(expected['counter_samples']))
    assert.equal(counts['drop-sample'] ?? 0, Number(expected['drop_samples']))
    assert.equal(counts.malformed ?? 0, 0)
    // Some datagrams of this capture are NetFlow: the list is theirs.
    if (Number(expected['records']) > 0) return
    assert.deepEqual(
      portsOf(rows),
      said(expected['interface_indices']).filter((index) => !noPorts[input]?.includes(index)),
    )
  })
}

test('sampled packets of two routers', { skip }, () => {
  const { rows, ports, observers } = decodeInput('telegraf-sflow_issue_15918')
  const printed = readFileSync(join(folder, 'telegraf-sflow_issue_15918/expected.out'), 'utf8')
    .trim()
    .split('\n')
    .map(fieldsOf)
  const samples = printed.filter((fields) => 'l2_bytes' in fields)
  const counters = printed.find((fields) => 'out_bytes' in fields)

  // For packets sampled on their way out, the other decoder writes the sampling port where the input belongs.
  const isIn = samples.map((fields) => fields['direction'] === 'ingress')
  assert.deepEqual(
    rows.map(({ source, destination, sourcePort = 0, destinationPort = 0, ...row }, index) => ({
      ends: [source, destination, sourcePort, destinationPort],
      sample: [row['bytes'], row['samplingRate'], row['egress'] ?? 0, isIn[index] ? row['ingress'] : 0],
    })),
    samples.map((fields, index) => ({
      ends: [fields['src'], fields['dst'], Number(fields['src_port'] ?? 0), Number(fields['dst_port'] ?? 0)],
      sample: ['l2_bytes', 'sampling_interval', 'out_snmp', 'in_snmp'].map((name, column) =>
        column < 3 || isIn[index] ? Number(fields[name] ?? 0) : 0,
      ),
    })),
  )
  assert.deepEqual(
    ports.map(({ index, inOctets, outOctets }) => [index, inOctets, outOctets]),
    [[Number(counters?.['interface']), Number(counters?.['in_bytes']), Number(counters?.['out_bytes'])]],
  )
  assert.deepEqual(observers, [`address ${counters?.['agent_ip']}`])
})

test('counters of 144 ports', { skip }, () => {
  const { ports } = decodeInput('tcpdump/sflow_multiple_counter_30_pdus.pcap')
  const printed = readFileSync(join(folder, 'tcpdump/sflow_multiple_counter_30_pdus.out'), 'utf8')
  const octets = [...printed.matchAll(/ifindex (\d+), [\s\S]*?In octets (\d+), [\s\S]*?Out octets (\d+)/g)]

  assert.deepEqual(
    ports.map(({ index, inOctets, outOctets }) => [index, inOctets, outOctets]),
    octets.map(([, index, inOctets, outOctets]) => [Number(index), Number(inOctets), Number(outOctets)]),
  )
})

test('a packet between two ports with large numbers', { skip }, () => {
  const { rows, observers } = decodeInput('tcpdump/sflow_expanded.pcap')
  const printed = readFileSync(join(folder, 'tcpdump/sflow_expanded.out'), 'utf8')
  const [, rate, ingress, egress] = /rate (\d+), .* input (\d+) \(0\), output (\d+) \(0\)/.exec(printed) ?? []
  const [, length] = /protocol Ethernet \(1\), length (\d+)/.exec(printed) ?? []

  assert.equal(rows.length, 1)
  assert.deepEqual(
    [rows[0]?.['samplingRate'], rows[0]?.['ingress'], rows[0]?.['egress'], rows[0]?.['bytes']],
    [rate, ingress, egress, length].map(Number),
  )
  assert.deepEqual(observers, ['address 49.49.49.49'])
})

test('a damaged capture is read without a throw', { skip }, () => {
  const { rows, counts } = decodeInput('tcpdump/sflow_print-segv.pcap')

  assert.deepEqual([rows, counts], [[], {}])
})

/** Feeds an input as one exporter: every raw file of a folder, or every UDP payload of a capture. */
function decodeInput(input: string): RecordingSink {
  const sink = new RecordingSink()
  const kept = memory()
  const path = join(folder, input)
  if (!input.endsWith('.pcap')) {
    for (const name of readdirSync(path).filter((file) => file.endsWith('.bin'))) {
      flowFormat.datagrams?.decode(datagramOf(new Uint8Array(readFileSync(join(path, name)))), kept, sink)
    }
    return sink
  }
  const datagrams = new UdpDatagrams({
    payload: ({ bytes, from, to }) => {
      const datagram = datagramOf(bytes, [from, to])
      if (!flowFormat.datagrams?.recognise(datagram)) return false
      flowFormat.datagrams.decode(datagram, kept, sink)
      return true
    },
    packet: () => {},
  })
  const reader = new CaptureReader('pcap', { packet: (packet) => datagrams.take(packet), damaged: () => {} })
  reader.push(readFileSync(path))
  reader.end()
  datagrams.end()
  return sink
}

function expectedCounts(input: string): Readonly<Record<string, string>> {
  const [head = '', ...lines] = readFileSync(join(folder, 'COUNTS.tsv'), 'utf8').split('\n')
  const line = lines.find((text) => text.startsWith(`${input}\t`)) ?? assert.fail(`COUNTS.tsv has no ${input}`)
  const names = head.split('\t')
  return Object.fromEntries(line.split('\t').map((value, column) => [names[column], value]))
}

/** The fields of a line of InfluxDB's protocol, without quotes and types. */
function fieldsOf(line: string): Readonly<Record<string, string>> {
  const fields = line.split(' ')[1] ?? ''
  return Object.fromEntries(
    [...fields.matchAll(/(\w+)="?([^",]*?)u?"?(?:,|$)/g)].map(([, name, value]) => [name, value]),
  )
}

/** Interface numbers of rows, in order. */
function portsOf(rows: RecordingSink['rows']): readonly number[] {
  const numbers = rows.flatMap(({ ingress, egress }) => [ingress, egress]).filter((index) => typeof index === 'number')
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** `0 2 5` → the same without 0, which is no port. */
function said(list = ''): readonly number[] {
  return list
    .split(' ')
    .map(Number)
    .filter((index) => index !== 0)
}
