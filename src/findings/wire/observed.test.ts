import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TrafficFact } from '../../facts/fact.ts'
import { traffic } from '../../timeline/_testing/build-traffic.ts'
import { observedCopies, tellObserved } from './observed.ts'

/** Facts that the exporter core-1 saw. */
function seen(...facts: readonly TrafficFact[]) {
  return {
    ids: facts.map(({ id }) => id),
    timeline: {
      observers: new Map(facts.map(({ id, channel }) => [id, channel === 'packets' ? 'a sensor' : 'core-1'])),
    },
    facts: new Map(facts.map((fact) => [fact.id, fact])),
  }
}

test('hours of one observer add up, observers do not, and a packet seen at two ports is one', () => {
  const facts = [
    traffic({ egressIndex: 1 }),
    traffic({ egressIndex: 1, firstAt: '2026-11-14T07:00:00.000Z' }),
    traffic({ egressIndex: 2 }),
    traffic({ channel: 'packets', bytesAtLeast: 400 }),
  ]
  assert.deepEqual(
    observedCopies(seen(...facts)).map(({ observer, bytesAtLeast }) => [observer, bytesAtLeast]),
    [
      ['a sensor', 400],
      ['core-1', 2_000_000],
    ],
  )
})

test('amounts are at least, estimates are called so, and what was in clear text is named', () => {
  const sampled = traffic({ bytesEstimated: 512_000_000, innerServices: ['tcp/23'] })
  assert.deepEqual(tellObserved(seen(sampled)), [
    'On the wire core-1 (netflow-v9) saw at least 1 MB in 1000 packets of it (about 512 MB by its sampling rate) between 2026-11-14 06:00Z and 2026-11-14 06:50Z.',
    'In clear text it carried tcp/23.',
  ])
})

test('of a port its counters are told, and nothing of flow records that may be filed twice', () => {
  const counter = traffic({ of: 'counter', source: '', ports: { out: 5_000_000, in: 10 } })
  const passed = traffic({ of: 'interface', source: '', ports: { out: 9_000_000, in: 0 } })
  assert.deepEqual(
    observedCopies(seen(counter, passed)).map(({ bytesAtLeast, packetsAtLeast }) => [bytesAtLeast, packetsAtLeast]),
    [[5_000_000, 0]],
  )
})
