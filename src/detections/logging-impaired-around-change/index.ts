/** Asks whether somebody cut the logs close to a change of a session. */
import { nameActor } from '../../timeline/describe-subject.ts'
import { type Closeness, nearestMoment, sayDistance, toMoments } from '../_acts/moments.ts'
import { type Act, type DatedSignal, joinActs } from '../_acts/one-act.ts'
import { isChangeInFocus, isRoleInFocus } from '../_tuning/focus.ts'
import { nameSetup } from '../_wording/names.ts'
import { sayTime } from '../_wording/times.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'
import { content } from './content.ts'
import { CUTS, isCut } from './cuts.ts'

export const detection: Detection = {
  id: 'logging-impaired-around-change',
  version: 1,
  title: 'Logging cut around a change of a mirror session',
  question: 'Was logging, accounting or the audit trail cut close to a change of the session?',
  // The parent technique: its sub-techniques are right for a device or for a cloud account only, and this asks about both.
  attack: ['T1562', 'DET0317', 'T1020.001'],
  needs: ['signal', 'fragment', 'change', 'snapshot'],
  tuning: ['TimeWindow', 'ConfigChangeType', 'DeviceRole'],
  content,
  evaluate(setup, context) {
    if (!isRoleInFocus(context)) return []
    const windowMs = context.inventory.tuning.TimeWindow * 1000
    const moments = toMoments(context.episode, (change) => isChangeInFocus(change, context))
    return joinActs(context.timeline.signals.flatMap(toDatedCut)).flatMap((act) => {
      const near = nearestMoment(moments, act.signal.effectiveAt, windowMs)
      return near === undefined ? [] : [tell(act, near, nameSetup(setup, context))]
    })
  },
}

function toDatedCut(signal: DetectionContext['timeline']['signals'][number]): readonly DatedSignal[] {
  const at = signal.effectiveAt ?? signal.time.at
  return isCut(signal) && at !== undefined ? [{ ...signal, effectiveAt: at }] : []
}

/** Within the error of the clocks nobody knows whether the cut was close: that needs a person, not a step up. */
function tell({ signal, facts }: Act, near: Closeness, name: string): Reason {
  const where = signal.detail === '' ? '' : ` (${signal.detail})`
  const cut = `${CUTS.get(signal.signal)} at ${sayTime(signal.effectiveAt)} by ${nameActor(signal.actor)}${where}`
  const statement = `${cut}, ${sayDistance(near, signal.effectiveAt, name)}.`
  const reason: Reason = {
    statement,
    evidence: [...new Set([...facts, ...near.moment.facts])].sort(),
    conduct: 'logging-cut',
  }
  return near.isCertain ? { ...reason, aggravates: true } : { ...reason, verdict: 'needs-review' }
}
