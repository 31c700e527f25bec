import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { dialect } from './index.ts'

const account = 'acme-prod'
const address = { scope: 'europe-west1', namespace: 'packet-mirroring', id: 'ids' }
const collector = (name: string, project = account): string =>
  `projects/${project}/regions/europe-west1/forwardingRules/${name}`

function sessionTo(resource: string): MirrorSession {
  return {
    name: 'ids',
    kind: 'encapsulated',
    sources: [{ resource: `projects/${account}/global/networks/prod`, direction: 'both' }],
    destinations: [{ resource }],
    enabled: true,
  }
}

test('a policy is switched off, and can be switched on again', () => {
  const own = 'ids --region europe-west1 --project acme-prod'

  assert.deepEqual(dialect.playbook?.({ address, session: sessionTo(collector('ids-ilb')), account }), {
    preserve: [
      '# Run these with rights in acme-prod.',
      `gcloud compute packet-mirrorings describe ${own} --format json`,
      'gcloud compute forwarding-rules describe ids-ilb --region europe-west1 --project acme-prod --format json',
    ],
    scope: [
      `gcloud logging read 'protoPayload.resourceName:"/packetMirrorings/ids"' --project acme-prod --freshness 400d --format json`,
      'gcloud compute packet-mirrorings list --project acme-prod --format json',
    ],
    contain: [`gcloud compute packet-mirrorings update ${own} --no-enable`],
    verify: [`gcloud compute packet-mirrorings describe ${own} --format json`],
    rollback: [`gcloud compute packet-mirrorings update ${own} --enable`],
  })
})

test('a policy of which another collector is allowed goes back to that', () => {
  const session = { ...sessionTo(collector('x', 'other-sec')), details: { targetOwner: 'other-sec' } }

  const commands = dialect.playbook?.({ address, session, allowed: sessionTo(collector('ids-ilb')), account })

  assert.match(commands?.preserve[0] ?? '', / The target belongs to project other-sec\.$/)
  assert.match(commands?.preserve[2] ?? '', / x --region europe-west1 --project other-sec /)
  assert.match(
    commands?.contain[0] ?? '',
    /--collector-ilb projects\/acme-prod\/regions\/europe-west1\/forwardingRules\/ids-ilb$/,
  )
  assert.match(
    commands?.rollback[0] ?? '',
    /--collector-ilb projects\/other-sec\/regions\/europe-west1\/forwardingRules\/x$/,
  )
})

test('a rule is disabled, of a network or of an organisation', () => {
  const rule = { scope: 'global', namespace: 'packet-mirroring-rule', id: 'pol/100' }
  const contain = (owner: string) =>
    dialect.playbook?.({ address: rule, session: sessionTo('g'), account: owner })?.contain

  assert.deepEqual(contain(account), [
    'gcloud compute network-firewall-policies mirroring-rules update 100 --firewall-policy pol --global-firewall-policy --project acme-prod --disabled',
  ])
  assert.deepEqual(contain('organization-123'), [
    'gcloud beta compute firewall-policies mirroring-rules update 100 --firewall-policy pol --organization 123 --disabled',
  ])
})

test('an association is deleted, and can be created again', () => {
  const association = { scope: 'global', namespace: 'mirroring-endpoint-group-association', id: 'prod' }
  const own = 'prod --location global --project acme-prod'

  const commands = dialect.playbook?.({ address: association, session: sessionTo('projects/acme-prod/eg'), account })

  assert.deepEqual(commands?.contain, [`gcloud network-security mirroring-endpoint-group-associations delete ${own}`])
  assert.deepEqual(commands.rollback, [
    `gcloud network-security mirroring-endpoint-group-associations create ${own} --mirroring-endpoint-group projects/acme-prod/eg --network projects/acme-prod/global/networks/prod`,
  ])
})

test('objects go after what leads to them', () => {
  for (const [namespace, command] of [
    ['mirroring-endpoint-group', 'gcloud network-security mirroring-endpoint-groups delete x/y'],
    ['mirroring-deployment', 'gcloud network-security mirroring-deployments delete x/y'],
    ['forwarding-rule', 'gcloud compute forwarding-rules delete y --region global --project acme-prod'],
  ] as const) {
    const contain = dialect.playbook?.({
      address: { scope: 'global', namespace, id: 'x/y' },
      session: sessionTo('z'),
      account,
    })?.contain

    assert.match(contain?.[0] ?? '', /^# /)
    assert.equal(contain?.[1], command)
  }
})

test('a name from a forged entry stays one word of the command', () => {
  const commands = dialect.playbook?.({
    address: { ...address, id: `m'; reboot\n#"` },
    session: sessionTo(collector('c')),
    account,
  })

  assert.match(commands?.contain[0] ?? '', / update 'm'\\''; reboot\?#"' --region /)
  assert.match(
    commands?.scope[0] ?? '',
    /^gcloud logging read 'protoPayload\.resourceName:"\/packetMirrorings\/m'\\''; reboot\?#"' /,
  )
})
