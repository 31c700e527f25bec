import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addressText } from '../_row/address-words.ts'
import { concat, u8, u16, u32 } from '../_testing/bytes.ts'
import { LINK } from '../_testing/captures.ts'
import { datagramFrame, ethernet, fragments, ip, ipv4, tcp, udp } from '../_testing/packets.ts'
import { UdpDatagrams } from './udp-datagrams.ts'

const v4 = { source: '192.0.2.7', destination: '198.51.100.20' }
const v6 = { source: '2001:db8::7', destination: '2001:db8::20' }
const payload = Uint8Array.from({ length: 3000 }, (_, at) => at)

/** Who was told what: payloads as `sender bytes first-byte last-byte`, other packets by their length. */
interface Sorting {
  readonly linkType?: number
  /** Whether somebody reads payloads. */
  readonly wanted?: boolean
}

function sort(
  packets: readonly Uint8Array[],
  { linkType = LINK.ethernet, wanted = true }: Sorting = {},
): { readonly payloads: readonly string[]; readonly packets: readonly number[] } {
  const told = { payloads: [] as string[], packets: [] as number[] }
  const datagrams = new UdpDatagrams({
    payload: ({ bytes, from, to, ip: { sourceA, sourceB, sourceC, sourceD } }) => {
      const sender = addressText([sourceA, sourceB, sourceC, sourceD])
      told.payloads.push(`${sender} ${to - from} ${bytes[from]} ${bytes[to - 1]}`)
      return wanted
    },
    packet: ({ from, to }) => told.packets.push(to - from),
  })
  for (const bytes of packets) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const place = { from: 0, to: bytes.length, originalLength: bytes.length, offset: 0 }
    datagrams.take({ bytes, view, linkType, atMs: 1, ...place })
  }
  datagrams.end()
  return told
}

const short = payload.subarray(1, 101)
const datagram = (ends: typeof v4): Uint8Array => ip(udp(short, { destinationPort: 2055 }), { ...ends, protocol: 17 })
const cooked = concat(u16(0, 1, 6), new Uint8Array(8), u16(0x0800), datagram(v4))
const cooked2 = concat(u16(0x86dd, 0), u32(2), new Uint8Array(12), datagram(v6))

describe('an export datagram is found', () => {
  const found: readonly (readonly [name: string, packet: Uint8Array, linkType: number, sender: string])[] = [
    ['in Ethernet', ethernet(datagram(v4)), LINK.ethernet, v4.source],
    ['behind two VLAN tags', ethernet(datagram(v6), { vlans: [10, 20] }), LINK.ethernet, v6.source],
    [
      'without the padding of a short frame',
      concat(ethernet(datagram(v4)), new Uint8Array(18)),
      LINK.ethernet,
      v4.source,
    ],
    ['in raw IP', datagram(v6), LINK.raw, v6.source],
    ['behind a loopback header', concat(u8(2, 0, 0, 0), datagram(v4)), LINK.null, v4.source],
    ['in a Linux cooked capture', cooked, LINK.sll, v4.source],
    ['in the newer one', cooked2, LINK.sll2, v6.source],
  ]
  for (const [name, packet, linkType, sender] of found) {
    it(name, () => {
      assert.deepEqual(sort([packet], { linkType }), { payloads: [`${sender} 100 1 100`], packets: [] })
    })
  }

  for (const ends of [v4, v6]) {
    const parts = fragments(udp(payload, { destinationPort: 2055 }), {
      ...ends,
      protocol: 17,
      identification: 9,
      size: 1400,
    }).map((packet) => ethernet(packet))

    it(`in fragments of ${ends.source}, in any order`, () => {
      fc.assert(
        fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (shuffled) => {
          assert.deepEqual(sort(shuffled), { payloads: [`${ends.source} 3000 0 183`], packets: [] })
        }),
      )
    })

    it(`not in fragments of ${ends.source} of which one is missing: they are packets`, () => {
      for (const missing of parts) {
        const left = parts.filter((part) => part !== missing)

        assert.deepEqual(sort(left), { payloads: [], packets: left.map(({ length }) => length) })
      }
    })
  }

  it('and when nobody reads it, its packets are told one by one', () => {
    const parts = fragments(udp(payload, { destinationPort: 53 }), {
      ...v4,
      protocol: 17,
      identification: 9,
      size: 1400,
    })

    const { packets } = sort([...parts, datagram(v4)], { linkType: LINK.raw, wanted: false })

    assert.deepEqual(packets, [...parts.map(({ length }) => length), datagram(v4).length])
  })
})

describe('no export datagram', () => {
  it('is in other packets', () => {
    const others = [
      ethernet(ip(tcp(short, { destinationPort: 2055 }), { ...v4, protocol: 6 })),
      ethernet(new Uint8Array(28), { type: 0x0806 }),
      new Uint8Array(5),
    ]

    assert.deepEqual(sort(others), { payloads: [], packets: others.map(({ length }) => length) })
  })

  it('is made of fragments that overlap to more than they say', () => {
    const options = { ...v4, protocol: 17, identification: 3 }
    const parts = [
      ipv4(new Uint8Array(1480), { ...options, moreFragments: true }),
      ipv4(new Uint8Array(1480), { ...options, fragmentOffset: 65_528 }),
    ]

    assert.deepEqual(sort(parts, { linkType: LINK.raw }), { payloads: [], packets: [1500, 1500] })
  })

  it('waits for ever: beyond 256 open ones the oldest are given up as packets', () => {
    const first = (identification: number): Uint8Array =>
      ipv4(new Uint8Array(8), { ...v4, protocol: 17, identification, moreFragments: true })
    const floods = Array.from({ length: 1000 }, (_, at) => first(at))

    assert.equal(sort(floods, { linkType: LINK.raw }).packets.length, 1000)
  })
})

describe('any packets', () => {
  it('are told once each, whatever their bytes and link', () => {
    const links = fc.constantFrom(...Object.values(LINK), 147)
    const frame = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc.tuple(fc.nat(60), fc.integer({ min: 0, max: 255 })).map(([at, byte]) => {
        const bytes = datagramFrame(short, { ...v4, destinationPort: 6343 })
        bytes[at] = byte
        return bytes
      }),
    )
    fc.assert(
      fc.property(links, fc.array(frame, { maxLength: 20 }), (linkType, packets) => {
        assert.equal(sort(packets, { linkType, wanted: false }).packets.length, packets.length)
      }),
    )
  })
})
