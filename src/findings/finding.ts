/** What tapwarden says of one set-up. The model behind `--json`, the API and the console. */
import type { ConductBreach, Verdict } from '../detections/contract.ts'
import type { MirrorSession } from '../facts/mirror-session.ts'
import type { Actor, Leg } from '../facts/schema-parts.ts'
import type { ApprovalDifference } from '../inventory/approval-match.ts'
import type { Instant } from '../kit/instant.ts'
import type { SetupKey, SetupStatus, Witness } from '../timeline/setup.ts'
import type { Claim } from './claims/claim.ts'
import type { Label } from './confidence.ts'
import type { FindingChange, FindingTicket } from './finding-acts.ts'
import type { InvestigationStep } from './guide/investigation-step.ts'
import type { EvidenceItem } from './parts/evidence.ts'
import type { ObservedCopy } from './wire/observed.ts'

export const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'] as const
/** One word of {@link SEVERITIES}. */
export type Severity = (typeof SEVERITIES)[number]

export const FINDING_KINDS = ['mirror', 'ghost', 'attempt', 'redirect', 'access', 'governance'] as const
/** One word of {@link FINDING_KINDS}; a blind spot is coverage, never a finding. */
export type FindingKind = (typeof FINDING_KINDS)[number]

/** One statement of one detection with the lines that prove it. */
export interface FindingReason {
  readonly detection: string
  readonly statement: string
  readonly evidence: readonly EvidenceItem[]
  /** How many more facts prove it than are listed; absent when all are. */
  readonly moreEvidence?: number | undefined
}

/** `●` seen, `○` looked and not seen, `–` not available (a blind spot, not a comfort). */
export type LegState = 'seen' | 'not-seen' | 'not-available'

/** One step of what to do; `commands` are exact for the platform, or absent. */
export interface PlaybookStep {
  readonly stage: 'preserve' | 'scope' | 'coordinate' | 'contain' | 'verify' | 'roll-back'
  readonly text: string
  readonly commands: readonly string[]
}

/** One life of the set-up with the session as it was last. `{ ordinal: 1, from: …, basis: 'change', session: … }`. */
interface EpisodeSummary {
  readonly ordinal: number
  readonly from?: Instant | undefined
  readonly until?: Instant | undefined
  readonly basis: string
  readonly session: MirrorSession
}

/** One set-up with verdict, reasons and everything a reader asks next. No member is present with the value `undefined`. */
export interface Finding {
  readonly id: string
  /** Ids of the joined members at other subjects. */
  readonly aliases: readonly string[]
  readonly kind: FindingKind
  readonly subject: string
  readonly platform: string
  readonly setup: SetupKey
  /** Device copies what to where by carrier; verdict clause. */
  readonly sentence: string
  readonly verdict: Verdict
  readonly conduct: readonly ConductBreach[]
  readonly status: SetupStatus
  readonly asOf?: Instant | undefined
  /** Since when it copies this to there: what it was before stands in the episodes. */
  readonly since?: Instant | undefined
  /** `change` where a record says so; `seen` where it was only first seen then. */
  readonly sinceBasis?: 'change' | 'seen' | undefined
  readonly until?: Instant | undefined
  readonly severity: Severity
  /** The cell of the table and the steps taken: `['destination D4 × source S1 → high', 'logging cut → critical']`. */
  readonly severityBasis: readonly string[]
  readonly confidence: {
    readonly existence: Label
    readonly existenceBasis: string
    /** 0 to 100, for sorting alone. */
    readonly existenceScore: number
    readonly authorisation: Label
    readonly authorisationBasis: string
  }
  readonly session: MirrorSession
  readonly before?: MirrorSession | undefined
  /** `accounts` and `from` are those who made the copy what it is; `acts` are all who ever changed this life of it. */
  readonly actor: {
    readonly accounts: readonly string[]
    readonly from: readonly string[]
    readonly acts: readonly Actor[]
    readonly conflicts: readonly string[]
    /** Roles of cloud principals, and the earliest moment since which one of them held its privilege. */
    readonly roles: readonly string[]
    readonly privilegeSince?: Instant | undefined
    /** Legs whose records name an account or address. */
    readonly legs: readonly Leg[]
  }
  readonly changes: readonly FindingChange[]
  /** The number under which it is permitted: of the approval, else of the best ticket that does. */
  readonly ticket: string | null
  readonly tickets: readonly FindingTicket[]
  readonly approval: {
    readonly id?: string | undefined
    readonly nearest?: string | undefined
    readonly differences: readonly ApprovalDifference[]
    readonly answer: string
  }
  readonly reasons: readonly FindingReason[]
  /** What shows that the set-up is there, whatever is thought of it. */
  readonly evidence: readonly EvidenceItem[]
  readonly moreEvidence?: number | undefined
  readonly legs: Readonly<Record<Leg, LegState>>
  readonly witnesses: readonly Witness[]
  /** What a reader of the copy can learn, as far as the evidence says. */
  readonly exposure: {
    readonly sources: readonly string[]
    readonly sensitivity: string
    readonly statement: string
    /** What was seen of the copy on the wire, by whom: each at least so much. */
    readonly observed: readonly ObservedCopy[]
  }
  readonly episodes: readonly EpisodeSummary[]
  readonly coverage: { readonly statement: string; readonly gaps: readonly string[] }
  readonly playbook: readonly PlaybookStep[]
  readonly investigation: readonly InvestigationStep[]
  readonly claim: Claim
  readonly case: string
  readonly attack: readonly string[]
  /** When this answer would change by itself: an approval ends, a maximum duration is reached. */
  readonly changesAt?: Instant | undefined
}
