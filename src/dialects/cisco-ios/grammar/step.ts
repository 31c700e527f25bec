/** What one command of IOS means, and where the command line is after it. */
import type { Step } from '../../_cisco-configuration/commands/step.ts'
import type { Mode } from './mode.ts'

/** What one command means, and the mode after it. */
export interface Stepped {
  readonly step: Step
  readonly mode: Mode
}
