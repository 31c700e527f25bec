import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ApprovalDimension } from './approval-match.ts'
import { sayNearest } from './near-approval.ts'
import { Approval } from './schema.ts'

function differingIn(...dimensions: readonly ApprovalDimension[]) {
  const approval = Approval.parse({ id: 'APR-12', scope: { device: 'edge-1' }, purpose: 'netops', owner: 'soc' })
  return { approval, differences: dimensions.map((dimension) => ({ dimension, approved: 'this', found: 'that' })) }
}

test('an approval is named where at most two dimensions differ, or the copy exceeds it', () => {
  assert.equal(
    sayNearest(differingIn('destination', 'carrier')),
    ' (nearest: APR-12, other destination, other carrier)',
  )
  assert.equal(sayNearest(differingIn('sources', 'destination', 'carrier')), ' (no approval comes near)')
  assert.equal(
    sayNearest(differingIn('sources', 'direction', 'filter')),
    ' (nearest: APR-12, other sources, other direction, other filter)',
  )
  assert.equal(sayNearest(undefined), '')
})
