import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { MirrorSession } from '../facts/mirror-session.ts'
import type { Setup, SetupKey } from '../timeline/setup.ts'
import { assess, match } from './_testing/assessments.ts'
import { changeFact, factMap, snapshotFact } from './_testing/facts.ts'
import { change, episode, setup, snapshotState, timeline } from './_testing/setups.ts'
import { account, at, session } from './_testing/subjects.ts'
import { writeSentence } from './sentence.ts'

const FACTS = factMap(changeFact('change-1'), snapshotFact('snapshot-1'))

function holding(of: MirrorSession, changes: Partial<Setup> = {}, key: Partial<SetupKey> = {}): Setup {
  return setup({ episodes: [episode({ states: [{ ...snapshotState(of), from: at('03:12') }] })], ...changes }, key)
}

function sentence(one: Setup, cloud = false): string {
  const given = cloud ? { timeline: timeline({ subject: account(), platform: 'aws' }) } : {}
  return writeSentence(assess(one, given), 'and so on', FACTS)
}

const CLOUD = session({
  name: 'tms-0a1b',
  sources: [{ resource: 'eni-0c', direction: 'both' }],
  destinations: [{ resource: 'tmt-0d', encapsulation: 'vxlan' }],
})

const whole = 'Te0/0/1 (rx) to 198.51.100.200 by ERSPAN'
const withSnapshot = episode({ facts: ['change-1', 'snapshot-1'] })
const ended = { status: 'ended' as const, episodes: [episode({ until: at('10:00'), untilBasis: 'change' })] }

const cases: readonly (readonly [string, Setup, string, 'cloud'?])[] = [
  ['a command', setup(), `edge-rtr-07 was told to copy ${whole} (2026-11-14 03:12Z); and so on.`],
  [
    'a configuration',
    setup({ episodes: [episode({ states: [snapshotState()] })] }),
    `edge-rtr-07 is configured to copy ${whole} (as of 2026-11-14 04:00Z); and so on.`,
  ],
  [
    'a command that a later configuration shows',
    setup({ episodes: [withSnapshot] }),
    `edge-rtr-07 is configured to copy ${whole} (as of 2026-11-14 04:00Z); and so on.`,
  ],
  [
    'a command after the newest configuration',
    setup({ episodes: [episode({ ...withSnapshot, states: [{ ...episode().states[0]!, from: at('05:00') }] })] }),
    `edge-rtr-07 was told to copy ${whole} (2026-11-14 05:00Z); and so on.`,
  ],
  ['operational proof', setup({ status: 'live' }), `edge-rtr-07 sends a copy of ${whole}; and so on.`],
  ['an end', setup(ended), `edge-rtr-07 copied ${whole} until 2026-11-14 10:00Z; and so on.`],
  [
    'an end that only an absence shows',
    setup({ ...ended, episodes: [episode({ until: at('10:00'), untilBasis: 'absent-in-snapshot' })] }),
    `edge-rtr-07 copied ${whole} until 2026-11-14 10:00Z at the latest; and so on.`,
  ],
  [
    'a disabled session',
    holding(session({ enabled: false }), { status: 'never-live' }),
    `edge-rtr-07 holds session 4, which is not enabled and would copy ${whole} (as of 2026-11-14 04:00Z); and so on.`,
  ],
  [
    'a session without destination',
    holding(session({ destinations: [], incomplete: true }), { status: 'never-live' }),
    'edge-rtr-07 holds session 4, which copies nothing before a destination is set (as of 2026-11-14 04:00Z); and so on.',
  ],
  [
    'an empty session',
    holding(session({ sources: [], destinations: [], incomplete: true }), { status: 'never-live' }),
    'edge-rtr-07 holds session 4, which copies nothing before a source and a destination is set (as of 2026-11-14 04:00Z); and so on.',
  ],
  [
    'the far end of an RSPAN copy',
    holding(
      session({
        kind: 'remote-vlan',
        role: 'destination',
        sources: [{ vlan: 900, direction: 'both' }],
        destinations: [{ interface: 'GigabitEthernet1/0/2' }],
      }),
    ),
    'edge-rtr-07 is configured to deliver the copy in VLAN 900 to Gi1/0/2 by RSPAN (as of 2026-11-14 04:00Z); and so on.',
  ],
  [
    'an RSPAN VLAN on the way',
    holding(
      session({ name: '900', kind: 'remote-vlan', role: 'transit', sources: [], destinations: [], incomplete: true }),
    ),
    'edge-rtr-07 carries RSPAN VLAN 900 with no session of its own; and so on.',
  ],
  [
    'a cloud session',
    holding(CLOUD, { status: 'live' }),
    'AWS account 111122223333: session tms-0a1b copies eni-0c to tmt-0d by VXLAN; and so on.',
    'cloud',
  ],
  [
    'a cloud target of another account',
    holding({ ...CLOUD, details: { targetOwner: '444455556666' } }, { status: 'live' }),
    'AWS account 111122223333: session tms-0a1b copies eni-0c to tmt-0d of account 444455556666 by VXLAN; and so on.',
    'cloud',
  ],
  [
    'a cloud target of the same account',
    holding({ ...CLOUD, details: { targetOwner: '111122223333' } }, { status: 'live' }),
    'AWS account 111122223333: session tms-0a1b copies eni-0c to tmt-0d by VXLAN; and so on.',
    'cloud',
  ],
]

for (const [what, one, expected, cloud] of cases) {
  test(`the verb follows the evidence: ${what}`, () => {
    assert.equal(sentence(one, cloud === 'cloud'), expected)
  })
}

test('a refused act is told with who, what and when, and that nothing came of it', () => {
  const denied = change({
    outcome: 'denied',
    operation: 'CreateTrafficMirrorSession',
    error: 'Client.UnauthorizedOperation: You are not authorized',
  })
  const one = setup({ attempts: [denied] }, { setupClass: 'attempt' })
  const what =
    'account netops-3 from 203.0.113.9 was refused CreateTrafficMirrorSession (Client.UnauthorizedOperation) at 2026-11-14 03:12Z'

  assert.equal(sentence(one), `On edge-rtr-07 ${what}; no copy came of it.`)
  assert.equal(sentence(one, true), `In AWS account 111122223333 ${what}; no copy came of it.`)
})

test('repeated attempts are counted', () => {
  const denied = change({ outcome: 'failed', actor: {} })
  const one = setup({ attempts: [denied, denied, denied] }, { setupClass: 'attempt' })

  assert.match(sentence(one), /an unnamed account tried monitor session 4, which failed at .*, the last of 3 attempts;/)
})

test('a shared object says where it leads and who uses it', () => {
  const target = session({ name: 'tmt-0d', sources: [], destinations: [{ resource: 'eni-0f' }] })
  const key = { subject: 'aws:111122223333', setupClass: 'object' as const }
  const user = { ...setup().key, address: { scope: 'eu-west-1', namespace: 'traffic-mirror-session', id: 'tms-1' } }

  assert.equal(
    sentence(holding(target, { usedBy: [user] }, key), true),
    'AWS account 111122223333: tmt-0d leads to eni-0f and is used by tms-1; and so on.',
  )
  assert.equal(
    sentence(holding(target, {}, key), true),
    'AWS account 111122223333: tmt-0d leads to eni-0f and is used by no session that was seen; and so on.',
  )
})

test('a collector has its name, also as the end of what is shared or switched off', () => {
  const target = session({ name: 'tmt-0d', sources: [], destinations: [{ resource: 'arn:lb/ids-nlb' }] })
  const key = { subject: 'aws:111122223333', setupClass: 'object' as const }
  const toCollector = (one: Setup) =>
    writeSentence(assess(one, { match: match({ collectors: ['ids-1'] }) }), 'and so on', FACTS)

  assert.match(toCollector(holding(target, {}, key)), /tmt-0d leads to ids-1 and/)
  assert.match(toCollector(holding(session({ enabled: false }))), /would copy Te0\/0\/1 \(rx\) to ids-1 by ERSPAN/)
})

test('no text of this room attributes or claims more than was seen', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const wrong = sources.flatMap((file) => {
    const text = readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
    return [...text.matchAll(/attacker|\bbreach(ed)?\b|compromis|malicious|exploit|guarantee/gi)].map(
      ([word]) => `${file}: ${word}`,
    )
  })

  assert.ok(sources.length > 15)
  assert.deepEqual(wrong, [])
})
