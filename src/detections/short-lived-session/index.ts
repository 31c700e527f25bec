/** Asks whether a session came and went so quickly that daily evidence would never have shown it. */
import { MINUTE_MS } from '../../kit/durations.ts'
import { gapMs } from '../../kit/instant.ts'
import { nameActor } from '../../timeline/describe-subject.ts'
import type { Change, Episode } from '../../timeline/episode.ts'
import { isJudgedHere, judgeEpisode } from '../_approval/judge-copy.ts'
import { isChangeInFocus, isRoleInFocus } from '../_tuning/focus.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import { sayDuration, sayTime } from '../_wording/times.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'
import { content } from './content.ts'

/** What lives shorter can fall between two snapshots of an hourly archive, so that only a log shows it. @source Oxidized documentation, `interval` (3600 s unless set) */
const SHORT_MS = 60 * MINUTE_MS

export const detection: Detection = {
  id: 'short-lived-session',
  version: 1,
  title: 'Mirror session that came and went within an hour',
  question: 'Was the session set up and removed again within an hour?',
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN1132'],
  needs: ['fragment', 'change'],
  tuning: ['ConfigChangeType', 'DeviceRole'],
  content,
  evaluate(setup, context) {
    if (setup.key.setupClass !== 'mirror' || !isRoleInFocus(context)) return []
    const name = capitalise(nameSetup(setup, context))
    return setup.episodes.flatMap((episode) => {
      const reason = look(episode, context, name)
      if (reason === undefined) return []
      const answer = isJudgedHere(setup, context.session) ? judgeEpisode(episode, context)?.judgement.answer : undefined
      return [answer === undefined || answer === 'approved' ? reason : { ...reason, verdict: answer }]
    })
  },
}

/** Both ends must be logged: what a snapshot no longer shows may have ended at any time before it. */
function look(episode: Episode, context: DetectionContext, name: string): Reason | undefined {
  const { from, until, fromBasis, untilBasis, changes } = episode
  const [first, last] = [changes.at(0), changes.at(-1)]
  if (fromBasis !== 'change' || untilBasis !== 'change' || !wasCopy(episode)) return undefined
  if (from === undefined || until === undefined || first === undefined || last === undefined) return undefined
  const livedMs = gapMs(from, until)
  if (livedMs >= SHORT_MS || ![first, last].some((change) => isChangeInFocus(change, context))) return undefined
  const statement = `${name} lived ${sayDuration(livedMs)}, from ${sayTime(from)} to ${sayTime(until)}, ${sayHands(first, last)}.`
  return { statement, evidence: [...new Set([...first.facts, ...last.facts])].sort() }
}

/** Half a session that was typed and taken back never copied anything. */
function wasCopy({ states }: Episode): boolean {
  return states.some(({ session }) => session.incomplete !== true && session.enabled !== false)
}

function sayHands(first: Change, last: Change): string {
  const [setUpBy, removedBy] = [nameActor(first.actor), nameActor(last.actor)]
  return setUpBy === removedBy ? `set up and removed by ${setUpBy}` : `set up by ${setUpBy}, removed by ${removedBy}`
}
