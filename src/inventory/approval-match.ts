/** What the approvals say of one session: types only; the rules are in `match-approvals.ts`. */
import type { Approval } from './schema.ts'

/** What an approval is compared in, and the time it holds. */
export type ApprovalDimension =
  | 'sources'
  | 'direction'
  | 'destination'
  | 'carrier'
  | 'filter'
  | 'session'
  | 'count'
  | 'duration'
  | 'time'

/** One way in which a session differs from an approval. `{ dimension: 'destination', approved: '198.51.100.9', found: '203.0.113.66' }`. */
export interface ApprovalDifference {
  readonly dimension: ApprovalDimension
  readonly approved: string
  readonly found: string
}

/** The answer for one session at one time. `{ subjectCovered: true, anyApprovals: true, approvedBy: {…}, collectors: ['ids-ams1'] }`. */
export interface ApprovalMatch {
  /** Whether any reviewed approval's declared scope covers the subject: only then can a copy be called unapproved. */
  readonly subjectCovered: boolean
  /** Whether the inventory holds any approval at all. */
  readonly anyApprovals: boolean
  /** A reviewed approval that allows this session in every dimension at this time. */
  readonly approvedBy?: Approval | undefined
  /** Else: one that allows it in every dimension but has ended (or not begun). */
  readonly outOfTime?:
    | { readonly approval: Approval; readonly validUntil?: string | undefined; readonly validFrom?: string | undefined }
    | undefined
  /** Else: the closest approval that covers the subject (fewest differences, then id), with what differs. */
  readonly nearest?: { readonly approval: Approval; readonly differences: readonly ApprovalDifference[] } | undefined
  /** An unreviewed entry that would allow it: never approves, but the sentence says so. */
  readonly unreviewed?: Approval | undefined
  /** The collectors of the inventory that the destinations are, by destination index; undefined where unknown. */
  readonly collectors: readonly (string | undefined)[]
}
