/** What a detection is: one question asked of one set-up, answered from its timeline and the inventory alone. Pure. */
import type { FactKind } from '../facts/fact.ts'
import type { RecordAct } from '../facts/log-content/record-act.ts'
import type { MirrorSession } from '../facts/mirror-session.ts'
import type { ApprovalMatch } from '../inventory/approval-match.ts'
import type { DestinationClass } from '../inventory/classify-ends.ts'
import type { Inventory } from '../inventory/inventory.ts'
import type { Instant } from '../kit/instant.ts'
import type { Episode } from '../timeline/episode.ts'
import type { Setup } from '../timeline/setup.ts'
import type { SubjectTimeline, Ticket } from '../timeline/subject-timeline.ts'
import type { CollectorStream } from '../timeline/traffic/stream.ts'

/** Is the copy allowed? In order of precedence. */
export const VERDICTS = [
  'unapproved',
  'exceeds-approval',
  'expired',
  'unexplained',
  'needs-review',
  'attempted',
  'approved',
] as const
/** One of {@link VERDICTS}. */
export type Verdict = (typeof VERDICTS)[number]

/** Was the act proper? An approved copy with a breach stays approved and shows it. */
export type ConductBreach =
  | 'no-ticket'
  | 'outside-window'
  | 'not-an-admin'
  | 'self-approved'
  | 'approved-afterwards'
  | 'logging-cut'

/** What a detection says of a set-up, and what that means for the finding. */
export interface Reason {
  /** One sentence by the rules of the house voice, ending with a full stop. Absolute times only. */
  readonly statement: string
  /** Ids of the facts that prove it; at least one. */
  readonly evidence: readonly string[]
  readonly verdict?: Verdict
  readonly conduct?: ConductBreach
  /** One step up in severity: logging cut, capture exported, unauthorised actor. */
  readonly aggravates?: true
  /** The copy carries more than its sources say: S2 or S3 of the severity table, where that is worse. */
  readonly sourceClass?: 'S2' | 'S3'
  /** The copy once went further than its destinations say now: the row of the severity table, where that is worse. */
  readonly destinationClass?: DestinationClass
  /** Values that templates and filters may use. */
  readonly values?: Readonly<Record<string, string>>
}

/** What a detection may look at beside the set-up: its subject's whole timeline, the inventory, and what the approvals say. */
export interface DetectionContext {
  readonly timeline: SubjectTimeline
  readonly inventory: Inventory
  readonly now: Instant
  /** Every ticket known, whomever it concerns; see `src/timeline/links/match-ticket.ts`. */
  readonly tickets: readonly Ticket[]
  /** What collectors of the inventory send themselves. */
  readonly collectorStreams: readonly CollectorStream[]
  /** The episode asked about (the last one) and its newest state. */
  readonly episode: Episode
  readonly session: MirrorSession
  /** What the approvals say of `session` now (for an ended episode: at its end). */
  readonly approval: ApprovalMatch
  /** The approval match of an earlier state of the same set-up, for questions about what changed. */
  matchEarlier(session: MirrorSession, at: Instant | undefined): ApprovalMatch
}

/**
 * How a person goes on from a reason of a detection: the sections of its page (`README.md` in its folder), one text for each paragraph or
 * item. There is no other copy of them; `tools/gen-registries.ts` reads the page.
 */
export interface DetectionGuide {
  readonly sees: readonly string[]
  readonly misses: readonly string[]
  readonly falsePositives: readonly string[]
  /** What to ask, in order. */
  readonly triage: readonly string[]
  readonly tuning: readonly string[]
}

/**
 * The part of a question that single records can answer. Rules are made of it and of the signatures of every platform whose records show
 * one of `acts`.
 */
export interface BehaviourContent {
  /** `alert` runs by itself and should be looked at; `hunt` is asked by a person. */
  readonly kind: 'alert' | 'hunt'
  readonly title: string
  readonly description: string
  readonly acts: readonly RecordAct[]
  /** Acts that say more when they come within `withinSeconds` of one of `acts` by the same account or on the same device. */
  readonly near?: {
    readonly acts: readonly RecordAct[]
    readonly withinSeconds: number
    readonly order: 'any' | 'before' | 'after'
  }
  /** ATT&CK techniques and analytics, ids of release 18. */
  readonly attack: readonly string[]
  readonly dataSources: readonly string[]
  readonly references: readonly string[]
  /** Ids of detections. */
  readonly related: readonly string[]
  /** What tapwarden answers of this question and no rule over single records can. */
  readonly beyondRules: readonly string[]
}

/** One question: the one export, named `detection`, of its folder's `index.ts`. */
export interface Detection {
  /** Equals the folder's name; states what is wrong, so that a finding reads as a sentence. */
  readonly id: string
  readonly version: number
  readonly title: string
  /** The question in one sentence. */
  readonly question: string
  /** ATT&CK ids: `['T1020.001', 'DET0403', 'AN1132']`. */
  readonly attack: readonly string[]
  readonly needs: readonly FactKind[]
  /** Tuning knobs it listens to. */
  readonly tuning: readonly string[]
  /** What of this question can be asked of single records, in other people's rule languages. */
  readonly content?: BehaviourContent
  evaluate(setup: Setup, context: DetectionContext): readonly Reason[]
}
