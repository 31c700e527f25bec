/** The commands that read evidence and answer: what is copied, what happened, what could not be seen. */
import type { Command } from 'commander'
import type { CommandHost } from '../../host.ts'
import { registerActs } from './acts.ts'
import { registerConvert } from './convert.ts'
import { registerCoverage } from './coverage.ts'
import { registerExplain } from './explain.ts'
import { registerGuide } from './guide.ts'
import { registerHunt } from './hunt.ts'
import { registerScan } from './scan.ts'
import { registerSessions } from './sessions.ts'
import { registerTimeline } from './timeline.ts'

/** Adds them in the order in which they are used. */
export function registerFindings(program: Command, host: CommandHost): void {
  registerScan(program, host)
  registerConvert(program, host)
  registerSessions(program, host)
  registerExplain(program, host)
  registerGuide(program, host)
  registerCoverage(program, host)
  registerTimeline(program, host)
  registerHunt(program, host)
  registerActs(program, host)
}
