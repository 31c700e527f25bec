/** What a set-up once was: whole copies that are no longer told, each judged by the approvals of its last moment. */
import type { ApprovalMatch } from '../../inventory/approval-match.ts'
import { MINUTE_MS } from '../../kit/durations.ts'
import { gapMs, type Instant, shiftInstant } from '../../kit/instant.ts'
import { describeDestinations, describeSources } from '../../timeline/describe-session.ts'
import { accountNumber } from '../../timeline/describe-subject.ts'
import type { Episode, SessionState } from '../../timeline/episode.ts'
import type { Setup } from '../../timeline/setup.ts'
import { sayTime } from '../_wording/times.ts'
import type { DetectionContext } from '../contract.ts'
import { type Judgement, judgeMatch } from './judge-copy.ts'

/** How long somebody may take to type a session line by line. */
const TYPING_MS = 5 * MINUTE_MS

/** A copy that gave way to another within one life of the session. */
export interface PastCopy {
  readonly state: SessionState
  /** The state that followed it. */
  readonly next: SessionState
  readonly match: ApprovalMatch
  readonly judgement: Judgement
}

/** Every earlier whole copy of every life that was on, oldest first; steps on the way to the next one, typed in one go, are none. */
export function pastCopies({ episodes }: Setup, context: DetectionContext): readonly PastCopy[] {
  return episodes.flatMap((episode) => pastOf(episode, context))
}

function pastOf({ states }: Episode, context: DetectionContext): readonly PastCopy[] {
  const whole = states.filter(({ session }) => session.incomplete !== true)
  return whole.flatMap((state, index): PastCopy[] => {
    const next = whole[index + 1]
    if (next === undefined || next.spoofable === true || !state.session.enabled || isStep(state, next)) return []
    const match = context.matchEarlier(state.session, lastMoment(next.from))
    return [{ state, next, match, judgement: judgeMatch(match) }]
  })
}

/** A copy that went nowhere else than the next, typed by the same account just before. */
function isStep(state: SessionState, next: SessionState): boolean {
  if (state.because.by !== 'change' || next.because.by !== 'change') return false
  const isSameHand = state.because.change.actor.account === next.because.change.actor.account
  const isSoon = state.from !== undefined && next.from !== undefined && gapMs(state.from, next.from) <= TYPING_MS
  return isSameHand && isSoon && state.session.destinations.every((end) => isAmong(end, next))
}

function isAmong(end: SessionState['session']['destinations'][number], { session }: SessionState): boolean {
  return session.destinations.some(
    ({ interface: port, vlan, ip, resource, file }) =>
      port === end.interface && vlan === end.vlan && ip === end.ip && resource === end.resource && file === end.file,
  )
}

/** `copied Te0/0/1 (rx) to 203.0.113.66 until 2026-11-14 03:40Z`. */
export function sayPast({ state, next, match }: PastCopy, { timeline }: DetectionContext): string {
  const account = accountNumber(timeline.subject)
  const to = describeDestinations(state.session, { collectors: match.collectors, account })
  return `copied ${describeSources(state.session)} to ${to} until ${sayTime(next.from)}`
}

function lastMoment(end: Instant | undefined): Instant | undefined {
  return end === undefined ? undefined : shiftInstant(end, -1)
}
