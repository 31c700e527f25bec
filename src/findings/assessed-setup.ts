/** What a finding is composed from: a set-up with everything that the earlier rooms said of it. */
import type { DetectionGuide, Reason } from '../detections/contract.ts'
import type { Fact } from '../facts/fact.ts'
import type { MirrorSession } from '../facts/mirror-session.ts'
import type { Playbook } from '../facts/playbook.ts'
import type { ApprovalMatch } from '../inventory/approval-match.ts'
import type { Inventory } from '../inventory/inventory.ts'
import { matchApproval } from '../inventory/match-approvals.ts'
import { type Instant, shiftInstant } from '../kit/instant.ts'
import type { Episode, SessionState } from '../timeline/episode.ts'
import type { Setup } from '../timeline/setup.ts'
import type { SubjectTimeline, Ticket } from '../timeline/subject-timeline.ts'
import { isSameContent, type PresentCopy, presentCopyOf } from './present-copy.ts'

/** A reason and the detection that gave it. */
export type DetectedReason = Reason & { readonly detection: string }

/** A set-up, its last episode and the state of it that is told, its reasons and what the approvals say of that state. */
export interface AssessedSetup {
  readonly setup: Setup
  readonly timeline: SubjectTimeline
  readonly episode: Episode
  readonly state: SessionState
  readonly session: MirrorSession
  /** The last earlier copy that was of something else, or went elsewhere; undefined when there was none. */
  readonly before?: MirrorSession | undefined
  readonly present: PresentCopy
  readonly reasons: readonly DetectedReason[]
  readonly match: ApprovalMatch
}

/** What is the same for every finding of one assessment. */
export interface CompositionContext {
  readonly inventory: Inventory
  readonly now: Instant
  readonly facts: ReadonlyMap<string, Fact>
  readonly tickets: readonly Ticket[]
  /** How to undo a session, by platform. */
  readonly playbooks: ReadonlyMap<string, Playbook>
  /** How a person goes on, by detection. */
  readonly guides: ReadonlyMap<string, DetectionGuide>
  /** ATT&CK ids by detection. */
  readonly attackOf: ReadonlyMap<string, readonly string[]>
  /** Show where evidence was filed: it depends on how it was filed, so it is left out unless asked for. */
  readonly withPlaces: boolean
}

/** What the earlier rooms said, by set-up id; approvals were asked about the newest state of each. */
export interface Assessments {
  readonly inventory: Inventory
  readonly reasons: ReadonlyMap<string, readonly DetectedReason[]>
  readonly approvals: ReadonlyMap<string, ApprovalMatch>
}

/**
 * Puts together what is said of one set-up: its newest state, or for one that ended the last in which it was a whole copy, for
 * taking it apart before removing it changes nothing. Records that anyone could have sent never make it an approved copy: then
 * the last state known by better ones is told. Undefined for a set-up without any state, which no fold makes.
 */
export function toAssessedSetup(setup: Setup, timeline: SubjectTimeline, said: Assessments): AssessedSetup | undefined {
  const episode = setup.episodes.at(-1)
  if (episode === undefined) return undefined
  const index = toldIndex(episode, said.approvals.get(setup.id))
  const state = episode.states[index]
  if (state === undefined) return undefined
  const before = episode.states.slice(0, index).findLast((earlier) => isOtherCopy(earlier, state))?.session
  return {
    setup,
    timeline,
    episode,
    state,
    session: state.session,
    ...(before === undefined ? {} : { before }),
    present: presentCopyOf(episode.states, index),
    reasons: said.reasons.get(setup.id) ?? [],
    match: matchOf({ setup, timeline, episode, index }, said),
  }
}

function toldIndex({ states, untilBasis }: Episode, match: ApprovalMatch | undefined): number {
  const newest = states.length - 1
  if (match?.approvedBy !== undefined && states[newest]?.spoofable === true) {
    const firm = states.findLastIndex((state) => state.spoofable !== true && isWhole(state))
    return firm === -1 ? newest : firm
  }
  const whole = untilBasis === undefined ? -1 : states.findLastIndex(isWhole)
  return whole === -1 ? newest : whole
}

interface ToldState {
  readonly setup: Setup
  readonly timeline: SubjectTimeline
  readonly episode: Episode
  readonly index: number
}

/** Asks the approvals again where an earlier state than the newest is told: at the last moment of that state. */
function matchOf({ setup, timeline, episode, index }: ToldState, said: Assessments): ApprovalMatch {
  const session = episode.states[index]?.session
  const next = episode.states[index + 1]
  const end = next?.from ?? episode.until
  if (session === undefined || next === undefined || end === undefined) {
    const { approvedBy, ...answer } = said.approvals.get(setup.id) ?? NOTHING_SAID
    const isApproved = approvedBy !== undefined && episode.states[index]?.spoofable !== true
    return isApproved ? { ...answer, approvedBy } : answer
  }
  const { address } = setup.key
  const at = shiftInstant(end, -1)
  return matchApproval({ subject: timeline.subject, session, address, at, since: episode.from }, said.inventory)
}

/** The answer of approvals that were not asked. */
const NOTHING_SAID: ApprovalMatch = { subjectCovered: false, anyApprovals: false, collectors: [] }

/** A block being typed, or a session that was only switched on, is no other copy. */
function isOtherCopy(earlier: SessionState, now: SessionState): boolean {
  return isWhole(earlier) && !isSameContent(earlier.session, now.session)
}

function isWhole({ session }: SessionState): boolean {
  return session.incomplete !== true
}
