import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cpuTimeMs } from '../../test/_testing/cpu-time.ts'
import { applyEdits } from './apply-edits.ts'
import type { MirrorEdit } from './mirror-edit.ts'
import type { Direction, MirrorSession } from './mirror-session.ts'

const port = (name: string, direction: Direction) => ({ interface: name, direction })
const cloud = (resource: string, direction: Direction) => ({ resource, direction })
const from = (name: string, direction: Direction = 'both'): MirrorEdit => ({
  do: 'add-sources',
  sources: [port(name, direction)],
})
const to = (name: string): MirrorEdit => ({ do: 'add-destinations', destinations: [{ interface: name }] })
const define: MirrorEdit = { do: 'define', name: '1' }
const ip = { ip: '198.51.100.9', encapsulation: 'erspan' }
const otherIp = { ip: '203.0.113.9', encapsulation: 'erspan' }

/** Edits onto nothing, and the members of the session that they lead to. */
const cases: readonly (readonly [string, readonly MirrorEdit[], Partial<MirrorSession>])[] = [
  ['define names the session', [define], { name: '1', kind: 'local', enabled: 'unknown', incomplete: true }],
  [
    'define declares the kind, whatever the destination',
    [{ ...define, kind: 'encapsulated' }, to('Gi1')],
    { kind: 'encapsulated' },
  ],
  [
    'one collection of resources is swapped, the others stay, the direction is that of the session',
    [
      {
        do: 'add-sources',
        sources: [cloud('p/subnetworks/a', 'rx'), cloud('p/subnetworks/b', 'rx'), cloud('tags/web', 'rx')],
      },
      { do: 'swap-resources', collection: 'subnetworks', resources: ['p/subnetworks/c'] },
    ],
    { sources: [cloud('tags/web', 'rx'), cloud('p/subnetworks/c', 'rx')] },
  ],
  [
    'swapped resources of a session nobody has seen are copied both ways, as far as is known',
    [{ do: 'swap-resources', collection: 'tags', resources: ['tags/web'] }],
    { sources: [cloud('tags/web', 'both')] },
  ],
  [
    'a direction that is set holds for every source',
    [from('Gi1', 'rx'), from('Gi2', 'rx'), { do: 'set', direction: 'both' }],
    { sources: [port('Gi1', 'both'), port('Gi2', 'both')] },
  ],
  [
    'define again re-enters the block and keeps what it says',
    [
      { ...define, enabled: false, enabledReason: 'default' },
      from('Gi1'),
      { do: 'set', enabled: true, enabledReason: 'explicit' },
      { ...define, enabled: false, enabledReason: 'default' },
    ],
    { sources: [port('Gi1', 'both')], enabled: true, enabledReason: 'explicit' },
  ],
  [
    'define in the middle of a log tells the state where nothing else did',
    [from('Gi1'), { ...define, enabled: false, enabledReason: 'default' }],
    { name: '1', enabled: false, enabledReason: 'default' },
  ],
  [
    'replace puts exactly these ends',
    [from('Gi1'), to('Gi9'), { do: 'replace', sources: [port('Gi2', 'rx')], destinations: [ip] }],
    { sources: [port('Gi2', 'rx')], destinations: [ip], kind: 'encapsulated' },
  ],
  ['a source and a destination make it complete', [from('Gi1'), to('Gi9')], { kind: 'local', incomplete: undefined }],
  ['rx and tx make both', [from('Gi1', 'rx'), from('Gi1', 'tx')], { sources: [port('Gi1', 'both')] }],
  ['rx and rx stay rx', [from('Gi1', 'rx'), from('Gi1', 'rx')], { sources: [port('Gi1', 'rx')] }],
  ['both and rx stay both', [from('Gi1', 'both'), from('Gi1', 'rx')], { sources: [port('Gi1', 'both')] }],
  [
    'a port, a VLAN and a resource are three sources',
    [
      from('10'),
      {
        do: 'add-sources',
        sources: [
          { vlan: 10, direction: 'rx' },
          { resource: '10', direction: 'tx' },
        ],
      },
    ],
    { sources: [port('10', 'both'), { vlan: 10, direction: 'rx' }, { resource: '10', direction: 'tx' }] },
  ],
  ['dropping rx of both leaves tx', [from('Gi1'), drop('Gi1', 'rx')], { sources: [port('Gi1', 'tx')] }],
  ['dropping tx of both leaves rx', [from('Gi1'), drop('Gi1', 'tx')], { sources: [port('Gi1', 'rx')] }],
  ['dropping tx of rx drops nothing', [from('Gi1', 'rx'), drop('Gi1', 'tx')], { sources: [port('Gi1', 'rx')] }],
  ['dropping both of rx drops it', [from('Gi1', 'rx'), drop('Gi1', 'both')], { sources: [] }],
  [
    'dropping rx and tx at once drops both',
    [from('Gi1'), { do: 'drop-sources', sources: [port('Gi1', 'rx'), port('Gi1', 'tx')] }],
    { sources: [] },
  ],
  ['dropping another port drops nothing', [from('Gi1'), drop('Gi2', 'both')], { sources: [port('Gi1', 'both')] }],
  ['dropping no source drops all', [from('Gi1'), from('Gi2'), { do: 'drop-sources', sources: [] }], { sources: [] }],
  ['destinations add up', [to('Gi8'), to('Gi9')], { destinations: [{ interface: 'Gi8' }, { interface: 'Gi9' }] }],
  [
    'a destination given again is one, as last given',
    [
      to('Gi8'),
      to('Gi9'),
      { do: 'add-destinations', destinations: [{ interface: 'Gi8', encapsulation: 'replicate' }] },
    ],
    { destinations: [{ interface: 'Gi8', encapsulation: 'replicate' }, { interface: 'Gi9' }] },
  ],
  [
    'a single destination replaces addresses and VLANs',
    [
      { do: 'add-destinations', destinations: [ip, { vlan: 901 }] },
      { do: 'add-destinations', destinations: [otherIp], single: true },
    ],
    { destinations: [otherIp] },
  ],
  [
    'a single destination leaves ports',
    [to('Gi9'), { do: 'add-destinations', destinations: [{ vlan: 901 }], single: true }],
    { destinations: [{ interface: 'Gi9' }, { vlan: 901 }], kind: 'remote-vlan' },
  ],
  [
    'a destination is dropped whatever its encapsulation',
    [
      to('Gi9'),
      { do: 'add-destinations', destinations: [ip] },
      { do: 'drop-destinations', destinations: [{ ip: ip.ip }] },
    ],
    { destinations: [{ interface: 'Gi9' }] },
  ],
  [
    'dropping no destination drops all',
    [to('Gi8'), { do: 'drop-destinations', destinations: [] }],
    { destinations: [] },
  ],
  [
    'set puts members and leaves the others',
    [
      { do: 'set', role: 'destination', filter: 'vlan 10', details: { erspanId: 4, mtu: 1464 } },
      { do: 'set', enabled: false, details: { mtu: 9000 } },
    ],
    { role: 'destination', filter: 'vlan 10', details: { erspanId: 4, mtu: 9000 }, enabled: false },
  ],
  [
    'set to enabled without a reason takes the old reason away',
    [
      { do: 'set', enabled: false, enabledReason: 'default' },
      { do: 'set', enabled: true },
    ],
    { enabled: true, enabledReason: undefined },
  ],
  ['the source role is not written', [{ do: 'set', role: 'source' }], { role: undefined }],
  [
    'clear takes a filter or a detail away',
    [
      { do: 'set', filter: 'vlan 10', details: { erspanId: 4, mtu: 1464 } },
      { do: 'clear', members: ['filter', 'mtu', 'vrf'] },
    ],
    { filter: undefined, details: { erspanId: 4 } },
  ],
  [
    'the last detail cleared leaves none',
    [
      { do: 'set', details: { mtu: 1464 } },
      { do: 'clear', members: ['mtu'] },
    ],
    { details: undefined },
  ],
  [
    'filter rules are kept by key, one text each',
    [
      { do: 'filter-rule', key: 'b', text: 'reject udp' },
      { do: 'filter-rule', key: 'a', text: 'accept tcp' },
      { do: 'filter-rule', key: 'b', text: 'accept udp' },
    ],
    { filter: 'a accept tcp; b accept udp' },
  ],
  [
    'a filter without rules is none',
    [
      { do: 'filter-rule', key: 'a', text: 'accept tcp' },
      { do: 'filter-rule', key: 'a' },
    ],
    { filter: undefined },
  ],
  [
    'a copy that ends here needs no source',
    [to('Gi9'), { do: 'set', role: 'destination', kind: 'encapsulated', details: { terminatesAt: '192.0.2.7' } }],
    { incomplete: undefined, kind: 'encapsulated' },
  ],
  [
    'a copy of what is no port needs no source',
    [to('Gi9'), { do: 'set', details: { impliedSource: 'packets of congested queues' } }],
    { incomplete: undefined, sources: [] },
  ],
  [
    'removed and defined again is a new session',
    [from('Gi1'), { do: 'set', enabled: true }, { do: 'remove' }, { ...define, name: '2' }],
    { name: '2', sources: [], enabled: 'unknown' },
  ],
]

for (const [what, edits, members] of cases) {
  test(what, () => {
    const session = new Map(Object.entries(applyEdits(undefined, edits, 'unnamed')?.session ?? {}))

    assert.ok(session.size > 0)
    for (const [member, value] of Object.entries(members)) assert.deepEqual(session.get(member), value, member)
  })
}

test('a log that begins in the middle gives a session by its address', () => {
  assert.equal(applyEdits(undefined, [from('Gi1')], '7')?.session.name, '7')
})

test('a removed session is none, nor is one that no edit names', () => {
  assert.equal(applyEdits(undefined, [define, { do: 'remove' }], '1'), undefined)
  assert.equal(applyEdits(undefined, [], '1'), undefined)
})

test('edits in two runs give what they give in one, and the first result stays as it was', () => {
  for (const [what, edits] of cases) {
    for (let cut = 0; cut <= edits.length; cut++) {
      const first = applyEdits(undefined, edits.slice(0, cut), 'unnamed')
      const before = structuredClone(first)

      const both = applyEdits(first, edits.slice(cut), 'unnamed')

      assert.deepEqual(both, applyEdits(undefined, edits, 'unnamed'), what)
      assert.deepEqual(first, before, what)
    }
  }
})

test('thousands of sources and destinations, named again and again, take time in proportion', () => {
  const vlans = Array.from({ length: 3967 }, (_, index) => ({ vlan: index + 1, direction: 'rx' as const }))
  const ports = Array.from({ length: 3967 }, (_, index) => ({ interface: `Gi1/0/${index}` }))
  const edits: readonly MirrorEdit[] = Array.from({ length: 100 }, () => [
    { do: 'add-sources' as const, sources: vlans },
    { do: 'add-destinations' as const, destinations: ports },
    { do: 'drop-sources' as const, sources: vlans.map((source) => ({ ...source, direction: 'tx' as const })) },
    { do: 'drop-destinations' as const, destinations: ports.slice(1) },
  ]).flat()
  const startedAt = cpuTimeMs()

  const edited = applyEdits(undefined, edits, '1')

  assert.ok(cpuTimeMs() - startedAt < 10_000)
  assert.deepEqual(edited?.session.sources, vlans)
  assert.deepEqual(edited?.session.destinations, ports.slice(0, 1))
})

function drop(name: string, direction: Direction): MirrorEdit {
  return { do: 'drop-sources', sources: [port(name, direction)] }
}
