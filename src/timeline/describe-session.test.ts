import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MirrorSession } from '../facts/mirror-session.ts'
import { describeCarrier, describeDestinations, describeSources, shortInterfaceName } from './describe-session.ts'

const empty: MirrorSession = { name: '1', kind: 'local', sources: [], destinations: [], enabled: true }
const both = (...names: readonly string[]) => names.map((name) => ({ interface: name, direction: 'both' }) as const)

const sourceCases: readonly (readonly [string, Partial<MirrorSession>])[] = [
  ['nothing yet', {}],
  ['packets of congested queues', { details: { impliedSource: 'packets of congested queues' } }],
  ['the copy that ends at 192.0.2.7', { role: 'destination', details: { terminatesAt: '192.0.2.7' } }],
  [
    'Te0/0/1 (rx), Te0/0/2',
    { sources: [...both('TenGigabitEthernet0/0/2'), { interface: 'TenGigabitEthernet0/0/1', direction: 'rx' }] },
  ],
  [
    'Gi1/0/1-3, Gi1/0/9',
    { sources: both('GigabitEthernet1/0/9', 'GigabitEthernet1/0/2', 'GigabitEthernet1/0/1', 'GigabitEthernet1/0/3') },
  ],
  ['VLAN 10-12 (tx), VLAN 20 (tx)', { sources: [10, 11, 12, 20].map((vlan) => ({ vlan, direction: 'tx' as const })) }],
  [
    'Gi1/0/1, Gi1/0/2 (rx), Gi1/0/3',
    {
      sources: [
        ...both('GigabitEthernet1/0/1', 'GigabitEthernet1/0/3'),
        { interface: 'GigabitEthernet1/0/2', direction: 'rx' },
      ],
    },
  ],
  ['eni-0a1b2', { sources: [{ resource: 'eni-0a1b2', direction: 'both' }] }],
  ['ge-0/0/1.0', { sources: both('ge-0/0/1.0') }],
  [
    'A1, A3, A5, A7, A9, A11, A13, A15 and 2 more',
    { sources: both(...[1, 3, 5, 7, 9, 11, 13, 15, 17, 19].map((port) => `A${port}`)) },
  ],
]

test('sources are folded, sorted and bounded', () => {
  for (const [expected, session] of sourceCases) assert.equal(describeSources({ ...empty, ...session }), expected)
})

test('destinations take the name of their collector and the account they belong to', () => {
  const remote = { ...empty, destinations: [{ ip: '198.51.100.9' }, { ip: '203.0.113.66' }] }
  const target = { ...empty, destinations: [{ resource: 'tmt-0c' }], details: { targetOwner: '444455556666' } }

  assert.equal(describeDestinations(empty), 'nowhere yet')
  assert.equal(
    describeDestinations(remote, { collectors: ['ids-collector-1', undefined] }),
    '203.0.113.66, ids-collector-1',
  )
  assert.equal(describeDestinations(target, { account: '111122223333' }), 'tmt-0c of account 444455556666')
  assert.equal(describeDestinations(target, { account: '444455556666' }), 'tmt-0c')
  assert.equal(describeDestinations({ ...empty, destinations: [{ vlan: 900 }] }), 'VLAN 900')
  assert.equal(describeDestinations({ ...empty, destinations: [{ file: 'flash:a.pcap' }] }), 'file flash:a.pcap')
  assert.equal(describeDestinations({ ...empty, destinations: both('GigabitEthernet1/0/24') }), 'Gi1/0/24')
})

test('the carrier is named only where the copy leaves the device', () => {
  const erspan = {
    ...empty,
    kind: 'encapsulated',
    destinations: [{ ip: '198.51.100.9', encapsulation: 'erspan' }],
  } as const

  assert.equal(describeCarrier(empty), undefined)
  assert.equal(describeCarrier({ ...empty, kind: 'remote-vlan' }), 'RSPAN')
  assert.equal(describeCarrier(erspan), 'ERSPAN')
})

test('only known interface classes are shortened', () => {
  assert.equal(shortInterfaceName('TenGigabitEthernet0/0/1'), 'Te0/0/1')
  assert.equal(shortInterfaceName('constructor1'), 'constructor1')
  assert.equal(shortInterfaceName('xe-0/0/1'), 'xe-0/0/1')
})
