/** The machine result of a scan as a model: what `scan --json` prints, what every format is made from, and the console will ask for. */
import type { NameConflict } from '../../inventory/subject.ts'
import type { Instant } from '../../kit/instant.ts'
import type { LegCoverage, SubjectTimeline } from '../../timeline/subject-timeline.ts'
import type { Finding } from '../finding.ts'
import type { FindingSummary } from '../summary.ts'

/** How one subject is watched. */
export interface SubjectCoverage {
  readonly subject: string
  readonly kind: 'device' | 'account'
  readonly platform: string
  readonly inInventory: boolean
  readonly legs: readonly LegCoverage[]
  readonly newestConfiguration?: string | undefined
  /** Legs that were heard once, and not within a day before the moment asked about. */
  readonly quiet: readonly { readonly leg: string; readonly since: string }[]
  /** How far its clocks were measured to be off, by leg and day. */
  readonly skew: SubjectTimeline['skew']
  readonly unjoinedCommands: number
  readonly ambiguousCommands: number
}

/** `heard` of `of`. */
export interface CoverageFigure {
  readonly heard: number
  readonly of: number
}

/** One coverage figure per leg, never a blend, with a named denominator. */
export interface CoverageFigures {
  /** What `of` counts: the subjects of the inventory, or, without one, those that evidence speaks of (then no percentage means anything). */
  readonly denominator: 'inventory' | 'evidence'
  /** Devices whose configuration was read. */
  readonly config: CoverageFigure
  /** Devices whose typed commands were heard, by log or by accounting. */
  readonly commands: CoverageFigure
  /** Cloud accounts whose audit trail was read. */
  readonly audit: CoverageFigure
  /** Devices whose flow records were heard. No part of the lowest figure: few estates have them from every device. */
  readonly flow: CoverageFigure
}

/** The last thing a person did to a finding. `holds` is false once the claim grew, the finding was reopened, or the time ran out. */
export interface ReportedAct {
  readonly finding: string
  readonly at: Instant
  readonly by: string
  readonly does: 'acknowledge' | 'assign' | 'suppress' | 'resolve' | 'reopen'
  readonly until?: Instant | undefined
  readonly reason: string
  readonly holds: boolean
}

/** What `scan --json` prints. */
export interface ScanReport {
  readonly at: string
  /** SHA-256 of the inventory's content; null when none was given. */
  readonly inventory: string | null
  readonly findings: readonly Finding[]
  readonly coverage: readonly SubjectCoverage[]
  readonly figures: CoverageFigures
  readonly counts: {
    readonly subjects: number
    readonly sessions: number
  } & FindingSummary
  /** Names that two subjects claim: nothing was joined on them. */
  readonly conflicts: readonly NameConflict[]
  readonly changesAt: string | null
  /** The last act on each finding, with whether it still holds. */
  readonly acts: readonly ReportedAct[]
  /** Ids of findings that the last scan of this store did not tell, or told otherwise; null where nothing was asked or kept. */
  readonly newSinceLastScan: readonly string[] | null
}
