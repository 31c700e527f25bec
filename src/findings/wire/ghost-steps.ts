/** What to do about a copy on the wire that no session explains. */
import { describeDestinations } from '../../timeline/describe-session.ts'
import { nameSubject } from '../../timeline/describe-subject.ts'
import type { AssessedSetup } from '../assessed-setup.ts'
import type { PlaybookStep } from '../finding.ts'

/** Nobody knows what sends it, so there is nothing to undo yet: what was running is looked at before the copy is stopped on its way. */
export function ghostSteps(assessed: AssessedSetup, coordination: string): readonly PlaybookStep[] {
  const { timeline, session, match } = assessed
  const device = nameSubject(timeline.subject)
  const end = describeDestinations(session, { collectors: match.collectors })
  const step = (stage: PlaybookStep['stage'], text: string): PlaybookStep => ({ stage, text, commands: [] })
  return [
    step(
      'preserve',
      `Keep the flow records or captures below, and capture some packets on their way from ${device} to ${end}.`,
    ),
    step(
      'scope',
      `On ${device} look at what no configuration shows: running captures, sessions made by SNMP or an API, guest shells, and whether its image is the one that was installed.`,
    ),
    step('coordinate', coordination),
    step(
      'contain',
      `Drop what goes from ${device} to ${end} at the next hop, where ${device} cannot undo it, once its owner had a chance to answer.`,
    ),
    step('verify', `Make sure on another device that nothing more goes from ${device} to ${end}.`),
  ]
}
