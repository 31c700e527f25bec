/** The model from which every rule is written: one behaviour, with the records of each platform that show it. */
import type { BehaviourContent, DetectionGuide } from '../../detections/contract.ts'
import type { LogSource } from '../../facts/log-content/log-source.ts'
import type { RecordAct } from '../../facts/log-content/record-act.ts'
import type { RecordCondition } from '../../facts/log-content/record-condition.ts'

/** What one log shows of a behaviour: any of the clauses will do. */
export interface DefinitionSource {
  readonly dialect: string
  readonly source: LogSource
  readonly clauses: readonly DefinitionClause[]
  /** The same for what makes it worse when it is near. */
  readonly nearClauses: readonly DefinitionClause[]
  readonly cannotTell: readonly string[]
}

/** One kind of record. `platform` is whose command it is, where records carry commands of several. */
export interface DefinitionClause {
  readonly acts: readonly RecordAct[]
  readonly when: RecordCondition
  readonly platform?: string
  /** What its signature cannot tell apart or see. */
  readonly cannotTell?: readonly string[] | undefined
}

/** One behaviour over all platforms, with what a person does about it. `id` is the detection's, or `traffic-duplication` for all upon mirrors. */
export interface Definition extends BehaviourContent, Pick<DetectionGuide, 'falsePositives' | 'triage' | 'tuning'> {
  readonly id: string
  readonly version: number
  readonly question: string
  /** As the product states it of all its content; findings have grades of their own. */
  readonly severity: 'high'
  readonly confidence: 'medium'
  /** In the order of their source's id; only sources with a clause. */
  readonly sources: readonly DefinitionSource[]
}
