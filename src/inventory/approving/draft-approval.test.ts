import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { matchApproval } from '../match-approvals.ts'
import { parseInventory } from '../parse-inventory.ts'
import { resolveSubjects } from '../resolve-subjects.ts'
import type { Subject } from '../subject.ts'
import { type ApprovalTerms, draftApproval, type PatternKey } from './draft-approval.ts'
import { writeApprovals } from './write-approvals.ts'

const NOW = '2026-11-14T03:12:00.000Z'
const TERMS: ApprovalTerms = {
  id: 'APR-7',
  purpose: 'ids-ndr',
  owner: 'soc',
  ticket: 'CHG-1',
  approvers: [],
  validFrom: NOW,
}
const KNOWN = `devices:
  - { name: edge-1, role: edge, site: ams1 }
  - { name: edge-2, role: edge, site: fra1 }
  - { name: edge-1, realm: customer-b, role: edge, site: ams1 }
accounts: [{ id: '111122223333', provider: aws }]
collectors: [{ name: ids, addresses: [198.51.100.9] }]
`

function subjectOf(value: string, realm = 'default'): Subject {
  const by = /^\d{12}$/.test(value) ? 'account' : 'hostname'
  const inventory = parseInventory([{ path: 'known.yaml', text: KNOWN }])
  const subject = resolveSubjects([], inventory).resolve({ realm, names: [{ by, value }] })
  assert(subject !== undefined)
  return subject
}

const EDGE = subjectOf('edge-1')
const SESSION: MirrorSession = {
  name: '4',
  kind: 'encapsulated',
  sources: [{ interface: 'GigabitEthernet1/0/5', direction: 'rx' }],
  destinations: [{ ip: '198.51.100.9', encapsulation: 'erspan' }],
  enabled: true,
}

/** Drafts an approval, writes it, reads it back, and asks whether it allows a session. */
function allows(
  draft: ReturnType<typeof draftApproval>,
): (subject: Subject, session: MirrorSession, scope?: string) => boolean {
  const text = writeApprovals([{ sentence: 'a copy\n- id: injected', entry: draft }])
  const inventory = parseInventory([
    { path: 'known.yaml', text: KNOWN },
    { path: 'approval.yaml', text },
  ])
  assert.equal(inventory.approvals.length, 1)
  return (subject, session, scope = '') => {
    const address = { scope, namespace: 'monitor-session', id: session.name }
    return matchApproval({ subject, session, address, at: NOW }, inventory).approvedBy !== undefined
  }
}

function draft(pattern: Readonly<Partial<Record<PatternKey, string>>> = {}, subject = EDGE, scope = '') {
  const entries = Object.entries(pattern) as [PatternKey, string][]
  return draftApproval(
    { subject, session: SESSION, address: { scope, namespace: 'x', id: '4' } },
    TERMS,
    new Map(entries),
  )
}

const direction = fc.constantFrom('rx' as const, 'tx' as const, 'both' as const)
const session: fc.Arbitrary<MirrorSession> = fc.record({
  name: fc.constantFrom('4', 'TAP 1', '0042', 'on', '- x: y'),
  kind: fc.constantFrom('local' as const, 'encapsulated' as const, 'remote-vlan' as const),
  sources: fc.array(
    fc.oneof(
      fc.record({ interface: fc.constantFrom('GigabitEthernet1/0/1', 'ge-0/0/1.0', 'Port-channel2'), direction }),
      fc.record({ vlan: fc.constantFrom(10, 31), direction }),
    ),
    { minLength: 1, maxLength: 3 },
  ),
  destinations: fc.array(
    fc.oneof(
      fc.record({
        ip: fc.constantFrom('198.51.100.9', '2001:db8::9'),
        encapsulation: fc.constantFrom('erspan', 'gre'),
      }),
      fc.record({ interface: fc.constantFrom('GigabitEthernet1/0/48', 'xe-0/0/9') }),
      fc.record({ vlan: fc.constantFrom(900, 901) }),
    ),
    { minLength: 1, maxLength: 2 },
  ),
  filter: fc.option(fc.constantFrom('TAP', 'acl-9'), { nil: undefined }),
  enabled: fc.constant(true as const),
})

test('an approval allows the very session it was drafted for, however that is called', () => {
  fc.assert(
    fc.property(session, (observed) => {
      const address = { scope: '', namespace: 'x', id: observed.name }
      assert(allows(draftApproval({ subject: EDGE, session: observed, address }, TERMS, new Map()))(EDGE, observed))
    }),
    { seed: 11, numRuns: 200 },
  )
})

test('and nothing beside it: another device, session, source or end, or a wider direction', () => {
  const isAllowed = allows(draft())
  const others: readonly MirrorSession[] = [
    { ...SESSION, name: '5' },
    { ...SESSION, sources: [...SESSION.sources, { vlan: 10, direction: 'rx' }] },
    { ...SESSION, sources: [{ interface: 'GigabitEthernet1/0/5', direction: 'both' }] },
    { ...SESSION, destinations: [{ ip: '198.51.100.10', encapsulation: 'erspan' }] },
    { ...SESSION, destinations: [{ ip: '198.51.100.9', encapsulation: 'gre' }] },
  ]
  assert(isAllowed(EDGE, SESSION))
  for (const other of others) assert(!isAllowed(EDGE, other), JSON.stringify(other))
  assert(!isAllowed(subjectOf('edge-2'), SESSION))
  assert(!isAllowed(subjectOf('edge-1', 'customer-b'), SESSION))
})

test('a device of another realm and a region of an account are approved as what they are', () => {
  const other = subjectOf('edge-1', 'customer-b')
  assert(allows(draft({}, other))(other, SESSION))
  assert(!allows(draft({}, other))(EDGE, SESSION))

  const account = subjectOf('111122223333')
  const isAllowed = allows(draft({}, account, 'eu-west-1'))
  assert(isAllowed(account, SESSION, 'eu-west-1'))
  assert(!isAllowed(account, SESSION, 'us-east-1'))
})

test('a pattern replaces what it names and leaves open what it says is *', () => {
  assert(allows(draft({ role: 'edge' }))(subjectOf('edge-2'), SESSION))
  assert(!allows(draft({ role: 'edge', site: 'ams1' }))(subjectOf('edge-2'), SESSION))
  assert(!allows(draft({ role: 'edge' }))(subjectOf('edge-1', 'customer-b'), SESSION))
  assert(allows(draft({ session: '*' }))(EDGE, { ...SESSION, name: '9' }))
  assert(allows(draft({ direction: '*' }))(EDGE, { ...SESSION, sources: [{ interface: 'Gi1/0/5', direction: 'tx' }] }))
  assert(
    allows(draft({ sources: 'Gi1/0/5, Gi1/0/6' }))(EDGE, {
      ...SESSION,
      sources: [{ interface: 'Gi1/0/6', direction: 'rx' }],
    }),
  )
  assert.deepEqual(draft({ collector: 'ids' })['destinations'], [{ collector: 'ids' }])
  assert.equal(draft()['maxCount'], 1)
  assert.equal(draft({ role: 'edge' })['maxCount'], undefined)
})
