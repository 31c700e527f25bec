/**
 * The ordinary way: an object for every record, addresses as text, sets and maps of text. It answers the same questions as
 * ours, but for the facts.
 */
import type { Contender, Found } from './contenders.ts'
import type { DatagramSet } from './datagrams.ts'
import { watchedAddresses } from './traffic.ts'

interface FlowRecord {
  exporter: string
  source: string
  destination: string
  protocol: number
  sourcePort: number
  destinationPort: number
  input: number
  output: number
  bytes: number
  packets: number
  first: number
  last: number
}

/** Where a field stands in its record, and what it fills. */
interface TemplateField {
  readonly offset: number
  readonly length: number
  readonly read: FieldReader | undefined
}

type FieldReader = (record: FlowRecord, message: Message, field: TemplateField) => void

/** A datagram, the templates of its exporter, and where the record at hand begins. */
interface Message {
  readonly buffer: Buffer
  readonly exporter: string
  readonly templates: Map<string, readonly TemplateField[]>
  at: number
  bootMs: number
}

const senders = new Set(watchedAddresses())
const carrierProtocols = new Set([4, 47, 115])
const carrierPorts = new Set([4789, 6081, 37008, 7932, 30030, 5555])

export const objects: Contender = {
  name: 'object per record',
  reads: () => true,
  pass(set) {
    const tally = new Tally()
    const templates = new Map<string, readonly TemplateField[]>()
    const all = Buffer.from(set.bytes.buffer, set.bytes.byteOffset, set.bytes.byteLength)
    set.ends.forEach((end, n) => {
      const buffer = all.subarray(n === 0 ? 0 : set.ends[n - 1], end)
      const exporter = set.addresses[set.exporters[n] ?? 0] ?? ''
      for (const record of READERS[set.kind]({ buffer, exporter, templates, at: 0, bootMs: 0 })) tally.add(record)
    })
    return () => tally.found()
  },
}

const READERS: Readonly<Record<DatagramSet['kind'], (message: Message) => readonly FlowRecord[]>> = {
  'netflow-v5': readV5,
  'netflow-v9': (message) => readSets(message, { from: 20, templateSet: 0 }),
  ipfix: (message) => readSets(message, { from: 16, templateSet: 2 }),
  'sflow-v5': readSflow,
}

class Tally {
  #records = 0
  #kept = 0
  readonly #ports = new Map<string, Map<number, { out: number; into: number }>>()

  add(record: FlowRecord): void {
    this.#records++
    const ports = this.#portsOf(record.exporter)
    portOf(ports, record.output).out += record.bytes
    portOf(ports, record.input).into += record.bytes
    if (isKept(record)) this.#kept++
  }

  found(): Found {
    const ports = [...this.#ports.values()].flatMap((of) => [...of.values()])
    const octetsOut = ports.reduce((sum, { out }) => sum + out, 0)
    return { records: this.#records, kept: this.#kept, octetsOut }
  }

  #portsOf(exporter: string): Map<number, { out: number; into: number }> {
    const known = this.#ports.get(exporter)
    if (known !== undefined) return known
    const made = new Map<number, { out: number; into: number }>()
    this.#ports.set(exporter, made)
    return made
  }
}

function portOf(ports: Map<number, { out: number; into: number }>, index: number): { out: number; into: number } {
  const known = ports.get(index)
  if (known !== undefined) return known
  const made = { out: 0, into: 0 }
  ports.set(index, made)
  return made
}

function isKept({ protocol, source, sourcePort, destinationPort }: FlowRecord): boolean {
  if (carrierProtocols.has(protocol)) return true
  if (protocol === 17 && (carrierPorts.has(sourcePort) || carrierPorts.has(destinationPort))) return true
  return senders.has(source)
}

function readV5({ buffer, exporter }: Message): readonly FlowRecord[] {
  const records: FlowRecord[] = []
  const bootMs = buffer.readUInt32BE(8) * 1000 + buffer.readUInt32BE(12) / 1_000_000 - buffer.readUInt32BE(4)
  for (let at = 24; at + 48 <= buffer.length; at += 48) {
    records.push({
      exporter,
      source: ipv4(buffer, at),
      destination: ipv4(buffer, at + 4),
      protocol: buffer.readUInt8(at + 38),
      sourcePort: buffer.readUInt16BE(at + 32),
      destinationPort: buffer.readUInt16BE(at + 34),
      input: buffer.readUInt16BE(at + 12),
      output: buffer.readUInt16BE(at + 14),
      packets: buffer.readUInt32BE(at + 16),
      bytes: buffer.readUInt32BE(at + 20),
      first: bootMs + buffer.readUInt32BE(at + 24),
      last: bootMs + buffer.readUInt32BE(at + 28),
    })
  }
  return records
}

function readSets(
  message: Message,
  { from, templateSet }: { from: number; templateSet: number },
): readonly FlowRecord[] {
  const { buffer, exporter, templates } = message
  if (templateSet === 0) message.bootMs = buffer.readUInt32BE(8) * 1000 - buffer.readUInt32BE(4)
  const records: FlowRecord[] = []
  for (let at = from; at + 4 <= buffer.length; at += buffer.readUInt16BE(at + 2)) {
    const id = buffer.readUInt16BE(at)
    const end = at + buffer.readUInt16BE(at + 2)
    if (id === templateSet) readTemplates(message, at + 4, end)
    const template = templates.get(`${exporter}/${id}`)
    if (template === undefined) continue
    const size = template.reduce((sum, { length }) => sum + length, 0)
    for (message.at = at + 4; message.at + size <= end; message.at += size) records.push(readRecord(message, template))
  }
  return records
}

function readTemplates({ buffer, exporter, templates }: Message, from: number, end: number): void {
  for (let at = from; at + 4 <= end; ) {
    const id = buffer.readUInt16BE(at)
    const count = buffer.readUInt16BE(at + 2)
    const template: TemplateField[] = []
    let offset = 0
    for (let n = 0; n < count; n++) {
      const length = buffer.readUInt16BE(at + 6 + n * 4)
      template.push({ offset, length, read: FIELDS[buffer.readUInt16BE(at + 4 + n * 4)] })
      offset += length
    }
    templates.set(`${exporter}/${id}`, template)
    at += 4 + count * 4
  }
}

function readRecord(message: Message, template: readonly TemplateField[]): FlowRecord {
  const record = emptyRecord(message.exporter)
  for (const field of template) field.read?.(record, message, field)
  return record
}

function emptyRecord(exporter: string): FlowRecord {
  const ports = { sourcePort: 0, destinationPort: 0, input: 0, output: 0 }
  return { exporter, source: '', destination: '', protocol: 0, ...ports, bytes: 0, packets: 0, first: 0, last: 0 }
}

/** What is looked at, by type. @source IANA IPFIX information elements */
const FIELDS: Readonly<Record<number, FieldReader>> = {
  8: (record, { buffer, at }, { offset }) => {
    record.source = ipv4(buffer, at + offset)
  },
  12: (record, { buffer, at }, { offset }) => {
    record.destination = ipv4(buffer, at + offset)
  },
  27: (record, { buffer, at }, { offset }) => {
    record.source = ipv6(buffer, at + offset)
  },
  28: (record, { buffer, at }, { offset }) => {
    record.destination = ipv6(buffer, at + offset)
  },
  4: (record, message, field) => {
    record.protocol = unsigned(message, field)
  },
  7: (record, message, field) => {
    record.sourcePort = unsigned(message, field)
  },
  11: (record, message, field) => {
    record.destinationPort = unsigned(message, field)
  },
  10: (record, message, field) => {
    record.input = unsigned(message, field)
  },
  14: (record, message, field) => {
    record.output = unsigned(message, field)
  },
  1: (record, message, field) => {
    record.bytes = unsigned(message, field)
  },
  2: (record, message, field) => {
    record.packets = unsigned(message, field)
  },
  152: (record, message, field) => {
    record.first = unsigned(message, field)
  },
  153: (record, message, field) => {
    record.last = unsigned(message, field)
  },
  22: (record, message, field) => {
    record.first = message.bootMs + unsigned(message, field)
  },
  21: (record, message, field) => {
    record.last = message.bootMs + unsigned(message, field)
  },
}

function readSflow({ buffer, exporter }: Message): readonly FlowRecord[] {
  const records: FlowRecord[] = []
  for (let at = 28; at + 8 <= buffer.length; at += 8 + buffer.readUInt32BE(at + 4)) {
    const record = emptyRecord(exporter)
    record.input = buffer.readUInt32BE(at + 28)
    record.output = buffer.readUInt32BE(at + 32)
    readPacket(record, buffer, at + 40)
    records.push(record)
  }
  return records
}

/** The raw header of an IPv4 packet, which stands first. */
function readPacket(record: FlowRecord, buffer: Buffer, at: number): void {
  if (buffer.readUInt32BE(at) !== 1) return
  const ip = at + 24 + 14
  record.packets = 1
  record.bytes = buffer.readUInt32BE(at + 12)
  record.protocol = buffer.readUInt8(ip + 9)
  record.source = ipv4(buffer, ip + 12)
  record.destination = ipv4(buffer, ip + 16)
  record.sourcePort = buffer.readUInt16BE(ip + 20)
  record.destinationPort = buffer.readUInt16BE(ip + 22)
}

function unsigned({ buffer, at }: Message, { offset, length }: TemplateField): number {
  return length === 8 ? Number(buffer.readBigUInt64BE(at + offset)) : buffer.readUIntBE(at + offset, length)
}

function ipv4(buffer: Buffer, at: number): string {
  return `${buffer[at]}.${buffer[at + 1]}.${buffer[at + 2]}.${buffer[at + 3]}`
}

function ipv6(buffer: Buffer, at: number): string {
  const groups: string[] = []
  for (let n = 0; n < 8; n++) groups.push(buffer.readUInt16BE(at + n * 2).toString(16))
  return groups.join(':')
}
