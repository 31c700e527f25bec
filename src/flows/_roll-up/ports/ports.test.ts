import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { factsOf, MINUTE, NIGHT, OBSERVERS, only, rollUp, streamsOf, take } from '../_testing/samples.ts'
import { MAX_PORT_HOURS } from './hours.ts'

describe('a port', () => {
  test('has all that flow records show, kept or not, by hour', () => {
    const into = rollUp()
    const row = { protocol: 6, bytes: 1000, packets: 2, samplingRate: 10 }
    const other = { source: '203.0.113.4' }

    assert.equal(take(into, { ...other, row: { ...row, ingress: 3, egress: 7, endMs: NIGHT + 5 * MINUTE } }), false)
    take(into, { ...other, row: { ...row, ingress: 7, egress: 3, bytes: 50, endMs: NIGHT + 9 * MINUTE } })
    take(into, { ...other, row: { ...row, egress: 7, endMs: NIGHT + 60 * MINUTE } })
    take(into, { ...other, row: { ...row, egress: 7 } })
    take(into, { ...other, row: { ...row, endMs: NIGHT } })

    const facts = streamsOf(factsOf(into), 'interface').toSorted((a, b) =>
      a.segment + a.egressIndex < b.segment + b.egressIndex ? -1 : 1,
    )
    assert.deepEqual(
      facts.map(({ egressIndex, segment, ports }) => [egressIndex, segment.slice(11, 13), ports?.out, ports?.in]),
      [
        [3, '03', 50, 1000],
        [7, '03', 1000, 50],
        [7, '04', 1000, 0],
      ],
    )
    const busiest = facts[1]
    assert.deepEqual(busiest?.counted, { records: 2, bytes: 1050, packets: 0, estimatedBytes: 10_500 })
    assert.deepEqual([busiest?.firstAt, busiest?.lastAt], ['2026-11-14T03:05:00.000Z', '2026-11-14T03:09:00.000Z'])
    assert.deepEqual(busiest?.ref, busiest?.observedBy)
  })

  test('has an end of room, and what found none is counted', () => {
    const into = rollUp()
    const row = { protocol: 6, bytes: 1, endMs: NIGHT }

    for (let port = 1; port <= MAX_PORT_HOURS + 5; port++)
      take(into, { source: '203.0.113.4', row: { ...row, egress: port } })
    take(into, { source: '203.0.113.4', row: { ...row, egress: 1, endMs: NIGHT + 60 * MINUTE } })
    take(into, { source: '203.0.113.4', row: { ...row, egress: 1 } })

    assert.equal(into.leftOut.portRows, 6)
    const facts = streamsOf(factsOf(into), 'interface')
    assert.equal(facts.length, MAX_PORT_HOURS)
    assert.equal(facts.find(({ egressIndex }) => egressIndex === 1)?.ports?.out, 2)
    assert.equal(into.leftOut.portRows, 6)
  })

  const observer = OBSERVERS[0]
  assert.ok(observer)
  const origin = { observer, path: 'night.pcap', receivedMs: NIGHT, recordHash: () => '' }

  test('has the growth of its own counters inside an hour, in any order, and none when they were set back', () => {
    const values = [
      { index: 7, outOctets: 100, inOctets: 900, atMs: NIGHT + MINUTE },
      { index: 7, outOctets: 500, inOctets: 950, atMs: NIGHT + 30 * MINUTE },
      { index: 7, outOctets: 2100, inOctets: 30, atMs: NIGHT + 59 * MINUTE },
      { index: 7, outOctets: 9900, inOctets: 99, atMs: NIGHT + 61 * MINUTE },
      { index: 8, outOctets: 1, inOctets: 1, atMs: 0 },
    ]
    for (const order of [values, values.toReversed()]) {
      const into = rollUp()
      for (const value of order) into.portCounters(origin, value)

      const facts = streamsOf(factsOf(into), 'counter')
      const fact = only(facts.filter(({ ports }) => ports !== undefined))
      // The next hour has one value, which shows no growth.
      assert.deepEqual(
        facts.map(({ segment }) => segment.slice(11, 13)),
        order === values ? ['03', '04'] : ['04', '03'],
      )
      assert.deepEqual([fact.egressIndex, fact.ports], [7, { out: 2000, in: 0 }])
      assert.deepEqual([fact.firstAt, fact.lastAt], ['2026-11-14T03:01:00.000Z', '2026-11-14T03:59:00.000Z'])
      assert.equal(fact.excerpt, 'NetFlow v9 of 192.0.2.1: counters of interface 7')
    }
  })

  test('has the same growth when its values came in several inputs', () => {
    const values = [0, 7, 30, 59].map((minute) => {
      return { index: 7, outOctets: 100 + 40 * minute, inOctets: 5 * minute, atMs: NIGHT + minute * MINUTE }
    })
    const inputsOf = (cut: (at: number) => number): ReturnType<typeof factsOf> => {
      const inputs = [rollUp(), rollUp(), rollUp(), rollUp()]
      for (const [at, value] of values.entries()) inputs[cut(at)]?.portCounters(origin, value)
      return factsOf(...inputs)
    }
    const whole = only(
      streamsOf(
        inputsOf(() => 0),
        'counter',
      ),
    )

    assert.deepEqual(whole.ports, { out: 2360, in: 295 })
    for (const cut of [(at: number) => at, (at: number) => 3 - at, (at: number) => at % 2])
      assert.deepEqual(only(streamsOf(inputsOf(cut), 'counter')), whole)
  })

  test('has the names that its observer gives it, once', () => {
    const into = rollUp()
    const [, nobody] = OBSERVERS
    assert.ok(nobody)

    into.interfaceName(origin, 7, ' Gi0/7 ')
    into.interfaceName(origin, 3, 'Gi0/3')
    into.interfaceName({ ...origin, observer: { ...observer } }, 7, 'Gi0/7')
    into.interfaceName(origin, 9, '')
    into.interfaceName({ ...origin, observer: nobody }, 9, 'Gi0/9')

    const fact = only([...factsOf(into).values()])
    assert.ok(fact.kind === 'identity')
    assert.deepEqual(fact.interfaces, [
      { index: 3, name: 'Gi0/3' },
      { index: 7, name: 'Gi0/7' },
    ])
    assert.deepEqual([fact.names, fact.time], [[], { basis: 'none' }])
  })
})
