/** How somebody makes a behaviour happen in a place of their own, to see whether it is noticed: data, never executed by tapwarden. */
import type { RecordAct } from './record-act.ts'

/** One value that the commands need, as `#{name}`. */
export interface ExerciseArgument {
  readonly description: string
  readonly type: 'string' | 'integer' | 'url' | 'path'
  readonly default: string
}

/** What must be there first: `check` exits 0 when it is, `get` brings it. */
export interface ExercisePrerequisite {
  readonly description: string
  readonly check: readonly string[]
  readonly get: readonly string[]
}

/** One test. Commands are exact and complete; cleanup undoes all of them, whatever had been done. */
export interface Exercise {
  /** A UUID (version 4) that never changes. */
  readonly guid: string
  readonly name: string
  readonly description: string
  /** ATT&CK technique it belongs to. `T1020.001` */
  readonly technique: string
  /** In the words of Atomic Red Team. `iaas:aws`, `linux` */
  readonly platforms: readonly string[]
  /** Number of the validation test (`tapwarden selftest N`) that reads what this leaves behind. */
  readonly selftest?: number
  readonly arguments: Readonly<Record<string, ExerciseArgument>>
  readonly prerequisites: readonly ExercisePrerequisite[]
  readonly executor: 'bash' | 'sh' | 'manual'
  readonly needsElevation: boolean
  /** Lines of a shell; for `manual`, steps in words. */
  readonly commands: readonly string[]
  readonly cleanup: readonly string[]
  /** What must be seen: acts, and the telemetry in one sentence each. */
  readonly acts: readonly RecordAct[]
  readonly telemetry: readonly string[]
}
