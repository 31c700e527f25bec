import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact, ObservedFeature } from '../../facts/fact.ts'
import { EMPTY_INVENTORY } from '../../inventory/inventory.ts'
import { at, erspan, snapshot } from '../_testing/build-facts.ts'
import { address, configured, portNames, traffic } from '../_testing/build-traffic.ts'
import { buildTimelines } from '../build-timelines.ts'
import type { Setup } from '../setup.ts'
import type { SubjectTimeline } from '../subject-timeline.ts'

const NOW = at('20 00:00')

function timelines(facts: readonly Fact[], now = NOW): readonly SubjectTimeline[] {
  const input = { facts, inventory: EMPTY_INVENTORY, now, grammars: new Map(), coverageBasis: 'exact' as const }
  return buildTimelines(input).subjects
}

function edge(facts: readonly Fact[], now = NOW): SubjectTimeline {
  const found = timelines(facts, now).find(({ subject }) => subject.id === 'edge-rtr-07')
  if (found === undefined) throw new Error('nothing is known of edge-rtr-07')
  return found
}

function classes({ setups }: SubjectTimeline): readonly Setup['key']['setupClass'][] {
  return setups.map(({ key }) => key.setupClass)
}

const header = { basis: 'header', channel: 'sflow-v5' } as const
const feature = (of: Partial<ObservedFeature> & Pick<ObservedFeature, 'feature' | 'values'>): ObservedFeature => ({
  name: 'Tunnel0',
  line: 2,
  text: '',
  ...of,
})

test('a stream belongs to the device whose configuration has the address it is sent from', () => {
  const { streams } = edge([configured(at('02:00')), traffic()])
  assert.deepEqual(
    streams.map(({ source, destination, observations }) => [source, destination, observations[0]?.observer]),
    [['192.0.2.7', '198.51.100.9', '192.0.2.1']],
  )
})

test('an address that two devices have is nobody’s: the exporter is asked', () => {
  const other = {
    ...configured(at('02:00')),
    id: 'other',
    ref: { realm: 'default', names: [{ by: 'hostname' as const, value: 'edge-rtr-08' }] },
  }
  const all = timelines([configured(at('02:00')), other, traffic()])
  const owner = all.find(({ streams }) => streams.length > 0)
  assert.equal(owner?.subject.id, '192.0.2.1')
})

test('who sends what nothing but copies travel in is told by its address, whoever it is', () => {
  const all = timelines([traffic({ ...header, carrier: 'erspan-2', source: '203.0.113.5', sessionId: 7 })])
  assert.deepEqual(
    all.flatMap(({ subject, setups }) => setups.map(({ key }) => [subject.id, key.setupClass, key.address.id])),
    [['203.0.113.5', 'ghost', 'gre to 198.51.100.9']],
  )
})

test('what unknown hosts send, seen by a sensor, is on no timeline', () => {
  const sensor = { observer: 'sensor', observedBy: { realm: 'default', names: [] }, source: '203.0.113.5' } as const
  assert.deepEqual(timelines([traffic(sensor)]), [])
})

test('a session that is seen to send runs', () => {
  const { setups } = edge([configured(at('02:00'), [], erspan('198.51.100.9')), traffic()])
  const [setup] = setups
  assert.equal(setups.length, 1)
  assert.equal(setup?.status, 'live')
  assert.deepEqual(setup?.legs, ['config', 'flow'])
  assert.deepEqual(setup?.witnesses, ['device', 'neighbour'])
})

test('another session id, another destination or another carrier is another copy', () => {
  const withId = { ...erspan('198.51.100.9'), details: { erspanId: 5 } }
  for (const members of [
    { ...header, carrier: 'erspan-2', sessionId: 6 },
    { ...header, carrier: 'erspan-2', sessionId: 5, destination: '198.51.100.10' },
    { ...header, carrier: 'tzsp', protocol: 17 },
  ]) {
    const timeline = edge([configured(at('02:00'), [], withId), traffic(members)])
    assert.deepEqual(classes(timeline), ['mirror', 'ghost'], JSON.stringify(members))
  }
})

test('what else a device sends to its collector is no copy; a capture that goes to the port of its way is', () => {
  const sent = (port: number) => traffic({ of: 'sender', carrier: '', basis: 'none', protocol: 17, port })
  const capture = (encapsulation: string) => ({
    ...erspan('198.51.100.9'),
    kind: 'capture' as const,
    destinations: [{ ip: '198.51.100.9', encapsulation }],
  })
  const status = (...facts: readonly Fact[]) => edge(facts).setups[0]?.status
  assert.equal(status(configured(at('02:00'), [], erspan('198.51.100.9')), sent(514)), 'configured')
  assert.equal(status(configured(at('02:00'), [], capture('tftp')), sent(514)), 'configured')
  assert.equal(status(configured(at('02:00'), [], capture('tftp')), sent(69)), 'live')
})

test('a copy that goes on after its session is gone has no session', () => {
  const facts = [
    configured(at('02:00'), [], erspan('198.51.100.9')),
    configured(at('15 02:00')),
    traffic(),
    traffic({ firstAt: at('15 06:00') }),
  ]
  const timeline = edge(facts)
  assert.deepEqual(classes(timeline), ['mirror', 'ghost'])
  assert.equal(timeline.setups[1]?.episodes[0]?.from, at('15 06:00'))
  assert.equal(timeline.streams.length, 2, 'what the session sent and what nobody sent are two streams')
})

test('what a first snapshot shows may have run before; what a later one shows first, not before the one before', () => {
  const early = traffic({ firstAt: at('13 06:00') })
  assert.deepEqual(classes(edge([configured(at('02:00'), [], erspan('198.51.100.9')), early])), ['mirror'])
  const facts = [configured(at('13 20:00')), configured(at('15 02:00'), [], erspan('198.51.100.9'))]
  assert.deepEqual(classes(edge([...facts, traffic()])), ['mirror'])
  assert.deepEqual(classes(edge([...facts, early])), ['mirror', 'ghost'])
})

test('tunnels, overlays, answers and bare port numbers explain themselves', () => {
  const explained: readonly (readonly Fact[])[] = [
    [configured(at('02:00'), [feature({ feature: 'tunnel', values: { destination: '198.51.100.9' } })]), traffic()],
    [configured(at('02:00'), [feature({ feature: 'tunnel', values: { mode: 'gre multipoint' } })]), traffic()],
    [
      configured(at('02:00'), [feature({ feature: 'overlay', values: { encapsulation: 'vxlan' } })]),
      traffic({ ...header, carrier: 'vxlan', protocol: 17 }),
    ],
    [configured(at('02:00')), traffic(), traffic({ source: '198.51.100.9', destination: '192.0.2.7' })],
    [configured(at('02:00')), traffic({ carrier: 'vxlan', protocol: 17, basis: 'port', port: 4789 })],
    [configured(at('02:00')), traffic({ ...header, carrier: 'gre' })],
  ]
  for (const facts of explained) assert.deepEqual(classes(edge(facts)), [])
})

test('a tunnel does not explain what nothing but copies travel in', () => {
  const tunnel = feature({ feature: 'tunnel', values: { mode: 'gre multipoint' } })
  const facts = [configured(at('02:00'), [tunnel]), traffic({ ...header, carrier: 'erspan-3' })]
  assert.deepEqual(classes(edge(facts)), ['ghost'])
})

test('two observers of one stream are not added up, hours of one are', () => {
  const facts = [
    configured(at('02:00')),
    traffic(),
    traffic({ firstAt: at('07:00') }),
    traffic({ observedBy: address('192.0.2.2'), bytesAtLeast: 1_500_000 }),
  ]
  const [stream] = edge(facts).streams
  assert.equal(stream?.bytesAtLeast, 2_000_000)
  assert.deepEqual(
    stream?.observations.map(({ observer, bytesAtLeast }) => [observer, bytesAtLeast]),
    [
      ['192.0.2.1', 2_000_000],
      ['192.0.2.2', 1_500_000],
    ],
  )
})

const port = (out: number, received: number) =>
  traffic({
    of: 'counter',
    source: '',
    destination: '',
    carrier: '',
    basis: 'none',
    observedBy: address('192.0.2.7'),
    egressIndex: 24,
    ports: { out, in: received },
  })
const local = {
  ...erspan('198.51.100.9'),
  kind: 'local' as const,
  destinations: [{ interface: 'GigabitEthernet1/0/24' }],
}

test('a mirror port that sends and is not answered runs; one that is spoken with says nothing', () => {
  const names = portNames([{ index: 24, name: 'Gi1/0/24' }])
  const facts = [configured(at('02:00'), [], local), names]
  assert.equal(edge([...facts, port(5_000_000, 100)]).setups[0]?.status, 'live')
  assert.equal(edge([...facts, port(5_000_000, 4_000_000)]).setups[0]?.status, 'configured')
  assert.equal(edge([...facts, port(600, 0)]).setups[0]?.status, 'configured')
})

test('a port to which copies went sends on without a session; any other port may', () => {
  const names = portNames([{ index: 24, name: 'GigabitEthernet1/0/24' }])
  const gone = [configured(at('13 02:00'), [], local), configured(at('13 20:00')), names]
  assert.deepEqual(classes(edge([...gone, port(5_000_000, 100)])), ['mirror', 'ghost'])
  assert.deepEqual(classes(edge([configured(at('02:00')), names, port(5_000_000, 100)])), [])
})

test('a number that its exporter calls by two names is no port', () => {
  const names = portNames([
    { index: 24, name: 'Gi1/0/24' },
    { index: 24, name: 'Gi1/0/25' },
  ])
  const { ports, setups } = edge([configured(at('02:00'), [], local), names, port(5_000_000, 100)])
  assert.deepEqual([ports.length, setups[0]?.status], [0, 'configured'])
})

test('at an earlier moment later streams are not known', () => {
  const facts = [configured(at('02:00')), traffic({ ...header, carrier: 'erspan-2' })]
  assert.deepEqual(classes(edge(facts, at('05:00'))), [])
  assert.equal(edge(facts, at('06:20')).setups[0]?.asOf, at('06:20'))
})

test('the order of facts never shows', () => {
  const facts: readonly Fact[] = [
    configured(at('02:00'), [], erspan('198.51.100.9')),
    snapshot(at('15 02:00')),
    traffic(),
    traffic({ firstAt: at('15 06:00'), ...header, carrier: 'erspan-2', sessionId: 4 }),
    traffic({ observedBy: address('192.0.2.2') }),
    port(5_000_000, 100),
    portNames([{ index: 24, name: 'Gi1/0/24' }]),
  ]
  const expected = timelines(facts)
  fc.assert(
    fc.property(fc.shuffledSubarray([...facts], { minLength: facts.length }), (order) => {
      assert.deepEqual(timelines(order), expected)
    }),
  )
})
