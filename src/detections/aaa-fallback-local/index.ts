/** Asks whether accounts were checked by the device alone when a session was changed. */
import type { SignalKind } from '../../facts/fact.ts'
import { nearestMoment, sayDistance, toMoments } from '../_acts/moments.ts'
import { type Act, type DatedSignal, joinActs } from '../_acts/one-act.ts'
import { isChangeInFocus, isRoleInFocus } from '../_tuning/focus.ts'
import { nameSetup } from '../_wording/names.ts'
import { sayTime } from '../_wording/times.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'
import { content } from './content.ts'

/** What was done to the path by which accounts are checked, as a sentence begins. */
const WORDS: ReadonlyMap<SignalKind, string> = new Map([
  ['aaa-fallback-local', 'AAA fell back to local accounts'],
  ['aaa-server-changed', 'The AAA servers were changed'],
])

export const detection: Detection = {
  id: 'aaa-fallback-local',
  version: 1,
  title: 'AAA fell back to local accounts around a change',
  question: 'Did the device fall back to local accounts, or was its AAA changed, close to a change of the session?',
  attack: ['T1556', 'T1020.001', 'DET0403', 'AN1132'],
  needs: ['signal', 'fragment', 'change'],
  tuning: ['TimeWindow', 'ConfigChangeType', 'DeviceRole'],
  content,
  evaluate(setup, context) {
    if (!isRoleInFocus(context) || setup.key.setupClass !== 'mirror') return []
    const windowMs = context.inventory.tuning.TimeWindow * 1000
    const moments = toMoments(context.episode, (change) => isChangeInFocus(change, context))
    return joinActs(context.timeline.signals.flatMap(toDated)).flatMap((act) => {
      const near = nearestMoment(moments, act.signal.effectiveAt, windowMs)
      if (near === undefined) return []
      const statement = `${sayAct(act)}, ${sayDistance(near, act.signal.effectiveAt, nameSetup(setup, context))}.`
      return [toReason(statement, [...act.facts, ...near.moment.facts])]
    })
  },
}

function toDated(signal: DetectionContext['timeline']['signals'][number]): readonly DatedSignal[] {
  const at = signal.effectiveAt ?? signal.time.at
  return WORDS.has(signal.signal) && signal.outcome === 'accepted' && at !== undefined
    ? [{ ...signal, effectiveAt: at }]
    : []
}

function sayAct({ signal }: Act): string {
  const detail = signal.detail === '' ? '' : ` (${signal.detail})`
  return `${WORDS.get(signal.signal)} at ${sayTime(signal.effectiveAt)}${detail}`
}

function toReason(statement: string, facts: readonly string[]): Reason {
  return { statement, evidence: [...new Set(facts)].sort() }
}
