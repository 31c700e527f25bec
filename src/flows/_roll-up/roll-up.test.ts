import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { FlowRow } from '../_row/flow-row.ts'
import { factsOf, MINUTE, NIGHT, OBSERVERS, only, rollUp, type Sample, streamsOf, take } from './_testing/samples.ts'

describe('a stream', () => {
  test('has an id, a ref, sums and an excerpt of its own', () => {
    const into = rollUp()
    const row = { bytes: 1500, packets: 3, samplingRate: 512, ingress: 3, egress: 7, endMs: NIGHT + 13 * MINUTE }

    assert.ok(take(into, { row: { ...row, startMs: NIGHT + 12 * MINUTE }, offset: 99 }))
    assert.ok(take(into, { row: { ...row, bytes: 100, startMs: NIGHT - MINUTE }, offset: 24 }))

    const fact = only(streamsOf(factsOf(into)))
    assert.deepEqual(fact.ref.names, [{ by: 'address', value: '192.0.2.7' }])
    assert.deepEqual(fact.observedBy.names, [{ by: 'address', value: '192.0.2.1' }])
    assert.deepEqual([fact.carrier, fact.basis, fact.ingressIndex, fact.egressIndex], ['gre', 'protocol', 3, 7])
    assert.deepEqual([fact.bytesAtLeast, fact.packetsAtLeast, fact.bytesEstimated], [1600, 6, 1600 * 512])
    assert.deepEqual([fact.records.length, fact.isThinned, fact.sessionId], [2, undefined, undefined])
    // What began before the hour was seen in it from its beginning.
    assert.deepEqual([fact.firstAt, fact.lastAt], ['2026-11-14T03:00:00.000Z', '2026-11-14T03:13:00.000Z'])
    assert.deepEqual(fact.places, [{ path: 'night.pcap', offset: 24 }])
    assert.equal(fact.excerpt, 'NetFlow v9 of 192.0.2.1: 192.0.2.7 to 198.51.100.9, GRE (protocol 47)')
  })

  const hours: readonly (readonly [string, Sample, string, string])[] = [
    ['the end of a record', { row: { startMs: NIGHT - 1, endMs: NIGHT } }, '2026-11-14T03:00:00.000Z', 'record'],
    ['its start, where it has no end', { row: { startMs: NIGHT - 1 } }, '2026-11-14T02:00:00.000Z', 'record'],
    [
      'its receipt, where it has neither',
      { row: {}, receivedMs: NIGHT + 3_599_999 },
      '2026-11-14T03:00:00.000Z',
      'relay',
    ],
    [
      'its receipt, where its end is none',
      { row: { endMs: 1e15 }, receivedMs: NIGHT },
      '2026-11-14T03:00:00.000Z',
      'relay',
    ],
    ['the reference, where nobody dated it', { row: {} }, '2026-11-13T12:00:00.000Z', 'none'],
  ]
  for (const [what, sample, segment, basis] of hours) {
    test(`is of the hour of ${what}`, () => {
      const into = rollUp()

      take(into, sample)

      const fact = only(streamsOf(factsOf(into)))
      assert.deepEqual([fact.segment, fact.time.basis], [segment, basis])
      assert.deepEqual(fact.time.inferred, basis === 'none' ? ['year', 'zone'] : undefined)
    })
  }

  test('is not torn apart by ephemeral ports, and is by services, sessions, ports of the exporter and hours', () => {
    const into = rollUp()
    const base = { protocol: 6, bytes: 1, endMs: NIGHT }
    const rows: readonly Partial<FlowRow>[] = [
      { ...base, sourcePort: 40_001, destinationPort: 50_001 },
      { ...base, sourcePort: 40_002, destinationPort: 50_002 },
      { ...base, sourcePort: 40_003, destinationPort: 443 },
      { ...base, sourcePort: 443, destinationPort: 40_004 },
      { ...base, sourcePort: 40_005, destinationPort: 8443 },
      { ...base, egress: 7 },
      { ...base, endMs: NIGHT + 60 * MINUTE },
    ]

    for (const row of rows) take(into, { row })

    const seen = streamsOf(factsOf(into), 'sender').map(({ port = 0, records }) => `${port}: ${records.length}`)
    assert.deepEqual(seen.sort(), ['0: 1', '0: 1', '0: 2', '443: 2', '8443: 1'])
  })

  test('does not take the type of an ICMP message for a port', () => {
    const into = rollUp()

    take(into, { row: { protocol: 1, destinationPort: 771, endMs: NIGHT } })

    assert.equal(only(streamsOf(factsOf(into), 'sender')).port, undefined)
  })

  test('says a port that only usually is a carrier as what it is', () => {
    const into = rollUp()

    take(into, { row: { protocol: 17, sourcePort: 40_000, destinationPort: 4789, endMs: NIGHT } })

    const fact = only(streamsOf(factsOf(into)))
    assert.deepEqual([fact.carrier, fact.basis, fact.port], ['vxlan', 'port', 4789])
    assert.match(fact.excerpt, /UDP port 4789 \(usual for VXLAN\)$/)
  })

  test('knows VLANs and clear-text services inside its carrier', () => {
    const into = rollUp()
    const inside = { carrier: 2, sessionId: 104, endMs: NIGHT, innerProtocol: 6 }

    for (let vlan = 60; vlan > 0; vlan--) take(into, { row: { ...inside, innerVlan: vlan, innerSourcePort: 23 } })
    take(into, { row: { ...inside, innerProtocol: 17, innerDestinationPort: 1812 } })
    take(into, { row: { ...inside, innerDestinationPort: 443 } })

    const fact = only(streamsOf(factsOf(into)))
    assert.deepEqual([fact.carrier, fact.basis, fact.sessionId], ['erspan-2', 'header', 104])
    assert.deepEqual(fact.innerServices, ['tcp/23', 'udp/1812'])
    assert.deepEqual([fact.innerVlans?.length, fact.innerVlans?.[0], fact.innerVlans?.at(-1)], [32, 1, 32])
    assert.match(fact.excerpt, /ERSPAN type II id 104$/)
  })

  test('of nobody who is named belongs to who observed it', () => {
    const into = rollUp()

    take(into, { source: '::', row: { endMs: NIGHT } })
    take(into, { observer: 1, row: { endMs: NIGHT } })

    const facts = streamsOf(factsOf(into))
    assert.deepEqual(
      facts.map(({ ref, source, observedBy }) => [ref.names[0]?.value, source, observedBy.names.length]),
      [
        ['192.0.2.1', '', 1],
        ['192.0.2.7', '192.0.2.7', 0],
      ],
    )
  })
})

test('an observer is heard once an hour, under its name', () => {
  const into = rollUp()
  const [named, nobody] = OBSERVERS
  assert.ok(named && nobody)
  const origin = { observer: named, path: 'night.pcap', receivedMs: 0, recordHash: () => '' }

  for (const minute of [0, 1, 60, 59, 61]) into.heard(origin, NIGHT + minute * MINUTE)
  into.heard({ ...origin, observer: nobody }, NIGHT)
  into.heard(origin, 0)

  const facts = [...factsOf(into).values()].flatMap((fact) => (fact.kind === 'seen' ? [fact] : []))
  assert.deepEqual(
    facts.map(({ hour, leg, commands, ref }) => [hour, leg, commands, ref.names[0]?.value]).sort(),
    ['2026-11-14T03:00:00.000Z', '2026-11-14T04:00:00.000Z'].map((hour) => [hour, 'flow', false, '192.0.2.1']),
  )
})
