/** Captures of real mirrors and tunnels, where the corpus is at hand: carriers, sessions and VLANs are those that tcpdump printed. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { CARRIERS } from '../../facts/carriers.data.ts'
import { CaptureReader } from '../_captures/capture-reader.ts'
import { addressText } from '../_row/address-words.ts'
import { FlowRow } from '../_row/flow-row.ts'
import { PacketBytes } from './packet-bytes.ts'
import { readLink } from './read-packet.ts'

const folder = join(
  resolve(process.env['TAPWARDEN_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus')),
  'flows/packets',
)
const skip = existsSync(folder) ? false : `no corpus at ${folder}`

const captures = {
  'erspan-type-i-4': { packets: 119, carriers: { 'erspan-1': 88, 'gre-ip': 8, none: 23 } },
  'erspan-type-ii-2': { packets: 16, carriers: { 'erspan-2': 16 } },
  'erspan-type-iii-ft-0': { packets: 9, carriers: { 'erspan-3': 9 } },
  'geneve-gcp': { packets: 1, carriers: { geneve: 1 } },
  vxlan: { packets: 10, carriers: { vxlan: 10 } },
  various_gre: { packets: 100, carriers: { gre: 30, none: 70 } },
} as const

for (const [name, expected] of Object.entries(captures)) {
  test(`${name} reads as tcpdump printed it`, { skip }, () => {
    const printed = printedPackets(readFileSync(join(folder, `${name}.out`), 'utf8'))
    const rows = rowsOf(readFileSync(join(folder, `${name}.pcap`)))

    assert.equal(rows.length, expected.packets)
    assert.equal(printed.length, expected.packets)
    for (const [index, row] of rows.entries()) assertAgrees(row, printed[index] ?? '', `packet ${index + 1}`)
    assert.deepEqual(countCarriers(rows), expected.carriers)
  })
}

/** The text of each packet: it starts with its number, and lines that belong to it are indented. */
function printedPackets(text: string): readonly string[] {
  return text.split(/^ *\d+ {2}(?=\d{4}-)/m).slice(1)
}

function rowsOf(bytes: Uint8Array): readonly FlowRow[] {
  const rows: FlowRow[] = []
  const within = new PacketBytes()
  const reader = new CaptureReader('pcap', {
    packet: (packet) => {
      const row = new FlowRow()
      readLink(row, within.set(packet.bytes, packet.from, packet.to), packet.linkType)
      rows.push(row)
    },
    damaged: ({ message }) => assert.fail(message),
  })
  reader.push(bytes)
  reader.end()
  return rows
}

function assertAgrees(row: FlowRow, printed: string, packet: string): void {
  const ends = /(\d+\.\d+\.\d+\.\d+)(?:\.(\d+))? > (\d+\.\d+\.\d+\.\d+)(?:\.(\d+))?: /.exec(printed)
  assert.equal(row.protocol >= 0, ends !== null, packet)
  if (ends === null) return
  assert.equal(addressText([row.sourceA, row.sourceB, row.sourceC, row.sourceD]), ends[1], packet)
  assert.equal(addressText([row.destinationA, row.destinationB, row.destinationC, row.destinationD]), ends[3], packet)
  assert.equal(row.sourcePort, Number(ends[2] ?? 0), packet)
  assert.equal(row.destinationPort, Number(ends[4] ?? 0), packet)

  const erspan = /erspan type([123])(?: session (\d+))?/.exec(printed)
  const number = erspan?.[2] ?? /(?:vni |key=)(0x[0-9a-f]+|\d+)/.exec(printed)?.[1] ?? -1
  if (erspan !== null) assert.equal(CARRIERS[row.carrier]?.name, `erspan-${erspan[1]}`, packet)
  assert.equal(row.sessionId, Number(number), packet)
  const vlan = /erspan type\d session \d+ (?:isl|dot1q|vlan) (\d+)/.exec(printed)
  if (vlan !== null) assert.equal(row.innerVlan, Number(vlan[1]), packet)
  assert.equal(row.innerProtocol, row.carrier === 0 ? -1 : innerProtocol(printed), packet)
}

/** Of the second IP header; -1 where the copy holds no IP, or tcpdump did not look inside. */
function innerProtocol(printed: string): number {
  const headers = [...printed.matchAll(/proto [\w-]+ \((\d+)\)/g)].map((header) => Number(header[1]))
  if (headers.length > 1) return headers[1] ?? -1
  return /> [\d.]+: ICMP/.test(printed) ? 1 : -1
}

function countCarriers(rows: readonly FlowRow[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { carrier } of rows) {
    const name = CARRIERS[carrier]?.name || 'none'
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}
