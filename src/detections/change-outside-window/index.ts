/** Asks whether a change of a mirror session was made when changes were to be made. */
import { findChangeWindow, type WindowDistance } from '../../inventory/change-windows.ts'
import { saySitting } from '../_acts/say-sitting.ts'
import { mirrorSittings, type Sitting } from '../_acts/sittings.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import { sayDuration } from '../_wording/times.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'

export const detection: Detection = {
  id: 'change-outside-window',
  version: 1,
  title: 'Mirror session changed outside a change window',
  question: 'Was the session changed while a change window of its device was open?',
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN1132'],
  needs: ['fragment', 'change'],
  tuning: ['ConfigChangeType'],
  evaluate(setup, context) {
    const name = capitalise(nameSetup(setup, context))
    return mirrorSittings(setup, context).flatMap((sitting) => judge(sitting, name, context))
  },
}

/** A boundary within the error of the clock is nobody's breach yet: it asks for a person. */
function judge(sitting: Sitting, name: string, { timeline, inventory }: DetectionContext): readonly Reason[] {
  const missed = sitting.changes
    .flatMap(({ at, clockErrorMs }) => {
      const distance = at === undefined ? undefined : findChangeWindow(at, timeline.subject, inventory)
      return distance === undefined || distance.missedByMs === 0 ? [] : [{ distance, clockErrorMs }]
    })
    .sort((a, b) => Math.abs(b.distance.missedByMs) - Math.abs(a.distance.missedByMs))
  const [worst] = missed
  if (worst === undefined) return []
  const isCertain = Math.abs(worst.distance.missedByMs) > worst.clockErrorMs
  const statement = `${name} was ${saySitting(sitting)}, ${sayDistance(worst.distance)}${isCertain ? '' : ', as far as the clock can tell'}.`
  return [
    {
      statement,
      evidence: sitting.facts,
      ...(isCertain ? { conduct: 'outside-window' } : { verdict: 'needs-review' }),
    },
  ]
}

function sayDistance({ window, missedByMs }: WindowDistance): string {
  const by = sayDuration(Math.abs(missedByMs))
  return missedByMs < 0
    ? `${by} before change window ${window.name} opened`
    : `${by} after change window ${window.name} closed`
}
