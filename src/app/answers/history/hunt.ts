/** Every act on mirrors in a stretch of time, approved or not, newest first: what a hunter reads. */
import type { Assessment } from '../../../engine/contract.ts'
import type { RecordAct } from '../../../facts/log-content/record-act.ts'
import type { Finding } from '../../../findings/finding.ts'
import type { Instant } from '../../../kit/instant.ts'
import { type SubjectEvent, subjectEvents } from './subject-events.ts'

/** An event with what is thought of the set-up it belongs to. */
export interface HuntRow extends SubjectEvent {
  readonly verdict?: Finding['verdict'] | undefined
  readonly severity?: Finding['severity'] | undefined
}

/** Only events that show one of these acts. */
export interface HuntedActs {
  readonly acts: readonly RecordAct[]
  readonly actsOf: (event: SubjectEvent) => readonly RecordAct[]
}

/** Dated events of all subjects from `since` to `now`, newest first. Tickets are no acts and are left out. */
export function hunt(
  { timelines, findings }: Assessment,
  { since, now, only }: { readonly since: Instant; readonly now: Instant; readonly only?: HuntedActs | undefined },
): readonly HuntRow[] {
  const byId = new Map(
    findings.flatMap((finding) => [finding.id, ...finding.aliases].map((id) => [id, finding] as const)),
  )
  return timelines.subjects
    .flatMap((timeline) => subjectEvents(timeline, []))
    .filter(({ at }) => at !== undefined && at >= since && at <= now)
    .filter((event) => only === undefined || only.actsOf(event).some((act) => only.acts.includes(act)))
    .map((event) => withVerdict(event, byId.get(event.finding ?? '')))
    .reverse()
    .sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : a.at === b.at ? 0 : -1))
}

function withVerdict(event: SubjectEvent, finding: Finding | undefined): HuntRow {
  if (finding === undefined) return event
  return { ...event, finding: finding.id, verdict: finding.verdict, severity: finding.severity }
}
