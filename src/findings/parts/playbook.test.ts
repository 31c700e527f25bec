import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlaybookRequest } from '../../facts/playbook.ts'
import type { Approval } from '../../inventory/schema.ts'
import type { SessionState } from '../../timeline/episode.ts'
import { approval, assess, context, match } from '../_testing/assessments.ts'
import { change, episode, setup, snapshotState, timeline } from '../_testing/setups.ts'
import { account, at, session } from '../_testing/subjects.ts'
import { type PlaybookInput, writePlaybook } from './playbook.ts'

const COMMANDS = {
  preserve: ['show running-config'],
  scope: ['show monitor session all'],
  contain: ['no monitor session 4'],
  verify: ['show monitor session 4'],
  rollback: ['monitor session 4 type erspan-source'],
}

const given = context({ playbooks: new Map([['cisco-ios', () => COMMANDS]]) })

function steps(changes: Partial<PlaybookInput> = {}) {
  return writePlaybook({ assessed: assess(setup()), verdict: 'unapproved', accounts: [], context: given, ...changes })
}

function textOf(stage: string, changes: Partial<PlaybookInput> = {}): string | undefined {
  return steps(changes).find((step) => step.stage === stage)?.text
}

test('the steps come in the order that keeps evidence, with the commands of the platform', () => {
  assert.deepEqual(
    steps().map(({ stage, commands }) => [stage, ...commands]),
    [
      ['preserve', 'show running-config'],
      ['scope', 'show monitor session all'],
      ['coordinate'],
      ['contain', 'no monitor session 4'],
      ['verify', 'show monitor session 4'],
      ['roll-back', 'monitor session 4 type erspan-source'],
    ],
  )
})

test('commands are withheld until the platform is certain', () => {
  const unsure = assess(setup(), { timeline: timeline({ platform: '' }) })
  const unknown = assess(setup({ platform: 'other-os' }), { timeline: timeline({ platform: 'other-os' }) })

  for (const assessed of [unsure, unknown]) {
    const [preserve, ...others] = steps({ assessed })
    assert.match(preserve?.text ?? '', /withheld until the platform of edge-rtr-07 is certain/)
    assert.deepEqual(
      [preserve, ...others].flatMap((step) => step?.commands ?? []),
      [],
    )
  }
})

test('a name for the platform that the inventory uses does not hide its commands', () => {
  const assessed = assess(setup(), { timeline: timeline({ platform: 'ios' }) })

  assert.equal(steps({ assessed }).find(({ stage }) => stage === 'contain')?.commands.length, 1)
})

/** What the platform is asked for one set-up, with these approvals in the inventory. */
function asked(assessed: PlaybookInput['assessed'], ...approvals: readonly Approval[]): PlaybookRequest | undefined {
  const requests: PlaybookRequest[] = []
  const record = (request: PlaybookRequest) => {
    requests.push(request)
    return COMMANDS
  }
  const inventory = { ...given.inventory, approvals }
  steps({ assessed, context: context({ inventory, playbooks: new Map([['cisco-ios', record]]) }) })
  return requests[0]
}

const approved = approval({ destinations: [{ ip: '198.51.100.200' }] })
const elsewhere = session({ destinations: [{ ip: '203.0.113.66', encapsulation: 'erspan' }] })
const repointed = assess(setup({ episodes: [episode({ states: [...episode().states, snapshotState(elsewhere)] })] }))

test('of a re-pointed session the platform is told what it was before, where that is approved', () => {
  const address = setup().key.address

  assert.deepEqual(asked(repointed, approved), { address, session: elsewhere, allowed: session() })
  assert.deepEqual(asked(repointed), { address, session: elsewhere })
})

test('of a session that exceeds its approval the platform is told the part that is allowed', () => {
  const wide = session({ sources: [...session().sources, { vlan: 30, direction: 'rx' }] })
  const [made] = episode().states
  assert.ok(made !== undefined)
  const assessed = assess(setup({ episodes: [episode({ states: [{ ...made, session: wide }] })] }), {
    match: match({
      nearest: {
        approval: approval({ sources: ['TenGigabitEthernet0/0/1'] }),
        differences: [{ dimension: 'sources', approved: 'TenGigabitEthernet0/0/1', found: 'VLAN 30' }],
      },
    }),
  })

  assert.deepEqual(asked(assessed)?.allowed, session())
  assert.equal(
    textOf('contain', { assessed }),
    'Take the copy back to what approval APR-12 allows once its owner had a chance to answer.',
  )
  assert.equal(textOf('verify', { assessed }), 'Make sure that nothing is copied but what approval APR-12 allows.')
})

test('the platform is told whose cloud account it is', () => {
  assert.equal(asked(assess(setup(), { timeline: timeline({ subject: account() }) }))?.account, '111122223333')
})

test('what to look for is bounded by the change, by two snapshots, or by the first sight', () => {
  const unlogged = { since: at('02:00'), until: at('04:00'), earlierFact: 'snapshot-0', aliveLegs: [] }
  const scopeOf = (states: readonly SessionState[]) =>
    textOf('scope', { assessed: assess(setup({ episodes: [episode({ states })] })) })?.split(', and')[0]

  assert.equal(scopeOf(episode().states), 'Find what else was changed on edge-rtr-07 around 2026-11-14 03:12Z')
  assert.equal(
    scopeOf([...episode().states, { ...snapshotState(elsewhere), unlogged }]),
    'Find what else was changed on edge-rtr-07 between the snapshots of 2026-11-14 02:00Z and 2026-11-14 04:00Z',
  )
  assert.equal(scopeOf([snapshotState()]), 'Find what else was changed on edge-rtr-07 before 2026-11-14 04:00Z')
})

test('of an attempt only its records can be saved', () => {
  const attempt = setup({ attempts: [change({ outcome: 'denied' })], status: 'never-live' }, { setupClass: 'attempt' })

  assert.equal(
    textOf('preserve', { assessed: assess(attempt) }),
    'Save the records of the attempt: nothing else is left of it.',
  )
})

test('what is switched off is kept so, and there is nothing to put back', () => {
  const [made] = episode().states
  assert.ok(made !== undefined)
  const states = [{ ...made, session: session({ enabled: false }) }]
  const assessed = assess(setup({ episodes: [episode({ states })] }))

  assert.match(textOf('contain', { assessed }) ?? '', /copies nothing as it stands/)
  assert.equal(textOf('roll-back', { assessed }), undefined)
})

test('what ended is only looked after', () => {
  const ended = setup({ status: 'ended', episodes: [episode({ until: at('10:00'), untilBasis: 'change' })] })

  assert.deepEqual(
    steps({ assessed: assess(ended) }).map(({ stage }) => stage),
    ['preserve', 'scope', 'coordinate', 'verify'],
  )
})

test('who to ask: the owner of an approval that comes near, or of the device', () => {
  const nearest = { approval: approval({ ticket: 'CHG0012', approvers: ['lead-1'] }), differences: [] }
  const differences = (['sources', 'destination', 'carrier'] as const).map((dimension) => ({
    dimension,
    approved: 'this',
    found: 'that',
  }))

  assert.equal(
    textOf('coordinate', { assessed: assess(setup(), { match: match({ nearest }) }), accounts: ['netops-3'] }),
    'Ask netops-team (owner of APR-12, ticket CHG0012, approved by lead-1) and account netops-3.',
  )
  const nobody = 'No approval names an owner: ask who answers for edge-rtr-07.'
  assert.equal(textOf('coordinate'), nobody)
  const far = match({ nearest: { ...nearest, differences } })
  assert.equal(textOf('coordinate', { assessed: assess(setup(), { match: far }) }), nobody)
})
