import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { concat, u32 } from '../_testing/bytes.ts'
import {
  block,
  type CapturedFrame,
  enhancedPacketBlock,
  interfaceBlock,
  LINK,
  packetBlock,
  pcapngOf,
  pcapOf,
  sectionBlock,
  simplePacketBlock,
} from '../_testing/captures.ts'
import { type CaptureKind, CaptureReader } from './capture-reader.ts'
import { isPcap } from './pcap.ts'
import { isPcapng } from './pcapng.ts'

const AT_MS = Date.parse('2026-11-14T03:12:07.123Z')
const frame = (first: number, length = 60): CapturedFrame => ({
  bytes: new Uint8Array(length).fill(first),
  atMs: AT_MS + first,
})
const frames = [frame(1), frame(2, 1514), frame(3)]

/** What a reading told: packets as `link time length/original first-byte`, and damages. */
interface Told {
  readonly packets: readonly string[]
  readonly offsets: readonly number[]
  readonly damages: readonly string[]
}

function read(kind: CaptureKind, bytes: Uint8Array, cuts: readonly number[] = [bytes.length]): Told {
  const told = { packets: [] as string[], offsets: [] as number[], damages: [] as string[] }
  const reader = new CaptureReader(kind, {
    packet: ({ bytes, from, to, originalLength, linkType, atMs, offset }) => {
      const time = atMs === 0 ? 'undated' : `${atMs - AT_MS}`
      told.packets.push(`${linkType} ${time} ${to - from}/${originalLength} ${bytes[from]}`)
      told.offsets.push(offset)
    },
    damaged: ({ message, offset }) => told.damages.push(`${offset}: ${message}`),
  })
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = Math.max(1, cuts[turn % cuts.length] ?? 1)
    reader.push(bytes.slice(at, at + size))
    at += size
  }
  reader.end()
  return told
}

const whole = ['1 1 60/60 1', '1 2 1514/1514 2', '1 3 60/60 3']

describe('a pcap', () => {
  for (const littleEndian of [true, false]) {
    for (const magic of ['microseconds', 'nanoseconds', 'modified'] as const) {
      it(`in ${magic}, ${littleEndian ? 'little' : 'big'} end first`, () => {
        const bytes = pcapOf(frames, { littleEndian, magic })

        assert.ok(isPcap(bytes))
        assert.deepEqual(read('pcap', bytes), { packets: whole, offsets: read('pcap', bytes).offsets, damages: [] })
      })
    }
  }

  it('tells where its packets stand, and how long they were', () => {
    const cut = { ...frame(1, 96), originalLength: 1514 }

    const { packets, offsets } = read('pcap', pcapOf([cut, frame(2)], { linkType: LINK.sll2, snapLength: 96 }))

    assert.deepEqual(packets, ['276 1 96/1514 1', '276 2 60/60 2'])
    assert.deepEqual(offsets, [24, 24 + 16 + 96])
  })

  it('whose link type tells of frame checksums too is still Ethernet', () => {
    assert.deepEqual(read('pcap', pcapOf([frame(1)], { linkType: 0xf4000001 })).packets, ['1 1 60/60 1'])
  })

  it('with a length that cannot be is read up to there', () => {
    const good = pcapOf([frame(1)])
    const lying = concat(good, new Uint8Array(8), u32(0xffffffff, 0xffffffff), pcapOf([frame(2)]))

    const { packets, damages } = read('pcap', lying)

    assert.deepEqual(packets, ['1 1 60/60 1'])
    assert.deepEqual(damages, ['100: a packet of 4294967295 bytes cannot be; what follows it was not read'])
  })

  it('that was cut off says so', () => {
    const bytes = pcapOf(frames)

    assert.match(read('pcap', bytes.subarray(0, bytes.length - 1)).damages.join(), /^1630: the capture ends inside/)
    assert.match(read('pcap', bytes.subarray(0, 30)).damages.join(), /^24: the capture ends inside/)
  })
})

describe('a pcapng', () => {
  for (const littleEndian of [true, false]) {
    it(`${littleEndian ? 'little' : 'big'} end first`, () => {
      const bytes = pcapngOf(frames, { littleEndian })

      assert.ok(isPcapng(bytes))
      assert.deepEqual(read('pcapng', bytes).packets, whole)
    })
  }

  it('has sections in both byte orders, each with interfaces of its own', () => {
    const second = [frame(4)]
    const bytes = concat(pcapngOf(frames), pcapngOf(second, { littleEndian: false, linkType: LINK.raw }))

    assert.deepEqual(read('pcapng', bytes), {
      packets: [...whole, '101 4 60/60 4'],
      offsets: read('pcapng', bytes).offsets,
      damages: [],
    })
  })

  const units: readonly (readonly [name: string, resolution: number, unitsPerSecond: number])[] = [
    ['milliseconds', 3, 1e3],
    ['nanoseconds', 9, 1e9],
    ['parts of 2^-20 seconds', 0x80 + 20, 2 ** 20],
  ]
  for (const [name, resolution, unitsPerSecond] of units) {
    it(`counts time in ${name}, from an offset`, () => {
      const [section, told] = [sectionBlock(), interfaceBlock({ resolution, offsetSeconds: 3600 })]
      // 125 ms are a whole number of all these units.
      const atMs = AT_MS - 3_600_000 + 2
      const packet = enhancedPacketBlock({ ...frame(1), atMs }, { unitsPerSecond })

      assert.deepEqual(read('pcapng', concat(section, told, packet)).packets, ['1 2 60/60 1'])
    })
  }

  it('holds packets in blocks of three kinds, and blocks of kinds that nobody reads', () => {
    const unknown = block(0x0badc0de, new Uint8Array(2_000_000))
    const bytes = concat(
      sectionBlock(),
      interfaceBlock({ linkType: LINK.raw, snapLength: 40 }),
      interfaceBlock(),
      unknown,
      enhancedPacketBlock(frame(1), { interfaceId: 1 }),
      packetBlock(frame(2), { interfaceId: 1 }),
      simplePacketBlock(new Uint8Array(40).fill(3), { originalLength: 60 }),
    )

    assert.deepEqual(read('pcapng', bytes).packets, ['1 1 60/60 1', '1 2 60/60 2', '101 undated 40/60 3'])
  })

  it('with a packet that lies about itself goes on behind its block', () => {
    const packet = enhancedPacketBlock(frame(1))
    packet.set([0xff, 0xff, 0xff, 0x7f], 20)
    const bytes = concat(sectionBlock(), interfaceBlock(), packet, enhancedPacketBlock(frame(2), { interfaceId: 7 }))

    const { packets, damages } = read('pcapng', concat(bytes, enhancedPacketBlock(frame(3))))

    assert.deepEqual(packets, ['1 3 60/60 3'])
    assert.deepEqual(damages, [
      '48: a packet that is longer than its block',
      '140: a packet of an interface that was not described',
    ])
  })

  it('with a block whose lengths differ, or cannot be, is read up to there', () => {
    const start = pcapngOf([frame(1)])
    const odd = block(6, new Uint8Array(32))
    odd.set([1], odd.length - 4)

    assert.match(read('pcapng', concat(start, odd, start)).damages.join(), /^140: a block whose two lengths differ/)
    assert.match(
      read('pcapng', concat(start, u32(0x06000000, 0xffffff00, 0))).damages.join(),
      /16777215 bytes cannot be/,
    )
  })

  it('that ends inside a block that nobody reads says so', () => {
    const bytes = concat(pcapngOf(frames), block(0x0badc0de, new Uint8Array(100)).subarray(0, 50))

    assert.match(read('pcapng', bytes).damages.join(), /the capture ends inside/)
  })
})

describe('any capture', () => {
  const captures: readonly (readonly [CaptureKind, Uint8Array])[] = [
    ['pcap', pcapOf(frames)],
    ['pcapng', concat(pcapngOf(frames), block(99, new Uint8Array(3000)), pcapngOf(frames, { littleEndian: false }))],
  ]

  it('reads the same however it is cut', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.constantFrom(...captures), cuts, ([kind, bytes], cut) => {
        assert.deepEqual(read(kind, bytes, cut), read(kind, bytes))
      }),
    )
  })

  it('is read without a throw, whatever its bytes', () => {
    const change = fc.tuple(fc.nat(4000), fc.integer({ min: 0, max: 255 }))
    fc.assert(
      fc.property(fc.constantFrom(...captures), fc.array(change, { maxLength: 12 }), ([kind, bytes], changes) => {
        const damaged = bytes.slice()
        for (const [at, byte] of changes) damaged[at % damaged.length] = byte

        const { packets } = read(kind, damaged, [777])

        assert.ok(packets.length <= bytes.length / 12)
      }),
    )
  })
})
