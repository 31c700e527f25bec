import assert from 'node:assert/strict'
import { test } from 'node:test'
import { approval, assess, match } from '../_testing/assessments.ts'
import { episode, setup, snapshotState, timeline } from '../_testing/setups.ts'
import { at, session } from '../_testing/subjects.ts'
import type { PlaybookRequest } from './platform-playbook.ts'
import { type PlaybookInput, writePlaybook } from './playbook.ts'

const COMMANDS = {
  preserve: ['show running-config'],
  scope: ['show monitor session all'],
  contain: ['no monitor session 4'],
  verify: ['show monitor session 4'],
  rollback: ['monitor session 4 type erspan-source'],
}

function steps(changes: Partial<PlaybookInput> = {}) {
  const playbooks = new Map([['cisco-ios', () => COMMANDS]])
  return writePlaybook({ assessed: assess(setup()), verdict: 'unapproved', accounts: [], playbooks, ...changes })
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

test('of a re-pointed session the platform is told what it was before', () => {
  const requests: PlaybookRequest[] = []
  const record = (request: PlaybookRequest) => {
    requests.push(request)
    return COMMANDS
  }
  const elsewhere = session({ destinations: [{ ip: '203.0.113.66', encapsulation: 'erspan' }] })
  const states = [...episode().states, snapshotState(elsewhere)]

  steps({ assessed: assess(setup({ episodes: [episode({ states })] })), playbooks: new Map([['cisco-ios', record]]) })

  assert.deepEqual(requests, [{ address: setup().key.address, session: elsewhere, before: session() }])
})

test('what ended is only looked after', () => {
  const ended = setup({ status: 'ended', episodes: [episode({ until: at('10:00'), untilBasis: 'change' })] })

  assert.deepEqual(
    steps({ assessed: assess(ended) }).map(({ stage }) => stage),
    ['preserve', 'scope', 'coordinate', 'verify'],
  )
})

test('who to ask: the owner of the nearest approval, or of the device', () => {
  const coordinate = (changes: Partial<PlaybookInput>): string | undefined =>
    steps(changes).find(({ stage }) => stage === 'coordinate')?.text
  const nearest = { approval: approval({ ticket: 'CHG0012', approvers: ['lead-1'] }), differences: [] }

  assert.equal(
    coordinate({ assessed: assess(setup(), { match: match({ nearest }) }), accounts: ['netops-3'] }),
    'Ask netops-team (owner of APR-12, ticket CHG0012, approved by lead-1) and account netops-3.',
  )
  assert.equal(coordinate({}), 'No approval names an owner: ask who answers for edge-rtr-07.')
})
