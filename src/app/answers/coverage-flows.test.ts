import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact, IdentityFact, ObservedFeature, SeenFact, TrafficFact } from '../../facts/fact.ts'
import { parseInventory } from '../../inventory/parse-inventory.ts'
import { at, erspan, snapshot } from '../../timeline/_testing/build-facts.ts'
import { buildTimelines } from '../../timeline/build-timelines.ts'
import type { SubjectTimeline } from '../../timeline/subject-timeline.ts'
import { cloudFlowLimits } from './coverage-clouds.ts'
import { type FlowVisibility, flowVisibility, mentionedPorts, withDeclaredExport } from './coverage-flows.ts'

const ROUTER = '192.0.2.7'
const INVENTORY = parseInventory([
  {
    path: 'inventory.yaml',
    text: `
devices:
  - name: edge-rtr-07
    addresses: [${ROUTER}]
    interfaces:
      - { name: GigabitEthernet1/0/5, ifIndex: 5 }
      - { name: GigabitEthernet1/0/10, ifIndex: 10 }
      - { name: TenGigabitEthernet1/1/1, ifIndex: 21 }
      - { name: TenGigabitEthernet1/1/2, ifIndex: 22 }
      - { name: Port-channel1, ifIndex: 30, members: [TenGigabitEthernet1/1/1, TenGigabitEthernet1/1/2] }
      - { name: GigabitEthernet0 }
  - { name: core-sw-1, addresses: [192.0.2.1], interfaces: [{ name: Ethernet1/1, ifIndex: 436207616 }] }
`,
  },
])

const base = {
  ref: { realm: 'default', names: [{ by: 'address', value: ROUTER }] },
  time: { at: at('03:00'), basis: 'record' },
  leg: 'flow',
  trust: 'network-path',
  dialect: 'netflow-v9',
  dialectVersion: 1,
  places: [],
  excerpt: 'composed',
} as const

const heard: SeenFact = { ...base, kind: 'seen', id: 'seen', hour: at('03:00'), commands: false }

/** Records of a port of edge-rtr-07, or with members put in place. */
function traffic(id: string, members: Partial<TrafficFact>): TrafficFact {
  return {
    ...base,
    kind: 'traffic',
    id,
    of: 'interface',
    observedBy: base.ref,
    observer: 'exporter',
    channel: 'netflow-v9',
    source: '',
    destination: '',
    protocol: -1,
    carrier: '',
    basis: 'none',
    segment: at('03:00'),
    firstAt: at('03:00'),
    lastAt: at('03:30'),
    records: [],
    counted: { records: 1, bytes: 1500, packets: 1, estimatedBytes: 1500 },
    bytesAtLeast: 1500,
    packetsAtLeast: 1,
    bytesEstimated: 1500,
    ports: { out: 1500, in: 0 },
    ...members,
  }
}

function timelinesOf(facts: readonly Fact[]): readonly SubjectTimeline[] {
  const input = {
    facts,
    inventory: INVENTORY,
    now: at('15 00:00'),
    grammars: new Map(),
    coverageBasis: 'exact',
  } as const
  return buildTimelines(input).subjects
}

function visibilityOf(facts: readonly Fact[], name = 'edge-rtr-07'): FlowVisibility {
  const subjects = timelinesOf(facts)
  const timeline = subjects.find(({ subject }) => subject.id === name)
  const visibility = timeline && flowVisibility(timeline, mentionedPorts(subjects))
  assert.ok(visibility !== undefined)
  return visibility
}

function unseen(facts: readonly Fact[], name?: string): readonly string[] {
  return visibilityOf(facts, name).unseenPorts.map(({ port, as, because }) => `${port} ${as.join(' ')}: ${because}`)
}

test('of a device without flow records every port is unseen, those at the ends of its mirrors too', () => {
  assert.deepEqual(unseen([snapshot(at('02:00'), erspan('198.51.100.9', 'TwentyFiveGigE1/0/3'))]), [
    'GigabitEthernet0 inventory: not-exporting',
    'GigabitEthernet1/0/5 inventory: not-exporting',
    'GigabitEthernet1/0/10 inventory: not-exporting',
    'Port-channel1 inventory: not-exporting',
    'TenGigabitEthernet1/1/1 inventory: not-exporting',
    'TenGigabitEthernet1/1/2 inventory: not-exporting',
    'TwentyFiveGigE1/0/3 mirror-source: not-exporting',
  ])
})

test('what records mention is seen: by number, by a stream that left by it, through its bundle', () => {
  const facts = [
    heard,
    traffic('in', { ingressIndex: 5 }),
    traffic('bundle', { egressIndex: 30 }),
    traffic('stream', {
      of: 'carrier',
      source: ROUTER,
      destination: '198.51.100.9',
      protocol: 47,
      carrier: 'erspan-2',
      basis: 'header',
      egressIndex: 10,
    }),
  ]

  assert.deepEqual(unseen(facts), ['GigabitEthernet0 inventory: number-unknown'])
  assert.equal(visibilityOf(facts).knownPorts, 6)
})

test('a member shows its bundle and not the other member', () => {
  assert.deepEqual(unseen([heard, traffic('member', { egressIndex: 21 })]), [
    'GigabitEthernet0 inventory: number-unknown',
    'GigabitEthernet1/0/5 inventory: never-mentioned',
    'GigabitEthernet1/0/10 inventory: never-mentioned',
    'TenGigabitEthernet1/1/2 inventory: never-mentioned',
  ])
})

test('the exporter says its own numbers; counters of a port are no flow records', () => {
  const table: IdentityFact = {
    ...base,
    kind: 'identity',
    id: 'table',
    names: [{ by: 'address', value: ROUTER }],
    interfaces: [{ index: 99, name: 'Gi0' }],
  }
  const found = unseen([
    heard,
    table,
    traffic('management', { ingressIndex: 99 }),
    traffic('counter', { of: 'counter', egressIndex: 5 }),
  ])
  assert.ok(!found.some((line) => line.startsWith('GigabitEthernet0 ')))
  assert.ok(found.includes('GigabitEthernet1/0/5 inventory: never-mentioned'))
})

test('what an exporter saw of another sender shows the port of the exporter', () => {
  const core = { realm: 'default', names: [{ by: 'address' as const, value: '192.0.2.1' }] }
  const seen = traffic('neighbour', {
    of: 'carrier',
    observedBy: core,
    source: ROUTER,
    destination: '203.0.113.66',
    protocol: 47,
    carrier: 'gre',
    basis: 'protocol',
    egressIndex: 436_207_616,
  })
  assert.deepEqual(unseen([seen, { ...heard, ref: core }], 'core-sw-1'), [])
  assert.equal(unseen([seen], 'edge-rtr-07').length, 6, 'it says nothing of the ports of the sender')
})

test('a device whose configuration names an exporter and that was not heard is silent', () => {
  const exporter: ObservedFeature = {
    feature: 'flow-exporter',
    name: 'NDE-1',
    values: { destination: '198.51.100.5', port: '2055' },
    line: 4,
    text: ' destination 198.51.100.5',
  }
  const configured = { ...snapshot(at('02:00')), features: [exporter, { ...exporter, name: 'NDE-2' }] }
  const stateOf = (facts: readonly Fact[]): string | undefined => {
    const [, timeline] = timelinesOf(facts)
    return timeline && withDeclaredExport(timeline.coverage, timeline).find(({ leg }) => leg === 'flow')?.state
  }

  assert.equal(stateOf([configured]), 'silent')
  assert.equal(stateOf([configured, heard]), 'heard')
  assert.equal(stateOf([configured, { ...snapshot(at('02:30')), features: [] }]), 'not-declared', 'the newest counts')
  assert.deepEqual(visibilityOf([configured]).exportsTo, [{ destination: '198.51.100.5', port: '2055' }])
})

test('each cloud that is covered has the limits of its own flow logs, once', () => {
  const account = (provider: 'aws' | 'gcp', id: string) => ({
    platform: provider,
    subject: { id: `${provider}:${id}`, realm: 'default', kind: 'account' as const },
  })
  const format = (id: string, observer: 'cloud' | 'exporter') => ({ id, title: id, observer, limits: [`of ${id}`] })
  const formats = [format('aws-flow-logs', 'cloud'), format('aws-like', 'exporter'), format('gcp-flow-logs', 'cloud')]

  assert.deepEqual(cloudFlowLimits([account('aws', '111122223333'), account('aws', '444455556666')], formats), [
    { cloud: 'aws', title: 'aws-flow-logs', limits: ['of aws-flow-logs'] },
  ])
})
