/** Asks whether a session is one of many that were set up together. */
import { gapMs } from '../../kit/instant.ts'
import { shortResourceName } from '../../timeline/describe-session.ts'
import { nameActor } from '../../timeline/describe-subject.ts'
import type { Change } from '../../timeline/episode.ts'
import type { Setup } from '../../timeline/setup.ts'
import { judgeCopy } from '../_approval/judge-copy.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import { sayTime } from '../_wording/times.ts'
import type { Detection, DetectionContext } from '../contract.ts'

/** From this many on it is no longer one person looking at one fault. */
const MANY = 5

export const detection: Detection = {
  id: 'mirror-fan-out',
  version: 1,
  title: 'Many mirrors at once',
  question: 'Did one account point many sources at one target within a short time?',
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN1132'],
  needs: ['change', 'fragment'],
  tuning: ['TimeWindow'],
  evaluate(setup, context) {
    const own = creationOf(setup)
    const answer = judgeCopy(setup, context)?.judgement.answer
    if (own === undefined || answer === undefined || answer === 'approved') return []
    const together = context.timeline.setups.flatMap((other) => {
      const creation = creationOf(other)
      return creation !== undefined && isOneRollOut(own, creation, context) ? [creation] : []
    })
    if (together.length < MANY) return []
    const times = together.flatMap(({ change }) => change.at ?? []).sort()
    const statement = `${capitalise(nameSetup(setup, context))} is one of ${together.length} sessions that ${nameActor(own.change.actor)} pointed at ${shortResourceName(own.target)} between ${sayTime(times[0])} and ${sayTime(times.at(-1))}.`
    return [{ statement, evidence: [...new Set(together.flatMap(({ change }) => change.facts))].sort() }]
  },
}

/** How a session was set up, and where it was pointed first. */
interface Creation {
  readonly change: Change
  readonly target: string
}

function creationOf({ key, episodes }: Setup): Creation | undefined {
  const episode = episodes.at(-1)
  const change = episode?.changes[0]
  const end = episode?.states.findLast(({ session }) => session.incomplete !== true)?.session.destinations[0]
  const target = end?.ip ?? end?.resource
  if (key.setupClass !== 'mirror' || change?.at === undefined || target === undefined) return undefined
  return { change, target }
}

function isOneRollOut(a: Creation, b: Creation, { inventory }: DetectionContext): boolean {
  if (a.target !== b.target || a.change.actor.account !== b.change.actor.account) return false
  const apartMs = Math.abs(gapMs(a.change.at ?? '', b.change.at ?? ''))
  return apartMs <= inventory.tuning.TimeWindow * 1000
}
