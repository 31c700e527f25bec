/** Asks whether anyone approved a copy at all. Wider or expired approvals are other detections' business. */
import { classifyDestination, type DestinationClass } from '../../inventory/classify-ends.ts'
import { sayNearest } from '../../inventory/near-approval.ts'
import type { Episode } from '../../timeline/episode.ts'
import { factsOf } from '../_approval/evidence.ts'
import { isJudgedHere, type JudgedCopy, judgeCopy, judgeEpisode } from '../_approval/judge-copy.ts'
import { type PastCopy, pastCopies, sayPast } from '../_approval/past-copies.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import { sayTime } from '../_wording/times.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'
import { content } from './content.ts'

export const detection: Detection = {
  id: 'session-not-approved',
  version: 1,
  title: 'Mirror session without an approval',
  question: 'Does any reviewed approval allow this copy?',
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN1132', 'AN0878'],
  needs: ['snapshot', 'fragment', 'change'],
  tuning: [],
  content,
  evaluate(setup, context) {
    if (!isJudgedHere(setup, context.session)) return []
    const name = nameSetup(setup, context)
    const now = judgeCopy(setup, context)
    const earlier = setup.episodes.slice(0, -1).flatMap((episode) => lookBack(episode, context, name))
    const past = pastCopies(setup, context).flatMap((copy) => tellPast(copy, context, name))
    return [...(now === undefined ? [] : lookAt(now, context, name)), ...earlier, ...past]
  },
}

function lookAt(judged: JudgedCopy, context: DetectionContext, name: string): readonly Reason[] {
  const evidence = factsOf(context.episode.states)
  const { judgement, approvedBySpoofable } = judged
  const reasons: Reason[] = []
  if (judgement.answer === 'unapproved') {
    const { untilBasis, until } = context.episode
    const covers = untilBasis === undefined ? 'covers' : 'covered'
    const ended = untilBasis === undefined ? '' : `, which ended ${sayTime(until)}`
    const statement = `No approval ${covers} ${name}${ended}${sayNearest(judgement.nearest)}.`
    reasons.push({ statement, evidence, verdict: 'unapproved' })
  }
  if (judgement.answer === 'needs-review' && approvedBySpoofable === undefined) {
    const statement =
      judgement.unreviewed === undefined
        ? noApprovals(context, name)
        : `Nobody has reviewed entry ${judgement.unreviewed.id}, which would allow ${name}.`
    reasons.push({ statement, evidence, verdict: 'needs-review' })
  }
  if (approvedBySpoofable !== undefined) {
    const statement = `Only a record that anyone could have sent says that ${name} became what approval ${approvedBySpoofable.id} allows.`
    const verdict = judgement.answer === 'needs-review' ? { verdict: judgement.answer } : {}
    reasons.push({ statement, evidence, ...verdict })
  }
  return reasons
}

function noApprovals({ timeline }: DetectionContext, name: string): string {
  return `No approvals were given for this ${timeline.subject.kind}: nobody can say whether ${name} is allowed.`
}

/** What was removed and set up anew under the same number keeps what its earlier life was. */
function lookBack(episode: Episode, context: DetectionContext, name: string): readonly Reason[] {
  const judged = judgeEpisode(episode, context)
  if (judged?.judgement.answer !== 'unapproved') return []
  const life = `from ${sayTime(episode.from)} to ${sayTime(episode.until)}`
  const statement = `${capitalise(name)} had no approval in its earlier life ${life}${sayNearest(judged.judgement.nearest)}.`
  const evidence = factsOf(episode.states)
  return [{ statement, evidence, verdict: 'unapproved', destinationClass: classOf(judged, context) }]
}

/** Putting back what was approved does not undo where the copy went meanwhile. */
function tellPast(past: PastCopy, context: DetectionContext, name: string): readonly Reason[] {
  const { state, next, judgement } = past
  if (judgement.answer !== 'unapproved') return []
  const statement = `${capitalise(name)} ${sayPast(past, context)}; no approval covered that${sayNearest(judgement.nearest)}.`
  const evidence = factsOf([state, next])
  return [{ statement, evidence, verdict: 'unapproved', destinationClass: classOf(past, context) }]
}

function classOf(
  { state, match }: Pick<JudgedCopy, 'state' | 'match'>,
  { timeline, inventory }: DetectionContext,
): DestinationClass {
  return classifyDestination({ session: state.session, subject: timeline.subject, match }, inventory).class
}
