/** What a run of records leaves: the edits of changes, folded as a timeline folds them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits, type EditedSession } from '../../facts/apply-edits.ts'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

type Members = Readonly<Record<string, unknown>>

function call(eventName: string, request: Members, response: Members): Members {
  return {
    eventSource: 'ec2.amazonaws.com',
    eventName,
    eventTime: '2026-11-14T03:12:07Z',
    awsRegion: 'eu-west-1',
    recipientAccountId: '111122223333',
    requestParameters: { [`${eventName}Request`]: request },
    responseElements: { [`${eventName}Response`]: response },
  }
}

function fold(records: readonly Members[]): MirrorSession | undefined {
  let state: EditedSession | undefined
  for (const value of records) {
    for (const fact of dialect.json?.read({ value, place: { path: 'trail.json' } }, context)?.facts ?? []) {
      if (fact.kind === 'change') state = applyEdits(state, fact.edits, fact.name)
    }
  }
  return state?.session
}

const session = {
  trafficMirrorSessionId: 'tms-1',
  networkInterfaceId: 'eni-1',
  trafficMirrorTargetId: 'tmt-1',
  trafficMirrorFilterId: 'tmf-1',
  sessionNumber: 1,
  packetLength: 128,
}
const create = call('CreateTrafficMirrorSession', {}, { trafficMirrorSession: session })

test('a re-pointed session has its new target alone, with or without an answer', () => {
  const request = { TrafficMirrorSessionId: 'tms-1', TrafficMirrorTargetId: 'tmt-2' }
  const answer = { trafficMirrorSession: { ...session, trafficMirrorTargetId: 'tmt-2' } }

  const whole = fold([create, call('ModifyTrafficMirrorSession', request, answer)])

  assert.deepEqual(whole?.destinations, [{ resource: 'tmt-2', encapsulation: 'vxlan' }])
  assert.equal(whole?.details?.targetId, 'tmt-2')
  assert.deepEqual(fold([create, call('ModifyTrafficMirrorSession', request, {})]), whole)
})

test('a removed field is gone, with or without an answer', () => {
  const request = { TrafficMirrorSessionId: 'tms-1', RemoveField: { tag: 1, content: 'packet-length' } }
  const answer = { trafficMirrorSession: { ...session, packetLength: undefined } }

  for (const response of [answer, {}]) {
    const after = fold([create, call('ModifyTrafficMirrorSession', request, response)])

    assert.equal(after?.details?.truncateBytes, undefined)
    assert.equal(after?.details?.sessionNumber, '1')
  }
})

test('a deleted session is gone', () => {
  assert.equal(fold([create, call('DeleteTrafficMirrorSession', { TrafficMirrorSessionId: 'tms-1' }, {})]), undefined)
})

test('a narrow rule does not hide the rule that accepts all', () => {
  const filter = { trafficMirrorFilterId: 'tmf-1' }
  const all = {
    sourceCidrBlock: '0.0.0.0/0',
    destinationCidrBlock: '0.0.0.0/0',
    trafficDirection: 'ingress',
    ruleAction: 'accept',
  }
  const rule = (id: string, members: Members) => ({
    trafficMirrorFilterRule: { ...filter, ...all, ...members, trafficMirrorFilterRuleId: id },
  })
  const records = [
    call('CreateTrafficMirrorFilter', {}, { trafficMirrorFilter: { ...filter, ingressFilterRuleSet: '' } }),
    call('CreateTrafficMirrorFilterRule', {}, rule('tmfr-1', { ruleNumber: 100 })),
    call(
      'CreateTrafficMirrorFilterRule',
      {},
      rule('tmfr-2', { ruleNumber: 50, protocol: 6, sourceCidrBlock: '192.0.2.0/24' }),
    ),
    call(
      'ModifyTrafficMirrorFilterRule',
      {},
      rule('tmfr-2', { ruleNumber: 50, protocol: 17, sourceCidrBlock: '192.0.2.0/24' }),
    ),
    call(
      'ModifyTrafficMirrorFilterNetworkServices',
      { TrafficMirrorFilterId: 'tmf-1', AddNetworkService: 'amazon-dns' },
      {},
    ),
  ]

  assert.equal(
    fold(records)?.filter,
    'amazon-dns accept both directions; ' +
      'tmfr-1 accept ingress 0.0.0.0/0 -> 0.0.0.0/0 all protocols rule 100; ' +
      'tmfr-2 accept ingress 192.0.2.0/24 -> 0.0.0.0/0 protocol 17 rule 50',
  )
  const without = call(
    'ModifyTrafficMirrorFilterNetworkServices',
    { TrafficMirrorFilterId: 'tmf-1', RemoveNetworkService: 'amazon-dns' },
    {},
  )
  assert.match(fold([...records, without])?.filter ?? '', /^tmfr-1 .*; tmfr-2 /)
})
