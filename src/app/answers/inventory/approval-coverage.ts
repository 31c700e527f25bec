/** Where it was looked for what an approval allows: a session is missing only where it would have been seen. */
import { scopeCovers } from '../../../inventory/matching/scope.ts'
import type { Approval } from '../../../inventory/schema.ts'
import type { SubjectTimeline } from '../../../timeline/subject-timeline.ts'

/** How one subject was looked at. `newest` is the last configuration, or the last record of the audit trail. */
export interface SubjectLook {
  readonly subject: string
  readonly looked: boolean
  readonly newest?: string | undefined
}

/** All subjects that an approval covers; `complete` when there is one, and every one was looked at. */
export interface ApprovalCoverage {
  readonly complete: boolean
  readonly subjects: readonly SubjectLook[]
}

/** Subjects in id order. */
export function coverageOf({ scope }: Approval, timelines: readonly SubjectTimeline[]): ApprovalCoverage {
  const { region, vpc } = scope
  const subjects = timelines.filter(({ subject }) => scopeCovers(scope, subject, { region, vpc })).map(toLook)
  return { complete: subjects.length > 0 && subjects.every(({ looked }) => looked), subjects }
}

/** A device shows its sessions in its configuration, an account in its audit trail. */
function toLook({ subject, snapshotTimes, hasUndatedSnapshot, coverage }: SubjectTimeline): SubjectLook {
  const audit = coverage.find(({ leg, state }) => leg === 'audit' && state === 'heard')
  const newest = subject.kind === 'account' ? audit?.last : snapshotTimes.at(-1)
  const looked = subject.kind === 'account' ? audit !== undefined : newest !== undefined || hasUndatedSnapshot
  return { subject: subject.id, looked, ...(newest === undefined ? {} : { newest }) }
}
