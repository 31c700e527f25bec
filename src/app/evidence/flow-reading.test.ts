import assert from 'node:assert/strict'
import { it } from 'node:test'
import { parseInventory } from '../../inventory/parse-inventory.ts'
import { watchRulesOf } from './flow-reading.ts'

const text = `devices:
  - { name: edge-rtr-1, addresses: [192.0.2.7, 2001:db8::7] }
  - { name: edge-rtr-1, realm: site-b, addresses: [192.0.2.99] }
collectors:
  - { name: ids-1, addresses: [198.51.100.0/28, 192.0.2.7] }
`

it('watch rules name what devices and collectors of the realm are addressed by, once and in order', () => {
  const { senders, version } = watchRulesOf(parseInventory([{ path: 'inventory.yaml', text }]), 'default')

  assert.deepEqual(senders, ['192.0.2.7', '198.51.100.0/28', '2001:db8::7'])
  assert.ok(version > 0)
})
