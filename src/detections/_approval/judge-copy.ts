/**
 * What the approvals say of a copy, decided once for all detections that ask: the answers exclude each other, so that one
 * detection speaks where another is silent.
 */
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { ApprovalDimension, ApprovalMatch } from '../../inventory/approval-match.ts'
import type { Approval } from '../../inventory/schema.ts'
import { type Instant, shiftInstant } from '../../kit/instant.ts'
import type { Episode, SessionState } from '../../timeline/episode.ts'
import type { Setup } from '../../timeline/setup.ts'
import type { DetectionContext } from '../contract.ts'

/** One answer of the approvals, with what the sentence needs. The names are verdicts. */
export type Judgement =
  | { readonly answer: 'approved'; readonly approval: Approval }
  | { readonly answer: 'expired'; readonly outOfTime: NonNullable<ApprovalMatch['outOfTime']> }
  | { readonly answer: 'exceeds-approval'; readonly nearest: NonNullable<ApprovalMatch['nearest']> }
  | { readonly answer: 'unapproved'; readonly nearest?: ApprovalMatch['nearest'] }
  | { readonly answer: 'needs-review'; readonly unreviewed?: Approval | undefined }

/** A copy as it is judged: the state that was a copy, when, and the answer. */
export interface JudgedCopy {
  readonly state: SessionState
  readonly at: Instant
  readonly match: ApprovalMatch
  readonly judgement: Judgement
  /**
   * An approval that fits only what a spoofable record says the copy became; the answer is that of what is known without it, and
   * open where nothing is.
   */
  readonly approvedBySpoofable?: Approval | undefined
}

/** Differences in which the copy goes where it may go, but carries more or for longer. */
const WIDENING: ReadonlySet<ApprovalDimension> = new Set([
  'sources',
  'direction',
  'filter',
  'carrier',
  'count',
  'duration',
  'time',
])

/** The answer that one match gives. An unreviewed entry never approves, and leaves the question open. */
export function judgeMatch(match: ApprovalMatch): Judgement {
  const { approvedBy, outOfTime, nearest, unreviewed } = match
  if (approvedBy !== undefined) return { answer: 'approved', approval: approvedBy }
  if (nearest !== undefined && isOverlong(match)) return { answer: 'exceeds-approval', nearest }
  if (outOfTime !== undefined) return { answer: 'expired', outOfTime }
  if (!match.subjectCovered || unreviewed !== undefined) return { answer: 'needs-review', unreviewed }
  if (nearest?.differences.every(({ dimension }) => WIDENING.has(dimension)))
    return { answer: 'exceeds-approval', nearest }
  return { answer: 'unapproved', nearest }
}

/** The approval holds, but not for a copy that is there so long. */
function isOverlong({ outOfTime, nearest }: ApprovalMatch): boolean {
  return outOfTime !== undefined && nearest?.differences.some(({ dimension }) => dimension === 'duration') === true
}

/** Judges the set-up as it is, or was at its end; undefined for what is no copy of its own (attempts, shared objects, far ends). */
export function judgeCopy(setup: Setup, context: DetectionContext): JudgedCopy | undefined {
  if (!isJudgedHere(setup, context.session)) return undefined
  const judged = judgeEpisode(context.episode, context)
  if (judged?.judgement.answer !== 'approved' || judged.state.spoofable !== true) return judged
  return judgeWithout(judged, judged.judgement.approval, context)
}

/** What is known without the records that anyone could have sent; where there is nothing else, whatever of them is not approved. */
function judgeWithout(judged: JudgedCopy, approvedBySpoofable: Approval, context: DetectionContext): JudgedCopy {
  const earlier = context.episode.states
    .filter(({ session }) => session.incomplete !== true)
    .map((state): JudgedCopy => {
      const match = context.matchEarlier(state.session, judged.at)
      return { state, at: judged.at, match, judgement: judgeMatch(match) }
    })
  const told =
    earlier.findLast(({ state }) => state.spoofable !== true) ??
    earlier.findLast(({ judgement }) => judgement.answer !== 'approved')
  return { ...judged, judgement: { answer: 'needs-review' }, ...told, approvedBySpoofable }
}

/** Judges one life of a set-up by the last state in which it was a whole copy: taking it apart before removing it changes nothing. */
export function judgeEpisode(episode: Episode, context: DetectionContext): JudgedCopy | undefined {
  const whole = episode.states.findLastIndex(({ session }) => session.incomplete !== true)
  const state = episode.states.at(whole)
  if (state === undefined) return undefined
  const at = lastMoment(episode, state) ?? context.now
  const isNewest = state === context.episode.states.at(-1)
  const match = isNewest ? context.approval : context.matchEarlier(state.session, at)
  return { state, at, match, judgement: judgeMatch(match) }
}

/** Whether the approvals are asked about this set-up: the far end of a copy whose source side is known is judged there. */
export function isJudgedHere({ key, joined }: Setup, session: MirrorSession): boolean {
  const isFarEnd = session.role === 'destination' || session.role === 'transit'
  return key.setupClass === 'mirror' && !(isFarEnd && joined.length > 0)
}

/** The last millisecond in which a state held; undefined while it still does. */
function lastMoment({ states, until }: Episode, state: SessionState): Instant | undefined {
  const end = states[states.indexOf(state) + 1]?.from ?? until
  return end === undefined ? undefined : shiftInstant(end, -1)
}
