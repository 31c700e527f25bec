/** What a finding is composed from: a set-up with everything that the earlier rooms said of it. */
import type { Reason } from '../detections/contract.ts'
import type { Fact } from '../facts/fact.ts'
import type { MirrorSession } from '../facts/mirror-session.ts'
import type { ApprovalMatch } from '../inventory/approval-match.ts'
import type { Inventory } from '../inventory/inventory.ts'
import type { Instant } from '../kit/instant.ts'
import type { Episode, SessionState, Setup, SubjectTimeline } from '../timeline/setup.ts'
import type { Playbook } from './parts/playbook.ts'

/** A reason and the detection that gave it. */
export type DetectedReason = Reason & { readonly detection: string }

/** A set-up, its last episode and newest state, its reasons and what the approvals say of it. */
export interface AssessedSetup {
  readonly setup: Setup
  readonly timeline: SubjectTimeline
  readonly episode: Episode
  readonly state: SessionState
  readonly session: MirrorSession
  readonly reasons: readonly DetectedReason[]
  readonly match: ApprovalMatch
}

/** What is the same for every finding of one assessment. */
export interface CompositionContext {
  readonly inventory: Inventory
  readonly now: Instant
  readonly facts: ReadonlyMap<string, Fact>
  /** How to undo a session, by platform. */
  readonly playbooks: ReadonlyMap<string, Playbook>
  /** ATT&CK ids by detection. */
  readonly attackOf: ReadonlyMap<string, readonly string[]>
  /** Show where evidence was filed: it depends on how it was filed, so it is left out unless asked for. */
  readonly withPlaces: boolean
}

/** What the earlier rooms said, by set-up id. */
export interface Assessments {
  readonly reasons: ReadonlyMap<string, readonly DetectedReason[]>
  readonly approvals: ReadonlyMap<string, ApprovalMatch>
}

/** Puts together what is said of one set-up; undefined for one without any state, which no fold makes. */
export function toAssessedSetup(setup: Setup, timeline: SubjectTimeline, said: Assessments): AssessedSetup | undefined {
  const episode = setup.episodes.at(-1)
  const state = episode?.states.at(-1)
  if (episode === undefined || state === undefined) return undefined
  return {
    setup,
    timeline,
    episode,
    state,
    session: state.session,
    reasons: said.reasons.get(setup.id) ?? [],
    match: said.approvals.get(setup.id) ?? { subjectCovered: false, anyApprovals: false, collectors: [] },
  }
}
