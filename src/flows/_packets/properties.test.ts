/** Whatever the bytes, and wherever they are cut: no throw, nothing read behind the end, and nothing claimed that noise could be. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { cpuTimeMs } from '../../../test/_testing/cpu-time.ts'
import { CARRIERS } from '../../facts/carriers.data.ts'
import { FlowRow } from '../_row/flow-row.ts'
import { datagramFrame } from '../_testing/packets.ts'
import { packetsOf } from './_testing/hex-packets.ts'
import { rowContent } from './_testing/row-content.ts'
import { PacketBytes } from './packet-bytes.ts'
import { readLink } from './read-packet.ts'

const folder = new URL('./cases/', import.meta.url)
const written = readdirSync(folder).flatMap((name) =>
  packetsOf(readFileSync(new URL(`${name}/input.hex`, folder), 'utf8')),
)

const linkTypes = [0, 1, 12, 101, 108, 113, 228, 229, 276, 105]
const packet = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.constantFrom(...written).map(({ bytes }) => bytes),
  // A written packet with some of its bytes replaced.
  fc
    .tuple(
      fc.constantFrom(...written),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
    )
    .map(([{ bytes }, changes]) => {
      const changed = Uint8Array.from(bytes)
      for (const [at, value] of changes) if (changed.length > 0) changed[at % changed.length] = value
      return changed
    }),
)

test('a packet is read from its own bytes alone, wherever it stands and whatever stands around it', () => {
  const kept = packet.chain((bytes) => fc.tuple(fc.constant(bytes), fc.nat({ max: bytes.length })))
  fc.assert(
    fc.property(
      kept,
      fc.constantFrom(...linkTypes),
      fc.uint8Array({ maxLength: 60 }),
      ([bytes, end], linkType, noise) => {
        const alone = bytes.slice(0, end)
        const among = Uint8Array.from([...noise, ...alone, ...noise])

        const found = read(alone, linkType)
        const foundAmong = read(among, linkType, [noise.length, noise.length + end])

        assert.deepEqual(foundAmong, found)
      },
    ),
    { numRuns: 5000 },
  )
})

test('rows hold numbers that can be true', () => {
  fc.assert(
    fc.property(packet, fc.constantFrom(...linkTypes), (bytes, linkType) => {
      const { row, isIp } = read(bytes, linkType)

      for (const [name, value] of Object.entries(row)) assert.ok(Number.isInteger(value) && value >= -1, name)
      for (const port of [row.sourcePort, row.destinationPort, row.innerSourcePort, row.innerDestinationPort]) {
        assert.ok(port <= 0xffff)
      }
      assert.ok(row.innerVlan <= 0xfff && row.protocol <= 0xff && row.innerProtocol <= 0xff)
      assert.ok(row.sessionId <= 0xffffffff && row.carrier < CARRIERS.length)
      if (!isIp) assert.deepEqual(row, new FlowRow(), 'what is no IP leaves the row alone')
    }),
    { numRuns: 5000 },
  )
})

test('less of a packet never says other things, only less', () => {
  fc.assert(
    fc.property(fc.constantFrom(...written), fc.nat(), ({ bytes, linkType }, cut) => {
      const whole = read(bytes, linkType)
      const part = read(bytes.slice(0, bytes.length === 0 ? 0 : cut % bytes.length), linkType)

      if (!part.isIp) return
      const { carrier, protocol, ...said } = rowContent(part.row)
      const all = rowContent(whole.row)
      for (const [name, value] of Object.entries(said)) {
        assert.equal(value, all[name], name)
      }
    }),
    { numRuns: 5000 },
  )
})

test('random payloads are no carriers, whatever their ports', () => {
  const ports = fc.constantFrom(
    53,
    123,
    443,
    1701,
    2055,
    4789,
    5000,
    5555,
    6081,
    6343,
    7932,
    10_000,
    30_030,
    37_008,
    49_152,
  )
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 8, maxLength: 200 }),
      ports,
      ports,
      (payload, sourcePort, destinationPort) => {
        // First bytes that overlays and TZSP have too are for the cases.
        const marked = destinationPort === 37_008 ? Uint8Array.from([2, ...payload]) : payload
        const ends = { source: '198.51.100.1', destination: '203.0.113.9', sourcePort, destinationPort }
        assert.equal(read(datagramFrame(marked, ends), 1).row.carrier, 0)
      },
    ),
    { numRuns: 5000 },
  )
})

test('long chains of tags, labels, routes and options take no time', () => {
  const units = ['81000001', '88470000', '0800fffc08000000', '3c00010400000000', '00', '0a00', '01000001']
  const startedAt = cpuTimeMs()
  for (const unit of units) {
    const bytes = new Uint8Array(Buffer.from(unit.repeat(1_000_000 / unit.length), 'hex'))
    for (const linkType of linkTypes) read(bytes, linkType)
    const ends = { source: '198.51.100.1', destination: '203.0.113.9', destinationPort: 37_008 }
    read(datagramFrame(Uint8Array.from([1, 0, 0, 1, ...bytes.subarray(0, 60_000)]), ends), 1)
  }
  assert.ok(cpuTimeMs() - startedAt < 2000)
})

function read(bytes: Uint8Array, linkType: number, [from, to] = [0, bytes.length]) {
  const row = new FlowRow()
  const isIp = readLink(row, new PacketBytes().set(bytes, from, to), linkType)
  return { row, isIp }
}
