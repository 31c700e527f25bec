/** What runs every arrow of the pipeline. The embedded engine is one process; a distributed one is the same pure function behind a stream. */

import type { Detection, DetectionGuide } from '../detections/contract.ts'
import type { CommandGrammar } from '../dialects/contract.ts'
import type { Fact } from '../facts/fact.ts'
import type { Playbook } from '../facts/playbook.ts'
import type { Finding } from '../findings/finding.ts'
import type { Inventory } from '../inventory/inventory.ts'
import type { Instant } from '../kit/instant.ts'
import type { Timelines } from '../timeline/subject-timeline.ts'

/** The plug-ins an assessment is made with, chosen by the program. Maps are keyed by platform id. */
export interface AssessmentParts {
  readonly grammars: ReadonlyMap<string, CommandGrammar>
  readonly detections: readonly Detection[]
  readonly playbooks: ReadonlyMap<string, Playbook>
  /** The page of each detection, by its id. */
  readonly guides: ReadonlyMap<string, DetectionGuide>
}

/** All an answer depends on: nothing else may change it. */
export interface AssessmentInput {
  readonly facts: readonly Fact[]
  readonly inventory: Inventory
  readonly now: Instant
  readonly coverageBasis: 'exact' | 'sampled'
  readonly withPlaces: boolean
}

/** The answer: findings, and the timelines they were drawn from. */
export interface Assessment {
  readonly findings: readonly Finding[]
  readonly timelines: Timelines
  /** When this answer would next change without new evidence. */
  readonly changesAt?: Instant | undefined
}
