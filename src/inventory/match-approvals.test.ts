import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import fc from 'fast-check'
import type { MirrorSession } from '../facts/mirror-session.ts'
import type { ApprovalMatch } from './approval-match.ts'
import type { Inventory } from './inventory.ts'
import { type ApprovalRequest, matchApproval, nextApprovalChange } from './match-approvals.ts'
import { parseInventory } from './parse-inventory.ts'
import { resolveSubjects } from './resolve-subjects.ts'
import { Approval } from './schema.ts'

const casesFolder = new URL('./cases/matching/', import.meta.url)

/** Every folder of `cases/matching/`: inventory and session in, exactly this answer out. Adding a case adds no code. */
for (const name of readdirSync(casesFolder).sort()) {
  test(`matching case ${name}`, () => {
    const read = (file: string): string => readFileSync(new URL(`${name}/${file}`, casesFolder), 'utf8')
    const inventory = parseInventory([{ path: 'inventory.yaml', text: read('inventory.yaml') }])
    const { subject, ...asked } = JSON.parse(read('session.json'))
    const request: ApprovalRequest = { ...asked, subject: subjectOf(subject, inventory) }

    const answer = summarise(matchApproval(request, inventory), nextApprovalChange(request, inventory))

    assert.deepEqual(answer, JSON.parse(read('expected.json')))
    assert.match(read('origin.yaml'), /^origin: .+\nlicence: .+\n/)
  })
}

function subjectOf(name: string, inventory: Inventory) {
  const by = /^\d{12}$/.test(name) ? 'account' : 'hostname'
  const subject = resolveSubjects([], inventory).resolve({ realm: 'default', names: [{ by, value: name }] })
  assert(subject !== undefined)
  return subject
}

/** A match with ids in the place of approvals, as JSON keeps it. */
function summarise(match: ApprovalMatch, changesAt: string | undefined): unknown {
  const { approvedBy, outOfTime, nearest, unreviewed, collectors, ...rest } = match
  return JSON.parse(
    JSON.stringify({
      ...rest,
      approvedBy: approvedBy?.id,
      outOfTime: outOfTime && { ...outOfTime, approval: outOfTime.approval.id },
      nearest: nearest && { ...nearest, approval: nearest.approval.id },
      unreviewed: unreviewed?.id,
      collectors: collectors.map((collector) => collector ?? null),
      changesAt,
    }),
  )
}

const INVENTORY = parseInventory([
  {
    path: 'inventory.yaml',
    text: 'devices: [{ name: edge-1, role: edge, site: ams1 }]\ncollectors: [{ name: ids, addresses: [198.51.100.9] }]\n',
  },
])
const EDGE = subjectOf('edge-1', INVENTORY)

const direction = fc.constantFrom('rx' as const, 'tx' as const, 'both' as const)
const source = fc.oneof(
  fc.record({ interface: fc.constantFrom('GigabitEthernet1/0/1', 'GigabitEthernet1/0/5'), direction }),
  fc.record({ vlan: fc.constantFrom(10, 31), direction }),
)
const destination = fc.oneof(
  fc.record({ ip: fc.constantFrom('198.51.100.9', '203.0.113.66'), encapsulation: fc.constant('erspan') }),
  fc.record({ interface: fc.constantFrom('GigabitEthernet1/0/48', 'TenGigabitEthernet1/1/1') }),
)
const session: fc.Arbitrary<MirrorSession> = fc.record({
  name: fc.constantFrom('1', '4'),
  kind: fc.constantFrom('local' as const, 'encapsulated' as const),
  sources: fc.array(source, { maxLength: 2 }),
  destinations: fc.array(destination, { maxLength: 1 }),
  enabled: fc.constant(true as const),
})
const approval = fc
  .record(
    {
      id: fc.constant('APR-7'),
      scope: fc.constantFrom({ role: 'edge', site: 'ams1' }, { device: 'edge-1' }),
      purpose: fc.constant('netops'),
      owner: fc.constant('netops'),
      session: fc.constantFrom('1', '4'),
      sources: fc.subarray(['Gi1/0/1 - 5', 'vlan 10', 'vlan 31']),
      direction,
      destinations: fc.subarray([{ collector: 'ids' }, { ip: '203.0.113.0/24' }, { interface: 'Gi1/0/48' }]),
      destinationKind: fc.constantFrom('ip', 'interface'),
      carrier: fc.constantFrom('erspan', 'local'),
      validFrom: fc.constant('2026-11-20'),
      validUntil: fc.constantFrom('2026-11-25', '2026-11-30'),
      maxDuration: fc.constantFrom('3h', '8h'),
      maxCount: fc.constantFrom(1, 2),
    },
    { requiredKeys: ['id', 'scope', 'purpose', 'owner'] },
  )
  .map((entry) => Approval.parse(entry))

/** Ways to allow more: leave a dimension open, or move a bound outwards. */
const WIDENINGS: readonly ((approval: Approval) => Approval)[] = [
  ...(['session', 'sources', 'direction', 'destinations', 'destinationKind', 'carrier'] as const).map(
    (dimension) => (entry: Approval) => ({ ...entry, [dimension]: undefined }),
  ),
  ...(['validFrom', 'validUntil', 'maxDuration', 'maxCount'] as const).map((bound) => (entry: Approval) => ({
    ...entry,
    [bound]: undefined,
  })),
  (entry) => ({ ...entry, sources: entry.sources?.concat('Gi1/0/*') }),
  (entry) => ({ ...entry, direction: 'both' }),
  (entry) => ({ ...entry, destinations: entry.destinations?.concat({ ip: '203.0.113.66' }) }),
  (entry) => ({ ...entry, scope: { everywhere: true } }),
  (entry) => ({ ...entry, scope: { role: 'edge' } }),
  (entry) => ({ ...entry, maxCount: entry.maxCount === undefined ? undefined : entry.maxCount + 1 }),
  (entry) => ({ ...entry, reviewed: true }),
]

const widened = fc.record({
  copy: session,
  entry: approval,
  widen: fc.constantFrom(...WIDENINGS),
  siblings: fc.nat(2),
})

test('widening an approval never takes an approval away', () => {
  let approved = 0
  fc.assert(
    fc.property(widened, ({ copy, entry, widen, siblings }) => {
      const request: ApprovalRequest = {
        subject: EDGE,
        session: copy,
        address: { scope: '', namespace: 'monitor-session', id: copy.name },
        at: '2026-11-21T00:00:00.000Z',
        since: '2026-11-20T22:00:00.000Z',
        siblings,
      }
      const isApproved = (one: Approval): boolean =>
        matchApproval(request, { ...INVENTORY, approvals: [one] }).approvedBy !== undefined
      if (!isApproved(entry)) return

      approved++
      assert(isApproved(widen(entry)))
    }),
    { numRuns: 3000 },
  )
  assert(approved > 100, `only ${approved} of 3000 were approved at all`)
})
