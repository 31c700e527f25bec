import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../facts/fact.ts'
import { EMPTY_INVENTORY } from '../inventory/inventory.ts'
import { ADDRESS, at, change, createErspan, erspan, seen, snapshot } from './_testing/build-facts.ts'
import { buildTimelines } from './build-timelines.ts'
import type { Setup } from './setup.ts'

const FAR = '198.51.100.9'
const OTHER = '203.0.113.66'

function only(facts: readonly Fact[], now = at('30 00:00')): Setup | undefined {
  const { subjects } = buildTimelines({
    facts,
    inventory: EMPTY_INVENTORY,
    now,
    grammars: new Map(),
    coverageBasis: 'exact',
  })
  return subjects.flatMap((subject) => subject.setups)[0]
}

/** One line for one episode: `from-until basis destinations`. */
function lives(setup: Setup | undefined): readonly string[] {
  return (setup?.episodes ?? []).map(({ from, until, fromBasis, untilBasis, states, unconfirmed }) => {
    const ends = states.map(
      ({ session, unlogged }) => `${session.destinations[0]?.ip}${unlogged === undefined ? '' : '!'}`,
    )
    return [
      from?.slice(8, 16) ?? '-',
      until?.slice(8, 16) ?? '-',
      fromBasis,
      untilBasis ?? 'there',
      ends.join('>'),
      unconfirmed ? 'unconfirmed' : '',
    ]
      .join(' ')
      .trim()
  })
}

const REMOVE = [{ do: 'remove' as const }]

const CASES: readonly (readonly [string, readonly Fact[], readonly string[]])[] = [
  [
    'an undated snapshot proves presence, never order',
    [snapshot(undefined, erspan(FAR))],
    [`- - undated there ${FAR}`],
  ],
  [
    'the first dated sight of a session is no difference',
    [snapshot(at('03:00'), erspan(FAR))],
    [`14T03:00 - snapshot there ${FAR}`],
  ],
  [
    'a logged creation is confirmed by the next snapshot',
    [change(at('03:00'), createErspan(FAR)), snapshot(at('09:00'), erspan(FAR))],
    [`14T03:00 - change there ${FAR}`],
  ],
  [
    'a difference that nobody logged is kept as one',
    [snapshot(at('13 03:00')), snapshot(at('14 03:00'), erspan(FAR))],
    [`14T03:00 - snapshot there ${FAR}!`],
  ],
  [
    'a re-pointed session that nobody logged',
    [snapshot(at('13 03:00'), erspan(FAR)), snapshot(at('14 03:00'), erspan(OTHER))],
    [`13T03:00 - snapshot there ${FAR}>${OTHER}!`],
  ],
  [
    'a change stamped just after the snapshot that already shows it fits',
    [snapshot(at('13 03:00')), snapshot(at('14 03:00'), erspan(FAR)), change(at('14 03:05'), createErspan(FAR))],
    [`14T03:05 - change there ${FAR}`],
  ],
  [
    'a snapshot read just before a change that is stamped earlier fits too',
    [snapshot(at('13 03:00')), change(at('14 02:55'), createErspan(FAR)), snapshot(at('14 03:00'))],
    [`14T02:55 - change there ${FAR}`],
  ],
  [
    'a logged creation that the next in-scope snapshot does not show is unconfirmed',
    [change(at('03:00'), createErspan(FAR)), snapshot(at('09:00'))],
    [`14T03:00 14T09:00 change absent-in-snapshot ${FAR} unconfirmed`],
  ],
  [
    'an incomplete snapshot proves no absence',
    [change(at('03:00'), createErspan(FAR)), snapshot(at('09:00'), undefined, { complete: false })],
    [`14T03:00 - change there ${FAR}`],
  ],
  [
    'absent, then present: a new episode of the same set-up',
    [change(at('03:00'), createErspan(FAR)), change(at('04:00'), REMOVE), change(at('05:00'), createErspan(OTHER))],
    [`14T03:00 14T04:00 change change ${FAR}`, `14T05:00 - change there ${OTHER}`],
  ],
  [
    'a spoofable record shows a set-up but does not end it',
    [snapshot(at('03:00'), erspan(FAR)), change(at('04:00'), REMOVE, { trust: 'spoofable' })],
    [`14T03:00 - snapshot there ${FAR}`],
  ],
  [
    'an undated snapshot older than the log does not hide where the log says it goes now',
    [snapshot(undefined, erspan(FAR)), change(at('04:00'), createErspan(OTHER))],
    [`- - undated there ${FAR}>${OTHER}`],
  ],
  [
    'what happens after the instant asked about is not looked at',
    [change(at('29 03:00'), createErspan(FAR)), snapshot(at('01 09:00'), erspan(OTHER))],
    [`01T09:00 - snapshot there ${OTHER}>${FAR}`],
  ],
]

for (const [title, facts, expected] of CASES) {
  test(title, () => {
    assert.deepEqual(lives(only(facts)), expected)
  })
}

test('--at: facts after the instant are left out', () => {
  const facts = [snapshot(at('01 09:00'), erspan(OTHER)), change(at('29 03:00'), createErspan(FAR))]

  assert.deepEqual(lives(only(facts, at('20 00:00'))), [`01T09:00 - snapshot there ${OTHER}`])
})

test('an unlogged difference names the legs that carried commands across the whole gap', () => {
  const gap = [snapshot(at('13 03:00')), snapshot(at('14 03:00'), erspan(FAR))]
  const alive = [seen(at('13 02:00')), seen(at('13 10:00')), seen(at('13 20:00')), seen(at('14 04:00'))]

  assert.deepEqual(only([...gap, ...alive])?.episodes[0]?.states[0]?.unlogged?.aliveLegs, ['log'])
  assert.deepEqual(only([...gap, ...alive.slice(0, 1)])?.episodes[0]?.states[0]?.unlogged?.aliveLegs, [])
  const mute = alive.map((fact) => ({ ...fact, commands: false }))
  assert.deepEqual(only([...gap, ...mute])?.episodes[0]?.states[0]?.unlogged?.aliveLegs, [])
})

test('what was only ever refused is an attempt', () => {
  const setup = only([change(at('03:00'), createErspan(FAR), { outcome: 'denied' })])

  assert.equal(setup?.key.setupClass, 'attempt')
  assert.deepEqual(setup?.key.address, ADDRESS)
  assert.equal(setup?.attempts.length, 1)
})

test('any order and repetition of facts gives the same timelines', () => {
  const facts = CASES.flatMap(([, some]) => some)
  const build = (some: readonly Fact[]): string => JSON.stringify(only(some))
  const expected = build([...new Map(facts.map((fact) => [fact.id, fact])).values()])

  fc.assert(
    fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (shuffled) => {
      const unique = [...new Map(shuffled.map((fact) => [fact.id, fact])).values()]
      assert.equal(build(unique), expected)
    }),
    { numRuns: 100, seed: 7 },
  )
})
