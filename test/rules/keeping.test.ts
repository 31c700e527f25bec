/** Rules 26 and 27: what is kept, and what is sealed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInventory } from '../../src/inventory/parse-inventory.ts'
import { accounted, lines } from './_testing/evidence-text.ts'
import { runCommand } from './_testing/run-command.ts'
import { scan } from './_testing/scenario.ts'

const TYPED = '2026-11-14T03:12:00Z'

test('rule 26: secrets of platforms that nobody knows stay out of facts, findings and output', async () => {
  const files = {
    'e/acct.log': lines([
      accounted(TYPED, 'monitor capture CAP export ftp://netops-1:canary1@192.0.2.60/monitor.pcap'),
      accounted(TYPED, 'mirror session 1 key canary2', { task: 2 }),
      accounted(TYPED, 'monitor session 1 source interface Gi1/0/1', { task: 3 }),
      'no known format: monitor session password canary3',
    ]),
    'e/odd.json':
      '{"eventSource":"ec2.amazonaws.com","eventName":"CreateTrafficMirrorSession","sessionToken":"canary4"}\n',
  }

  const { facts, report } = await scan({
    evidence: Object.fromEntries(Object.entries(files).map(([path, text]) => [path.slice(2), text])),
  })
  const printed = await Promise.all([
    runCommand(files, ['scan', '@/e', '--at', '2026-11-15', '--json', '--locations']),
    runCommand(files, ['scan', '@/e', '--at', '2026-11-15']),
    runCommand(files, ['trace', '@/e/acct.log:4']),
  ])

  assert.ok(facts.filter(({ kind }) => kind === 'fragment').length >= 3)
  assert.doesNotMatch(JSON.stringify([facts, report, printed]), /canary/)
})

test('rule 27: lawful intercept has no place in the ordinary inventory, and the error says where it has', () => {
  const text = 'approvals: [{ id: A, scope: { everywhere: true }, purpose: lawful, owner: x }]\n'

  assert.throws(() => parseInventory([{ path: 'i.yaml', text }]), {
    code: 'TW_INVENTORY_LAWFUL',
    help: /sealed compartment.*0600/s,
  })
})
