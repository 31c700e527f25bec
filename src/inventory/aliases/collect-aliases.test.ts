import assert from 'node:assert/strict'
import test from 'node:test'
import { Fact } from '../../facts/fact.ts'
import type { RefName } from '../../facts/schema-parts.ts'
import { parseInventory } from '../parse-inventory.ts'
import { collectAliases } from './collect-aliases.ts'

const inventory = parseInventory([
  {
    path: 'inventory.yaml',
    text: `devices:
  - { name: edge-1, addresses: [192.0.2.1], serials: [FXS1] }
  - { name: edge-2, addresses: [192.0.2.2] }
  - { name: old-1, hostnames: [shared] }
  - { name: old-2, hostnames: [shared] }
`,
  },
])

function fact(
  kind: 'seen' | 'identity',
  names: readonly RefName[],
  more: Readonly<Record<string, unknown>> = {},
): Fact {
  return Fact.parse({
    kind,
    id: `${kind} ${JSON.stringify(names)}`,
    ref: { realm: 'default', names },
    time: { basis: 'none' },
    leg: 'log',
    trust: 'network-path',
    dialect: 'cisco-ios',
    dialectVersion: 1,
    places: [],
    excerpt: '',
    ...(kind === 'seen' ? { hour: '2026-11-14T03:00:00.000Z', commands: false } : { names: [] }),
    ...more,
  })
}

const facts = [
  fact('seen', [{ by: 'address', value: '192.0.2.1' }]),
  fact('identity', [{ by: 'hostname', value: 'EDGE-1' }], {
    leg: 'config',
    names: [
      { by: 'serial', value: 'fxs1' },
      { by: 'address', value: '198.51.100.1' },
    ],
  }),
  fact('seen', [{ by: 'hostname', value: 'shared' }]),
  fact('seen', [{ by: 'address', value: '192.0.2.99' }], { hour: '2026-11-15T03:00:00.000Z' }),
]

test('every name is told with everybody who says it', () => {
  const edge = collectAliases(facts, inventory).subjects.find(({ subject }) => subject === 'edge-1')

  assert.deepEqual(edge, {
    subject: 'edge-1',
    kind: 'device',
    inInventory: true,
    names: [
      { by: 'address', value: '192.0.2.1', saidBy: ['inventory', 'log by cisco-ios'] },
      { by: 'address', value: '198.51.100.1', saidBy: ['config by cisco-ios'] },
      { by: 'hostname', value: 'EDGE-1', saidBy: ['config by cisco-ios', 'inventory'] },
      { by: 'serial', value: 'FXS1', saidBy: ['config by cisco-ios', 'inventory'] },
    ],
    facts: 2,
    legs: ['config', 'log'],
    first: '2026-11-14T03:00:00.000Z',
    last: '2026-11-14T03:00:00.000Z',
  })
})

test('names of two devices, senders nobody lists and devices nobody heard are told', () => {
  const { conflicts, unmatched, neverHeard } = collectAliases(facts, inventory)

  assert.deepEqual(conflicts, [{ realm: 'default', name: 'shared', candidates: ['old-1', 'old-2'] }])
  assert.deepEqual(unmatched, ['192.0.2.99', 'shared'])
  assert.deepEqual(neverHeard, ['edge-2', 'old-1', 'old-2'])
})

test('the order of facts makes no difference', () => {
  assert.deepEqual(collectAliases(facts.toReversed(), inventory), collectAliases(facts, inventory))
})
