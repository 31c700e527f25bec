import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { concat, u32 } from '../_testing/bytes.ts'
import { type CapturedFrame, pcapngOf, pcapOf } from '../_testing/captures.ts'
import { erspanFrame } from '../_testing/carriers.ts'
import { type ComposedFlow, flowSetsIpfix, flowSetsV9, ipfix, netflowV5, netflowV9 } from '../_testing/datagrams.ts'
import { datagramFrame, ethernet, fragments, udp } from '../_testing/packets.ts'
import { mergedFacts, readFlows, streamsOf } from '../_testing/read-flows.ts'
import { counterSample, flowSample, sflowDatagram } from '../_testing/sflow.ts'
import type { FlowOutcome } from '../contract.ts'

const AT_MS = Date.parse('2026-11-14T03:12:00Z')
const ends = { source: '192.0.2.7', destination: '198.51.100.20' }
const copies = { source: '192.0.2.7', destination: '203.0.113.66' }
const toCollector = { ...ends, destinationPort: 2055 }

const flow = (bytes: number, minute = 0): ComposedFlow => ({
  ...copies,
  protocol: 47,
  bytes,
  packets: 10,
  startMs: AT_MS + minute * 60_000,
  endMs: AT_MS + minute * 60_000 + 59_000,
  ingress: 3,
  egress: 4,
})
const exported = { exportedMs: AT_MS + 60_000 }
const [templateV9, dataV9] = flowSetsV9([flow(1000), flow(1100)], exported.exportedMs)
const [templateIpfix, dataIpfix] = flowSetsIpfix([flow(1200), flow(1300, 1)])

const capture = (...frames: readonly Uint8Array[]): Uint8Array =>
  pcapOf(frames.map((bytes, at): CapturedFrame => ({ bytes, atMs: exported.exportedMs + at })))
const exportV9 = (...sets: readonly Uint8Array[]): Uint8Array => datagramFrame(netflowV9(sets, exported), toCollector)

describe('a capture', () => {
  it('of an exporter gives its streams, with the exporter by the address of its datagrams', () => {
    const { facts, outcomes } = readFlows([['edge.pcap', capture(exportV9(templateV9, dataV9))]])

    const [stream, ...others] = streamsOf(facts)
    assert.deepEqual(others, [])
    assert.deepEqual(stream?.observedBy.names, [{ by: 'address', value: '192.0.2.7' }])
    assert.deepEqual([stream?.channel, stream?.bytesAtLeast, stream?.egressIndex], ['netflow-v9', 2100, 4])
    assert.deepEqual(stream?.places, [{ path: 'edge.pcap', offset: 24 }])
    const [outcome] = outcomes
    assert.deepEqual([outcome?.kept, outcome?.dropped, outcome?.observers], [2, 0, 1])
    assert.deepEqual([outcome?.decoded.record, outcome?.decoded.template, outcome?.decoded.packet], [2, 1, 0])
  })

  it('tells that its exporter was heard, by when its datagrams came', () => {
    const { facts } = readFlows([['edge.pcap', capture(exportV9(templateV9))]])

    const heard = facts.flatMap((fact) =>
      fact.kind === 'seen' ? [[fact.hour, fact.leg, fact.ref.names[0]?.value]] : [],
    )
    assert.deepEqual(heard, [['2026-11-14T03:00:00.000Z', 'flow', '192.0.2.7']])
  })

  it('of copies themselves names their session, with no exporter', () => {
    const frames = [1, 2, 3].map((sequence) => erspanFrame(2, { ...copies, session: 104, vlan: 10, sequence }))

    const [stream] = streamsOf(
      readFlows([['tap.pcapng', pcapngOf(frames.map((bytes, at) => ({ bytes, atMs: AT_MS + at })))]]).facts,
    )

    assert.deepEqual([stream?.carrier, stream?.sessionId, stream?.channel], ['erspan-2', 104, 'packets'])
    assert.deepEqual([stream?.observer, stream?.observedBy.names], ['sensor', []])
    assert.equal(stream?.packetsAtLeast, 3)
    assert.equal(
      stream?.bytesAtLeast,
      frames.reduce((sum, { length }) => sum + length, 0),
    )
  })

  it('counts a packet by its length on the wire, however little of it was kept', () => {
    const bytes = erspanFrame(2, { ...copies, session: 104 }).subarray(0, 60)

    const [stream] = streamsOf(readFlows([['tap.pcap', pcapOf([{ bytes, atMs: AT_MS, originalLength: 1564 }])]]).facts)

    assert.equal(stream?.bytesAtLeast, 1564)
  })

  it('of all protocols at once is read by each of their decoders', () => {
    const samples = [flowSample(erspanFrame(3, { ...copies, session: 9 }), { rate: 512 })]
    const counters = counterSample({ index: 4, inOctets: 1, outOctets: 2 })
    const { outcomes, facts } = readFlows([
      [
        'all.pcap',
        capture(
          datagramFrame(netflowV5([flow(1400)], exported), toCollector),
          exportV9(templateV9, dataV9),
          datagramFrame(ipfix([templateIpfix, dataIpfix], exported), { ...ends, destinationPort: 9995 }),
          datagramFrame(sflowDatagram([...samples, counters], { agent: '192.0.2.9' }), {
            ...ends,
            destinationPort: 6343,
          }),
        ),
      ],
    ])

    const [outcome] = outcomes
    assert.deepEqual(
      [outcome?.decoded.record, outcome?.decoded['flow-sample'], outcome?.decoded['counter-sample']],
      [5, 1, 1],
    )
    const by = streamsOf(facts).map(({ channel, observedBy }) => `${channel} ${observedBy.names[0]?.value}`)
    assert.deepEqual(by.sort(), [
      'ipfix 192.0.2.7',
      'netflow-v5 192.0.2.7',
      'netflow-v9 192.0.2.7',
      'sflow-v5 192.0.2.9',
    ])
  })

  it('whose datagrams came in fragments is read as if they had not', () => {
    const message = udp(ipfix([templateIpfix, dataIpfix], exported), { destinationPort: 4739 })
    const parts = fragments(message, { ...ends, protocol: 17, identification: 1, size: 80 })

    const whole = readFlows([
      ['a.pcap', capture(datagramFrame(message.subarray(8), { ...ends, destinationPort: 4739 }))],
    ])

    assert.deepEqual(
      mergedFacts(readFlows([['a.pcap', capture(...parts.map((part) => ethernet(part)))]]).facts),
      mergedFacts(whole.facts),
    )
  })

  it('of a link that nobody reads counts its packets as unsupported', () => {
    const { outcomes } = readFlows([
      ['radio.pcap', pcapOf([{ bytes: new Uint8Array(40), atMs: AT_MS }], { linkType: 127 })],
    ])

    assert.deepEqual([outcomes[0]?.decoded.unsupported, outcomes[0]?.decoded.packet], [1, 0])
    assert.match(outcomes[0]?.notes[0]?.message ?? '', /link type 127/)
  })

  it('with a lying length ends there with an error, and one that was cut off with a warning', () => {
    const good = capture(exportV9(templateV9, dataV9))
    const lying = readFlows([['a.pcap', concat(good, u32(0, 0, 0xffffffff, 0xffffffff))]]).outcomes[0]
    const cut = readFlows([['a.pcap', concat(good, u32(0, 0))]]).outcomes[0]

    assert.deepEqual([lying?.kept, lying?.decoded.malformed, lying?.notes[0]?.severity], [2, 1, 'error'])
    assert.deepEqual([cut?.kept, cut?.decoded.malformed, cut?.notes[0]?.severity], [2, 1, 'warning'])
  })
})

describe('templates', () => {
  const data = capture(exportV9(dataV9))
  const templates = capture(exportV9(templateV9))

  it('of one input read the data of the next, and data waits for templates of the next', () => {
    const expected = mergedFacts(streamsOf(readFlows([['a', capture(exportV9(templateV9, dataV9))]]).facts))

    for (const order of [
      [templates, data],
      [data, templates],
    ]) {
      const { facts, last } = readFlows(order.map((bytes, at) => [`${at}.pcap`, bytes]))

      assert.deepEqual(mergedFacts(streamsOf(facts)), expected)
      assert.equal(last.decoded['set-without-template'], 0)
    }
  })

  it('that never come leave their data counted, at the end of the run', () => {
    const { outcomes, last } = readFlows([['data.pcap', data]])

    assert.equal(outcomes[0]?.decoded['set-without-template'], 0)
    assert.equal(last.decoded['set-without-template'], 1)
  })

  it('of another exporter read nothing', () => {
    const other = datagramFrame(netflowV9([templateV9], exported), { ...toCollector, source: '192.0.2.8' })

    assert.equal(readFlows([['a.pcap', capture(other, exportV9(dataV9))]]).last.decoded['set-without-template'], 1)
  })

  it('of bare datagrams are shared by the files of a folder, and name no exporter', () => {
    const files = (folder: string): readonly (readonly [string, Uint8Array])[] => [
      ['x/data.dat', netflowV9([dataV9], exported)],
      [`${folder}/tpl.dat`, netflowV9([templateV9], exported)],
    ]

    const [stream] = streamsOf(readFlows(files('x')).facts)

    assert.deepEqual([stream?.bytesAtLeast, stream?.observedBy.names], [2100, []])
    assert.equal(readFlows(files('y')).last.decoded['set-without-template'], 1)
  })
})

describe('a file of bare datagrams', () => {
  it('may hold several, one behind the other', () => {
    const bytes = concat(
      ipfix([templateIpfix, dataIpfix], exported),
      ipfix([dataIpfix], exported),
      netflowV5([flow(7)], exported),
    )

    const { outcomes } = readFlows([['all.bin', bytes]])

    assert.equal(outcomes[0]?.decoded.record, 5)
    assert.deepEqual(outcomes[0]?.notes, [])
  })

  it('that goes on as something else is read up to there', () => {
    const message = ipfix([templateIpfix, dataIpfix], exported)
    const left = (bytes: number): FlowOutcome | undefined =>
      readFlows([['all.bin', concat(message, new Uint8Array(bytes).fill(0x41))]]).outcomes[0]

    assert.deepEqual([left(400)?.kept, left(400)?.decoded.malformed, left(400)?.notes[0]?.severity], [2, 1, 'error'])
    assert.equal(left(2)?.notes[0]?.severity, 'warning')
  })
})
