import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Verdict } from '../../../../detections/contract.ts'
import type { LogRecord } from '../../../../facts/log-content/log-record.ts'
import { definition, recordsOf, source } from '../_testing/cool-log.ts'
import { conformApprovals } from './conform-approvals.ts'

/** One set-up with a verdict; whether its only record alerts once approvals are left out. */
function compare(verdict: Verdict, alerted: boolean) {
  const shown = recordsOf([['mirror set 1', 'set@one']])
  const records = [...shown.keys()]
  const request = { definition, source, records, hits: new Set(records) }
  const left = new Set<LogRecord>(alerted ? records : [])
  return conformApprovals({ ...request, shown: (record) => shown.get(record)! }, left, new Map([['one', verdict]]))
}

describe('rules that know the approvals', () => {
  it('agree with scan when they speak of what is not approved and of nothing else', () => {
    assert.deepEqual(compare('unapproved', true), { setups: 1, equal: 1, differences: [] })
    assert.deepEqual(compare('approved', false), { setups: 1, equal: 1, differences: [] })
  })

  it('differ without excuse when they leave out what nobody approved', () => {
    for (const verdict of ['unapproved', 'needs-review', 'unexplained'] as const)
      assert.deepEqual(compare(verdict, false).differences, [
        { what: 'left-out', place: 'edge.log:1', verdict, because: undefined },
      ])
  })

  it('may know less than scan, which is listed', () => {
    const reasons = [compare('approved', true), compare('expired', false), compare('exceeds-approval', false)].flatMap(
      ({ differences }) => differences.map(({ because }) => because),
    )

    assert.deepEqual(reasons, ['not-in-one-record', 'approved-at-the-time', 'not-compared'])
  })
})
