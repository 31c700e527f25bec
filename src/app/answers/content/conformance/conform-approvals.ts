/**
 * With what is approved taken into account: which set-ups rules still speak of, against the verdict of scan. Leaving out too little is a
 * false alarm and listed; leaving out what nobody approved is a fault, unless scan knows the approval too and weighs more than a record shows.
 */

import type { Verdict } from '../../../../detections/contract.ts'
import type { LogRecord } from '../../../../facts/log-content/log-record.ts'
import { type ConformRequest, isShown, placeText } from './conform.ts'

/** The behaviour that approvals answer. */
export const APPROVABLE = 'session-not-approved'

/** Why a rule that knows the approvals says something else than the verdict. */
export type ApprovalReason = 'not-in-one-record' | 'approved-at-the-time' | 'not-compared'

/** One difference. `because` is absent where nothing explains it. */
export interface ApprovalDifference {
  readonly what: 'still-alerted' | 'left-out'
  readonly place: string
  readonly verdict: Verdict
  readonly because?: ApprovalReason | undefined
}

/** What came of the set-ups of one log that rules speak of before approvals are asked. */
export interface ApprovalConformance {
  readonly setups: number
  readonly equal: number
  readonly differences: readonly ApprovalDifference[]
}

/** What scan weighs beside what a watchlist or filter compares: a set-up may exceed an approval, or outlive it. */
const REASONS: Readonly<Partial<Record<Verdict, ApprovalReason>>> = {
  approved: 'not-in-one-record',
  expired: 'approved-at-the-time',
  'exceeds-approval': 'not-compared',
}

/** Compares set-ups that were made or changed in this log. `left` are the hits that approvals leave. */
export function conformApprovals(
  request: ConformRequest,
  left: ReadonlySet<LogRecord>,
  verdicts: ReadonlyMap<string, Verdict>,
): ApprovalConformance {
  const units = [...setupsOf(request)].flatMap(([id, records]) => {
    const verdict = verdicts.get(id)
    return verdict === undefined ? [] : [{ verdict, records, alerted: records.some((record) => left.has(record)) }]
  })
  const differences = units.flatMap(({ verdict, records: [record], alerted }): readonly ApprovalDifference[] => {
    if (record === undefined || alerted === (verdict !== 'approved')) return []
    const what = alerted ? 'still-alerted' : 'left-out'
    return [{ what, place: placeText(record), verdict, because: REASONS[verdict] }]
  })
  return { setups: units.length, equal: units.length - differences.length, differences }
}

function setupsOf(request: ConformRequest): ReadonlyMap<string, readonly LogRecord[]> {
  const setups = new Map<string, LogRecord[]>()
  for (const record of request.records) {
    if (!request.hits.has(record) || !isShown(record, request)) continue
    for (const id of request.shown(record).setups) {
      const known = setups.get(id)
      if (known === undefined) setups.set(id, [record])
      else known.push(record)
    }
  }
  return setups
}
