import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type CapturedFrame, pcapngOf, pcapOf } from '../_testing/captures.ts'
import { erspanFrame } from '../_testing/carriers.ts'
import { type ComposedFlow, flowSetsIpfix, flowSetsV9, ipfix, netflowV5, netflowV9 } from '../_testing/datagrams.ts'
import { datagramFrame } from '../_testing/packets.ts'
import { mergedFacts, readFlows, streamsOf } from '../_testing/read-flows.ts'
import { flowSample, sflowDatagram } from '../_testing/sflow.ts'

const AT_MS = Date.parse('2026-11-14T03:12:00Z')
const copies = { source: '192.0.2.7', destination: '203.0.113.66' }
const toCollector = { source: '192.0.2.7', destination: '198.51.100.20', destinationPort: 2055 }
const exported = { exportedMs: AT_MS + 60_000 }

const flow = (bytes: number): ComposedFlow => ({
  ...copies,
  protocol: 47,
  bytes,
  packets: 10,
  startMs: AT_MS,
  endMs: AT_MS + 59_000,
  ingress: 3,
  egress: 4,
})
const [templateV9, dataV9] = flowSetsV9([flow(1000), flow(1100)], exported.exportedMs)
const [templateIpfix, dataIpfix] = flowSetsIpfix([flow(1200), flow(1300)])
const exportV9 = (...sets: readonly Uint8Array[]): Uint8Array => datagramFrame(netflowV9(sets, exported), toCollector)

describe('any evidence of flows', () => {
  const datagrams = [
    exportV9(templateV9, dataV9),
    exportV9(dataV9),
    datagramFrame(ipfix([dataIpfix], exported), toCollector),
    datagramFrame(ipfix([templateIpfix, dataIpfix], exported), toCollector),
    datagramFrame(netflowV5([flow(1), flow(2)], exported), toCollector),
    datagramFrame(
      sflowDatagram([flowSample(erspanFrame(1, { ...copies, session: 0 }))], { agent: '192.0.2.9' }),
      toCollector,
    ),
    erspanFrame(2, { ...copies, session: 104 }),
    erspanFrame(3, { ...copies, session: 105 }),
  ]
  const frames = datagrams.map((bytes, at): CapturedFrame => ({ bytes, atMs: AT_MS + at }))
  const expected = mergedFacts(readFlows([['a.pcap', pcapOf(frames)]]).facts)

  it('gives the same facts however its bytes are cut', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(cuts, (cut) => {
        assert.deepEqual(mergedFacts(readFlows([['a.pcap', pcapOf(frames)]], cut).facts), expected)
      }),
    )
  })

  it('gives the same facts in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(frames, { minLength: frames.length }), (order) => {
        assert.deepEqual(mergedFacts(readFlows([['a.pcap', pcapOf(order)]]).facts), expected)
      }),
    )
  })

  /** What passed a port is counted file by file, and the greatest count stands. */
  it('gives the same streams in any number of files of both kinds, and read twice', () => {
    const shuffled = fc.shuffledSubarray(frames, { minLength: frames.length })
    fc.assert(
      fc.property(shuffled, fc.nat(frames.length), fc.boolean(), (order, cut, twice) => {
        const files = [pcapOf(order.slice(0, cut), { littleEndian: false }), pcapngOf(order.slice(cut))]
        const named = [...files, ...(twice ? files : [])].map((bytes, at) => [`${at}`, bytes] as const)

        assert.deepEqual(
          mergedFacts(streamsOf(readFlows(named).facts)),
          mergedFacts(streamsOf(readFlows([['a.pcap', pcapOf(frames)]]).facts)),
        )
      }),
    )
  })

  it('never throws, and counts what it takes, whatever its bytes', () => {
    const whole = pcapOf(frames)
    const change = fc.tuple(fc.integer({ min: 24, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 }))
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const damaged = whole.slice()
        for (const [at, byte] of changes) damaged[at] = byte

        for (const { decoded, kept, dropped } of readFlows([['a.pcap', damaged]], [333]).outcomes)
          assert.equal(kept + dropped, decoded.record + decoded['flow-sample'] + decoded.packet)
      }),
    )
  })
})
