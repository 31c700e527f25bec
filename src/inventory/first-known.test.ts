import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withFirstKnown } from './first-known.ts'
import { EMPTY_INVENTORY } from './inventory.ts'
import { Approval } from './schema.ts'

const approval = (id: string, members: object = {}): Approval =>
  Approval.parse({ id, scope: { everywhere: true }, purpose: 'netops', owner: 'netops-team', ...members })
const [MONDAY, TUESDAY, FRIDAY] = ['2026-11-09', '2026-11-10', '2026-11-13'].map((day) => `${day}T08:00:00.000Z`)

function addedAt(now: readonly Approval[], ...versions: readonly (readonly Approval[])[]): readonly unknown[] {
  const loaded = [MONDAY, TUESDAY, FRIDAY].map((loadedAt = '', index) => ({
    loadedAt,
    approvals: versions[index] ?? [],
  }))
  return withFirstKnown({ ...EMPTY_INVENTORY, approvals: now }, loaded).approvals.map((one) => one.addedAt)
}

test('an approval dates from the first version that had it as it is', () => {
  const wide = approval('APR-1', { validUntil: '2026-12-01' })
  assert.deepEqual(addedAt([wide], [approval('APR-1')], [wide], [wide]), [TUESDAY])
})

test('what the first version had is undated, what says its own date keeps it', () => {
  const dated = approval('APR-2', { addedAt: '2026-10-01' })
  assert.deepEqual(addedAt([approval('APR-1'), dated], [approval('APR-1')], [dated]), [undefined, dated.addedAt])
})
