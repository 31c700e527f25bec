import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assess } from './_testing/assessments.ts'
import { change, episode, setup } from './_testing/setups.ts'
import { type CaseMember, groupCases, toCaseMember } from './cases.ts'

function member(finding: string, since: string, ...ties: readonly string[]): CaseMember {
  return { finding, since, ties }
}

test('set-ups that share a tie are one case', () => {
  const cases = groupCases([
    member('a', '1', 'x'),
    member('b', '2', 'x', 'y'),
    member('c', '3', 'y'),
    member('d', '4', 'z'),
  ])

  assert.equal(new Set(['a', 'b', 'c'].map((id) => cases.get(id))).size, 1)
  assert.notEqual(cases.get('d'), cases.get('a'))
})

test('a case keeps its name when later members join, and does not depend on order', () => {
  const early = member('a', '1', 'x')
  const members = [early, member('b', '2', 'y'), member('c', '3', 'y', 'x'), member('d', '4', 'y')]
  const alone = groupCases([early]).get('a')

  assert.equal(groupCases(members).get('d'), alone)
  assert.deepEqual([...groupCases(members.toReversed())].sort(), [...groupCases(members)].sort())
})

test('set-ups without ties are cases of their own', () => {
  const cases = groupCases([member('a', '1'), member('b', '1')])

  assert.notEqual(cases.get('a'), cases.get('b'))
})

test('the same collector and account tie set-ups of two devices; the same collector alone does not', () => {
  const near = toCaseMember(assess(setup()))
  const far = toCaseMember(assess(setup({}, { subject: 'edge-rtr-08' })))
  const byOther = episode({ changes: [change({ facts: ['change-2'], actor: { account: 'netops-4' } })] })
  const other = toCaseMember(assess(setup({ episodes: [byOther] }, { subject: 'edge-rtr-09' })))

  const cases = groupCases([near, far, other])

  assert.equal(cases.get(near.finding), cases.get(far.finding))
  assert.notEqual(cases.get(near.finding), cases.get(other.finding))
})
