/** The commands a person is told to run, to the letter. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { dialect } from './index.ts'

const address = { scope: 'eu-west-1', namespace: 'traffic-mirror-session', id: 'tms-0a1b' }

function sessionTo(targetId: string): MirrorSession {
  return {
    name: 'tms-0a1b',
    kind: 'encapsulated',
    sources: [{ resource: 'eni-0c2d', direction: 'both' }],
    destinations: [{ resource: targetId, encapsulation: 'vxlan' }],
    enabled: true,
    filter: 'tmf-0e3f',
    details: {
      targetId,
      filterId: 'tmf-0e3f',
      sessionNumber: '1',
      truncateBytes: 128,
      virtualNetworkId: '77',
      description: "it's ids",
    },
  }
}

test('a session is deleted, and can be created again', () => {
  assert.deepEqual(dialect.playbook?.({ address, session: sessionTo('tmt-new') }), {
    preserve: [
      '# Run these with credentials of the account that the finding names.',
      'aws ec2 describe-traffic-mirror-sessions --region eu-west-1 --traffic-mirror-session-ids tms-0a1b --output json',
      'aws ec2 describe-traffic-mirror-targets --region eu-west-1 --traffic-mirror-target-ids tmt-new --output json',
      'aws ec2 describe-traffic-mirror-filters --region eu-west-1 --traffic-mirror-filter-ids tmf-0e3f --output json',
    ],
    scope: [
      'aws cloudtrail lookup-events --region eu-west-1 --lookup-attributes AttributeKey=ResourceName,AttributeValue=tms-0a1b',
      'aws cloudtrail lookup-events --region eu-west-1 --lookup-attributes AttributeKey=EventName,AttributeValue=CreateTrafficMirrorSession',
      'aws ec2 describe-traffic-mirror-sessions --region eu-west-1 --filters Name=traffic-mirror-target-id,Values=tmt-new',
    ],
    contain: ['aws ec2 delete-traffic-mirror-session --region eu-west-1 --traffic-mirror-session-id tms-0a1b'],
    verify: ['aws ec2 describe-traffic-mirror-sessions --region eu-west-1 --traffic-mirror-session-ids tms-0a1b'],
    rollback: [
      'aws ec2 create-traffic-mirror-session --region eu-west-1 --network-interface-id eni-0c2d --traffic-mirror-target-id tmt-new ' +
        "--traffic-mirror-filter-id tmf-0e3f --session-number 1 --packet-length 128 --virtual-network-id 77 --description 'it'\\''s ids'",
    ],
  })
})

test('a session of which another target is allowed goes back to that', () => {
  const commands = dialect.playbook?.({ address, session: sessionTo('tmt-new'), allowed: sessionTo('tmt-old') })

  const modify = 'aws ec2 modify-traffic-mirror-session --region eu-west-1 --traffic-mirror-session-id tms-0a1b'
  assert.deepEqual(commands?.contain, [`${modify} --traffic-mirror-target-id tmt-old`])
  assert.deepEqual(commands?.rollback, [`${modify} --traffic-mirror-target-id tmt-new`])
})

test('the account is named, and an owner of the target only where that is another', () => {
  const accountLine = (targetOwner: string): string | undefined => {
    const session = { ...sessionTo('tmt-1'), details: { targetId: 'tmt-1', targetOwner } }
    return dialect.playbook?.({ address, session, account: '111122223333' }).preserve[0]
  }

  assert.equal(accountLine('111122223333'), '# Run these with credentials of account 111122223333.')
  assert.match(accountLine('444455556666') ?? '', /111122223333\. The target belongs to account 444455556666\.$/)
})

test('a foreign target names its owner, and can be created again', () => {
  const details = { targetOwner: '444455556666', targetType: 'network-interface', targetResource: 'eni-09' }
  const commands = dialect.playbook?.({
    address: { ...address, namespace: 'traffic-mirror-target', id: 'tmt-1' },
    session: { ...sessionTo('tmt-1'), details },
  })

  assert.match(commands?.preserve[0] ?? '', /^# .* The target belongs to account 444455556666\.$/)
  assert.equal(
    commands?.contain[1],
    'aws ec2 delete-traffic-mirror-target --region eu-west-1 --traffic-mirror-target-id tmt-1',
  )
  assert.deepEqual(commands?.rollback, [
    'aws ec2 create-traffic-mirror-target --region eu-west-1 --network-interface-id eni-09',
  ])
})

test('an attempt has nothing to stop', () => {
  const commands = dialect.playbook?.({
    address: { ...address, id: 'attempt:eni-1>tmt-1' },
    session: sessionTo('tmt-1'),
  })

  assert.deepEqual(commands?.contain, [])
  assert.match(commands?.preserve[1] ?? '', /lookup-events .*AttributeValue=CreateTrafficMirrorSession$/)
  assert.match(commands?.scope[0] ?? '', /--filters Name=traffic-mirror-target-id,Values=tmt-1$/)
  assert.ok(![...(commands?.preserve ?? []), ...(commands?.verify ?? [])].some((line) => line.includes('attempt:')))
})

test('an id from a forged record stays one word of the command', () => {
  const commands = dialect.playbook?.({ address: { ...address, id: "tms-1'; reboot\n#" }, session: sessionTo('tmt-1') })

  assert.deepEqual(commands?.contain, [
    "aws ec2 delete-traffic-mirror-session --region eu-west-1 --traffic-mirror-session-id 'tms-1'\\''; reboot?#'",
  ])
})
