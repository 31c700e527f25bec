/** Asks the approvals about every set-up, and counts how many sessions one approval carries. */
import type { MirrorSession } from '../facts/mirror-session.ts'
import type { ApprovalMatch } from '../inventory/approval-match.ts'
import type { Inventory } from '../inventory/inventory.ts'
import { matchApproval } from '../inventory/match-approvals.ts'
import { type Instant, shiftInstant } from '../kit/instant.ts'
import type { Setup } from '../timeline/setup.ts'
import type { SubjectTimeline, Timelines } from '../timeline/subject-timeline.ts'

/** What the approvals say of every set-up now, and of any other state of one. */
export interface SetupMatches {
  readonly current: ReadonlyMap<string, ApprovalMatch>
  readonly matchState: (owned: OwnedSetup, session: MirrorSession, at: Instant) => ApprovalMatch
}

/** A set-up with the timeline it is on. */
export interface OwnedSetup {
  readonly setup: Setup
  readonly timeline: SubjectTimeline
}

interface Asked {
  readonly setup: Setup
  readonly since: Instant | undefined
  readonly match: ApprovalMatch
  readonly again: (siblings: number) => ApprovalMatch
}

/** Matches every set-up's last state. Where an approval allows only so many sessions, the oldest are the ones it carries. */
export function matchSetups(timelines: Timelines, inventory: Inventory, now: Instant): SetupMatches {
  const asked = timelines.subjects.flatMap((timeline) =>
    timeline.setups.flatMap((setup) => ask({ setup, timeline }, inventory, now)),
  )
  const current = new Map(asked.map(({ setup, match }) => [setup.id, match]))
  for (const { setup, match } of beyondCount(asked)) current.set(setup.id, match)
  return {
    current,
    matchState: ({ setup, timeline }, session, at) => {
      const since = beginningOf(setup, at)
      const request = { subject: timeline.subject, session, address: setup.key.address, at }
      return matchApproval(since === undefined ? request : { ...request, since }, inventory)
    },
  }
}

/** When the life that a moment is in began; a longest duration counts from there. */
function beginningOf({ episodes }: Setup, at: Instant): Instant | undefined {
  return episodes.findLast(({ from }) => from !== undefined && from <= at)?.from
}

/** An ended set-up is judged by the approvals of its last moment. */
function ask({ setup, timeline }: OwnedSetup, inventory: Inventory, now: Instant): readonly Asked[] {
  const episode = setup.episodes.at(-1)
  const session = episode?.states.at(-1)?.session
  if (episode === undefined || session === undefined) return []
  const at = episode.untilBasis === undefined ? now : (lastMoment(episode.until) ?? now)
  const request = {
    subject: timeline.subject,
    session,
    address: setup.key.address,
    at,
    ...(episode.from === undefined ? {} : { since: episode.from }),
  }
  const again = (siblings: number): ApprovalMatch => matchApproval({ ...request, siblings }, inventory)
  return [{ setup, since: episode.from, match: again(0), again }]
}

/** The last millisecond before an end: a session removed at the very end of its approval was inside it. */
function lastMoment(until: Instant | undefined): Instant | undefined {
  return until === undefined ? undefined : shiftInstant(until, -1)
}

function beyondCount(asked: readonly Asked[]): readonly Pick<Asked, 'setup' | 'match'>[] {
  const byApproval = Map.groupBy(asked.filter(countsAgainstApproval), ({ match }) => match.approvedBy?.id ?? '')
  return [...byApproval.values()].flatMap((group) =>
    group
      .sort((a, b) =>
        (a.since ?? '') < (b.since ?? '') || ((a.since ?? '') === (b.since ?? '') && a.setup.id < b.setup.id) ? -1 : 1,
      )
      .map(({ setup, again }, siblings) => ({ setup, match: again(siblings) })),
  )
}

function countsAgainstApproval({ setup, match }: Asked): boolean {
  return match.approvedBy?.maxCount !== undefined && setup.status !== 'ended'
}
