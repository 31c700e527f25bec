import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact, ObservedFeature, SnapshotFact } from '../facts/fact.ts'
import { EMPTY_INVENTORY } from '../inventory/inventory.ts'
import { at, change, createErspan, erspan, login, snapshot, ticket } from './_testing/build-facts.ts'
import { buildTimelines } from './build-timelines.ts'
import type { Timelines } from './subject-timeline.ts'

const FAR = '198.51.100.9'

function timelines(facts: readonly Fact[]): Timelines {
  const now = at('30 00:00')
  return buildTimelines({ facts, inventory: EMPTY_INVENTORY, now, grammars: new Map(), coverageBasis: 'exact' })
}

function setupsOf(facts: readonly Fact[]) {
  return timelines(facts).subjects.flatMap(({ setups }) => setups)
}

/** From where the first change of the first set-up was made, by its login. */
function loginFrom(logins: readonly Fact[]): string | undefined {
  const [setup] = setupsOf([change(at('03:12'), createErspan(FAR)), ...logins])
  return setup?.episodes[0]?.changes[0]?.login?.from
}

test('an act without an address takes it from the login of its account', () => {
  assert.equal(loginFrom([login(at('03:00'), '192.0.2.9'), login(at('13 01:00'), '192.0.2.8')]), '192.0.2.9')
  assert.equal(loginFrom([login(at('03:30'), '192.0.2.9')]), undefined, 'a login after the act is no login of it')
  assert.equal(
    loginFrom([login(at('03:20'), '192.0.2.9', { signal: 'configuration-edited' })]),
    '192.0.2.9',
    "the device's own word may come after",
  )
})

test('two logins from different addresses settle nothing', () => {
  assert.equal(loginFrom([login(at('03:00'), '192.0.2.9'), login(at('03:05'), '192.0.2.10')]), undefined)
  const refused = login(at('03:05'), '192.0.2.10', { outcome: 'denied', signal: 'login-refused' })
  assert.equal(loginFrom([login(at('03:00'), '192.0.2.9'), refused]), '192.0.2.9')
})

test('tickets find their devices by any spelling of the name, and say which they do not know', () => {
  const facts = [
    snapshot(at('03:00')),
    ticket('CHG0001', { subjects: ['edge-rtr-07', 'nowhere-1'] }),
    ticket('CHG0000'),
  ]
  const { tickets } = timelines(facts)
  assert.deepEqual(
    tickets.map(({ fact, subjects, unknownNames }) => [fact.number, subjects, unknownNames]),
    [
      ['CHG0000', ['edge-rtr-07'], []],
      ['CHG0001', ['edge-rtr-07'], ['nowhere-1']],
    ],
  )
})

test('of two states of one ticket the one changed last counts', () => {
  const planned = ticket('CHG0001', { state: 'scheduled', updatedAt: at('13 00:00') })
  const cancelled = ticket('CHG0001', { state: 'cancelled', approved: false, updatedAt: at('14 00:00') })
  const other: typeof cancelled = { ...cancelled, id: 'other' }
  for (const facts of [
    [planned, other],
    [other, planned],
  ])
    assert.deepEqual(
      timelines(facts).tickets.map(({ fact }) => fact.state),
      ['cancelled'],
    )
})

test('the same words with another meaning are a state of their own', () => {
  const meaning = (entry: string) => ({ ...erspan(FAR), filter: 'TAP', references: { 'access-list TAP': [entry] } })
  const narrow = snapshot(at('03:00'), meaning('permit tcp any any eq 443'))
  const same = snapshot(at('04:00'), meaning('permit tcp any any eq 443'))
  const wide = snapshot(at('09:00'), meaning('permit ip any any'))
  const states = setupsOf([narrow, same, wide])[0]?.episodes[0]?.states
  assert.deepEqual(
    states?.map(({ from, meaningChanged, unlogged }) => [from, meaningChanged, unlogged]),
    [
      [at('03:00'), undefined, undefined],
      [at('09:00'), true, undefined],
    ],
  )
})

const feature = (members: Pick<ObservedFeature, 'feature' | 'name' | 'values'>): ObservedFeature => ({
  line: 3,
  text: members.name,
  ...members,
})
const tunnel = feature({
  feature: 'tunnel',
  name: 'Tunnel7',
  values: { source: 'Loopback0', destination: '203.0.113.66', mode: 'gre' },
})
const address = feature({ feature: 'address', name: 'Tunnel7', values: { ip: '192.0.2.1/30' } })
const route = (values: Readonly<Record<string, string>>): ObservedFeature =>
  feature({ feature: 'policy-route', name: 'DIVERT', values: { interface: 'GigabitEthernet0/1', ...values } })

function redirectIn(features: readonly ObservedFeature[]): readonly string[] {
  const fact: SnapshotFact = { ...snapshot(at('03:00')), features: [...features] }
  return setupsOf([fact]).map(({ key, episodes }) => {
    const session = episodes[0]?.states[0]?.session
    return `${key.setupClass} ${session?.sources[0]?.interface} ${session?.filter} ${session?.destinations[0]?.ip}`
  })
}

test('a policy route into a tunnel is a redirect, by interface or by next hop; any other is none', () => {
  const found = ['redirect GigabitEthernet0/1 DIVERT 203.0.113.66']
  assert.deepEqual(redirectIn([tunnel, route({ through: 'Tunnel7' })]), found)
  assert.deepEqual(redirectIn([tunnel, address, route({ nextHop: '192.0.2.2' })]), found)
  assert.deepEqual(redirectIn([tunnel, address, route({ nextHop: '198.51.100.1' })]), [])
  assert.deepEqual(redirectIn([route({ through: 'Tunnel7' })]), [])
})

test('a redirect that a later configuration does not show has ended', () => {
  const there: SnapshotFact = { ...snapshot(at('03:00')), features: [tunnel, route({ through: 'Tunnel7' })] }
  const gone: SnapshotFact = { ...snapshot(at('09:00')), features: [tunnel] }
  const [setup] = setupsOf([there, gone])
  assert.deepEqual([setup?.status, setup?.episodes[0]?.until], ['ended', at('09:00')])
})
