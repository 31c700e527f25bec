/** Asks whether a copy was turned to another destination while it lived. */
import { describeDestinations } from '../../timeline/describe-session.ts'
import { accountNumber } from '../../timeline/describe-subject.ts'
import type { SessionState } from '../../timeline/episode.ts'
import type { Setup } from '../../timeline/setup.ts'
import { factsOf } from '../_approval/evidence.ts'
import { isJudgedHere, type Judgement, judgeMatch } from '../_approval/judge-copy.ts'
import { isChangeInFocus, isRoleInFocus } from '../_tuning/focus.ts'
import { capitalise, nameSetup, sayActor } from '../_wording/names.ts'
import { sayTime } from '../_wording/times.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'
import { content } from './content.ts'
import { findRepoints, type Repoint } from './find-repoints.ts'

export const detection: Detection = {
  id: 'session-repointed',
  version: 1,
  title: 'Mirror session pointed to another destination',
  question: 'Was the copy turned to another destination while the session lived?',
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN1132'],
  needs: ['snapshot', 'fragment', 'change'],
  tuning: ['ConfigChangeType', 'DeviceRole'],
  content,
  evaluate(setup, context) {
    if (!isRoleInFocus(context)) return []
    return setup.episodes.flatMap((episode) =>
      findRepoints(episode)
        .filter(({ after: { because } }) => because.by !== 'change' || isChangeInFocus(because.change, context))
        .map((repoint) => tell(repoint, setup, context)),
    )
  },
}

function tell({ before, after }: Repoint, setup: Setup, context: DetectionContext): Reason {
  const earlier = context.matchEarlier(before.session, before.from)
  const later = context.matchEarlier(after.session, after.from)
  const account = accountNumber(context.timeline.subject)
  const from = describeDestinations(before.session, { collectors: earlier.collectors, account })
  const to = describeDestinations(after.session, { collectors: later.collectors, account })
  const statement = `${capitalise(nameSetup(setup, context))} was pointed from ${from} to ${to} ${sayHow(after)}.`
  const verdict = isJudgedHere(setup, after.session) ? verdictOf(judgeMatch(later)) : {}
  return { statement, evidence: factsOf([before, after]), ...verdict, values: { from, to } }
}

/** Only what the approvals say of the new destination: a copy that is wider or out of time goes where it may go. */
function verdictOf({ answer }: Judgement): Pick<Reason, 'verdict'> {
  return answer === 'unapproved' || answer === 'needs-review' ? { verdict: answer } : {}
}

function sayHow({ because, from, unlogged }: SessionState): string {
  if (because.by === 'change') return `at ${sayTime(from)} ${sayActor(because.change)}`
  const when =
    unlogged === undefined ? `by ${sayTime(from)}` : `between ${sayTime(unlogged.since)} and ${sayTime(unlogged.until)}`
  return `${when}; no record says by whom`
}
