import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { dialect } from './index.ts'

const account = '7f3a09c1-d2e4-4586-9000-000000000001'
const group = `/subscriptions/${account}/resourcegroups/rg-net/providers/microsoft.network`
const address = { scope: 'rg-net', namespace: 'tap-configuration', id: 'nic-1/tap' }

function sessionTo(resource: string, kind: MirrorSession['kind'] = 'encapsulated'): MirrorSession {
  return {
    name: 'nic-1/tap',
    kind,
    sources: [{ resource: `${group}/networkinterfaces/nic-1`, direction: 'both' }],
    destinations: [{ resource }],
    enabled: true,
  }
}

test('a configuration is deleted, and can be created again', () => {
  const tap = `${group}/virtualnetworktaps/tap-9`
  const own = `--subscription ${account} --resource-group rg-net --nic-name nic-1 --name tap`

  assert.deepEqual(dialect.playbook?.({ address, session: sessionTo(tap), account }), {
    preserve: [
      `# Run these with rights in subscription ${account}.`,
      `az network nic vtap-config show ${own} --output json`,
      `az network vnet tap show --ids ${tap} --output json`,
    ],
    scope: [
      `az monitor activity-log list --resource-id /subscriptions/${account}/resourceGroups/rg-net/providers/Microsoft.Network/networkInterfaces/nic-1/tapConfigurations/tap --offset 90d --output json`,
      `az network vnet tap show --ids ${tap} --output json --query networkInterfaceTapConfigurations[].id`,
    ],
    contain: [`az network nic vtap-config delete ${own}`],
    verify: [
      `az network nic vtap-config list --subscription ${account} --resource-group rg-net --nic-name nic-1 --output json`,
    ],
    rollback: [`az network nic vtap-config create ${own} --vnet-tap ${tap}`],
  })
})

test('a configuration of which another TAP is allowed goes back to that', () => {
  const commands = dialect.playbook?.({ address, session: sessionTo('/tap-9'), allowed: sessionTo('/tap-1'), account })

  assert.match(commands?.contain[0] ?? '', /^az network nic vtap-config create .* --vnet-tap \/tap-1$/)
  assert.match(commands?.rollback[0] ?? '', /--vnet-tap \/tap-9$/)
})

test('an end that no record named is in no command', () => {
  const commands = dialect.playbook?.({ address, session: sessionTo('unknown'), account })

  assert.ok(!JSON.stringify(commands).includes('unknown'))
})

test('a TAP is deleted after its configurations, and a foreign end is told', () => {
  const id = `${group}/virtualnetworktaps/tap-1`
  const end = `${group}/networkinterfaces/ids/ipconfigurations/ip1`
  const details = { targetResource: end, targetOwner: '7f3a09c1-d2e4-4586-9000-0000000000b2' }
  const session = { ...sessionTo(end), details }

  const commands = dialect.playbook?.({
    address: { ...address, namespace: 'virtual-network-tap', id },
    session,
    account,
  })

  assert.match(
    commands?.preserve[0] ?? '',
    / The target belongs to subscription 7f3a09c1-d2e4-4586-9000-0000000000b2\.$/,
  )
  assert.match(commands?.contain[0] ?? '', /^# /)
  assert.match(commands?.contain[1] ?? '', /^az network vnet tap delete .* --name tap-1$/)
  assert.match(commands?.rollback[0] ?? '', new RegExp(`^az network vnet tap create .* --destination ${end}$`))
})

test('a capture is stopped, and keeps what it stored', () => {
  const commands = dialect.playbook?.({
    address: { scope: 'networkwatcherrg', namespace: 'packet-capture', id: 'networkwatcher_westeurope/pc-1' },
    session: sessionTo('/storage', 'capture'),
    account,
  })

  assert.deepEqual(commands?.contain, [
    `az rest --method post --url 'https://management.azure.com/subscriptions/${account}/resourceGroups/networkwatcherrg/providers/Microsoft.Network/networkWatchers/networkwatcher_westeurope/packetCaptures/pc-1/stop?api-version=2023-09-01'`,
  ])
})

test('a gateway writes what it captured where it is told; a firewall ends by itself', () => {
  const capture = (id: string) =>
    dialect.playbook?.({
      address: { scope: 'rg-net', namespace: 'gateway-packet-capture', id },
      session: { ...sessionTo('x', 'capture'), destinations: [{ file: 'buffer' }] },
      account,
    })?.contain ?? []

  assert.match(
    capture('connections/vpn-1')[1] ?? '',
    /vpn-1\/stopPacketCapture\?api-version=.*--body '\{"sasUrl":"'"\$SAS_URL"'"\}'$/,
  )
  assert.match(capture('azurefirewalls/fw-1').join(), /^# A firewall ends/)
})

test('a name from a forged record stays one word of the command', () => {
  const session = sessionTo('unknown')

  const commands = dialect.playbook?.({ address: { ...address, id: "nic'; reboot\n#/tap" }, session, account })

  assert.match(commands?.contain[0] ?? '', /--nic-name 'nic'\\''; reboot\?#' --name tap$/)
})
