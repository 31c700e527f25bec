/** The history of one subject: who, what, when, for scoping an incident. */
import type { Assessment } from '../../../engine/contract.ts'
import type { Instant } from '../../../kit/instant.ts'
import { unknownSubject } from './errors.ts'
import { type SubjectEvent, subjectEvents } from './subject-events.ts'

/** What `tapwarden timeline --json` prints. */
export interface SubjectHistory {
  readonly subject: string
  readonly platform: string
  readonly since: Instant | null
  readonly at: Instant
  readonly events: readonly SubjectEvent[]
}

/** What is asked: the name (or how it begins) and from when on. */
export interface HistoryQuestion {
  readonly subject: string
  readonly since?: Instant | undefined
  readonly now: Instant
}

/** All events of one subject, oldest first; with `since` only dated ones from then on. Throws `TW_SUBJECT_UNKNOWN`. */
export function subjectHistory({ timelines }: Assessment, { subject, since, now }: HistoryQuestion): SubjectHistory {
  const wanted = subject.toLowerCase()
  const exact = timelines.subjects.filter((timeline) => timeline.subject.id.toLowerCase() === wanted)
  const near = timelines.subjects.filter((timeline) => timeline.subject.id.toLowerCase().includes(wanted))
  const [timeline, second] = exact.length > 0 ? exact : near
  if (timeline === undefined || second !== undefined)
    throw unknownSubject(
      subject,
      near.slice(0, 8).map((one) => one.subject.id),
    )
  const events = subjectEvents(timeline, timelines.tickets)
  return {
    subject: timeline.subject.id,
    platform: timeline.platform,
    since: since ?? null,
    at: now,
    events: since === undefined ? events : events.filter(({ at }) => at !== undefined && at >= since && at <= now),
  }
}
