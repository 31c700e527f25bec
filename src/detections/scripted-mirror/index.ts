/** Asks whether a script waits to set the session up. */
import { describeDestinations, describeSources } from '../../timeline/describe-session.ts'
import { nameSubject } from '../../timeline/describe-subject.ts'
import { factsOf } from '../_approval/evidence.ts'
import { capitalise } from '../_wording/names.ts'
import type { Detection } from '../contract.ts'
import { content } from './content.ts'

export const detection: Detection = {
  id: 'scripted-mirror',
  version: 1,
  title: 'Script that sets up a mirror',
  question: 'Does a script on the device hold the commands of this session?',
  attack: ['T1020.001', 'T1053', 'DET0403', 'AN1132'],
  needs: ['snapshot', 'fragment'],
  tuning: [],
  content,
  evaluate(setup, context) {
    const { session, episode, timeline, approval } = context
    const script = session.details?.script
    if (setup.key.setupClass !== 'mirror' || script === undefined || approval.approvedBy !== undefined) return []
    const ends = `${describeSources(session)} to ${describeDestinations(session)}`
    const is = episode.untilBasis === undefined ? 'holds' : 'held'
    const statement = `${capitalise(script)} of ${nameSubject(timeline.subject)} ${is} the commands that copy ${ends} whenever it runs.`
    return [{ statement, evidence: factsOf(episode.states.slice(-1)) }]
  },
}
