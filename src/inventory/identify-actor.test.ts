import assert from 'node:assert/strict'
import test from 'node:test'
import type { Actor } from '../facts/schema-parts.ts'
import { identifyActor } from './identify-actor.ts'
import { parseInventory } from './parse-inventory.ts'
import { resolveSubjects } from './resolve-subjects.ts'

const INVENTORY = parseInventory([
  {
    path: 'inventory.yaml',
    text: `devices: [{ name: edge-1, role: edge }, { name: core-1, role: core }]
admins:
  - { account: netops-1, scope: { role: edge }, networks: [192.0.2.0/24] }
  - { account: netops-2 }
automation:
  - { name: pipeline, role: mirror-pipeline, issuer: 'https://tokens.example.net*', networks: [198.51.100.0/24] }
  - { name: ansible, account: svc-ansible, networks: [198.51.100.0/24] }
  - { name: nobody, networks: [0.0.0.0/0] }
tuning: { UserIdentity: [soc-1, break-glass] }
`,
  },
])

function identify(actor: Actor, device = 'edge-1'): string {
  const subject = resolveSubjects([], INVENTORY).resolve({
    realm: 'default',
    names: [{ by: 'hostname', value: device }],
  })
  assert(subject !== undefined)
  const { known, as, because } = identifyActor(actor, subject, INVENTORY)
  assert.notEqual(because, '')
  return `${known ? 'known' : 'not known'} ${as}`
}

const RUN = { account: 'mirror-pipeline', role: 'arn:aws:sts::111122223333:assumed-role/mirror-pipeline/run-41' }

const TABLE: readonly (readonly [what: string, actor: Actor, expected: string, device?: string])[] = [
  ['an administrator in his network', { account: 'netops-1', from: '192.0.2.9' }, 'known admin'],
  ['an administrator elsewhere', { account: 'netops-1', from: '203.0.113.9' }, 'not known admin'],
  ['an administrator whose address no record names', { account: 'netops-1' }, 'known admin'],
  ['an administrator of other devices', { account: 'netops-1', from: '192.0.2.9' }, 'not known unknown', 'core-1'],
  ['an administrator without networks', { account: 'netops-2', from: '203.0.113.9' }, 'known admin'],
  ['nobody the inventory lists', { account: 'guest', from: '192.0.2.9' }, 'not known unknown'],
  ['no account', { from: '192.0.2.9' }, 'not known unknown'],
  ['UserIdentity by account', { account: 'soc-1', from: '203.0.113.9' }, 'known admin'],
  ['UserIdentity by role', { role: 'arn:aws:sts::111122223333:assumed-role/break-glass/soc-2' }, 'known admin'],
  [
    'a pipeline by role and issuer from its network',
    { ...RUN, issuer: 'https://tokens.example.net/actions', from: '198.51.100.7' },
    'known automation',
  ],
  [
    'a pipeline from a network of people',
    { ...RUN, issuer: 'https://tokens.example.net/actions', from: '192.0.2.9' },
    'not known automation',
  ],
  ['a pipeline role without its issuer', { ...RUN, from: '198.51.100.7' }, 'not known unknown'],
  ['automation without an address', { account: 'svc-ansible' }, 'not known automation'],
  ['a service in the place of an address', { account: 'svc-ansible', from: 'AWS Internal' }, 'not known automation'],
  ['a user agent alone', { account: 'guest', agent: 'Terraform/1.9', from: '198.51.100.7' }, 'not known unknown'],
  ['an entry that names no identity', { account: 'guest', from: '198.51.100.7' }, 'not known unknown'],
]

for (const [what, actor, expected, device] of TABLE)
  test(what, () => {
    assert.equal(identify(actor, device), expected)
  })
