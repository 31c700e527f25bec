/** The same command recorded by several channels is one change with several legs. */
import type { Actor, Trust } from '../../facts/schema-parts.ts'
import { MINUTE_MS } from '../../kit/durations.ts'
import { gapMs } from '../../kit/instant.ts'
import type { Change } from '../episode.ts'
import { addressText, byText } from '../setup-id.ts'
import type { DraftChange } from './draft-change.ts'

/** How far apart two records of one command may be: the collection window plus what clocks are off. */
const WINDOW_MS = 15 * MINUTE_MS
/** Within this, records that name different accounts are still the same act, and the conflict is shown. */
const SAME_ACT_MS = 2 * MINUTE_MS

const TRUST_ORDER: readonly Trust[] = ['authenticated', 'network-path', 'spoofable']

/**
 * Merges drafts of one subject: a record of a command in one channel meets the nearest one in the next. What is surely one act is
 * merged first, so that nothing further away takes its place.
 */
export function mergeChanges(drafts: readonly DraftChange[]): readonly DraftChange[] {
  const buckets = Map.groupBy([...drafts].sort(byTime), ({ address, canonical, change }) =>
    [addressText(address), canonical, change.outcome].join('\u0000'),
  )
  return [...buckets.values()]
    .map((bucket) => mergeBy(isSurelySameAct, bucket))
    .flatMap((bucket) => mergeBy(isLikelySameAct, bucket))
    .sort(byTime)
}

/** Time, then position in the terminal, then id: total, and the same for any order of arrival. */
export function byTime(a: DraftChange, b: DraftChange): number {
  return (
    byText(a.change.at ?? '', b.change.at ?? '') ||
    a.order - b.order ||
    byText(a.change.facts[0] ?? '', b.change.facts[0] ?? '')
  )
}

function mergeBy(isSameAct: SameAct, drafts: readonly DraftChange[]): readonly DraftChange[] {
  const merged: DraftChange[] = []
  for (const draft of drafts) {
    const sameActs = merged.filter((known) => isOtherChannel(known, draft) && isSameAct(known, draft))
    const known = nearest(sameActs, draft)
    if (known === undefined) merged.push(draft)
    else merged[merged.indexOf(known)] = merge(known, draft)
  }
  return merged
}

/** Of several records that could be this act the one nearest in time; of equally near ones the earlier. */
function nearest(candidates: readonly DraftChange[], draft: DraftChange): DraftChange | undefined {
  return candidates.toSorted((a, b) => apartMs(a, draft) - apartMs(b, draft))[0]
}

function apartMs({ change: { at: a } }: DraftChange, { change: { at: b } }: DraftChange): number {
  return a === undefined || b === undefined ? Number.POSITIVE_INFINITY : Math.abs(gapMs(a, b))
}

type SameAct = (known: DraftChange, draft: DraftChange) => boolean

function isSurelySameAct(known: DraftChange, draft: DraftChange): boolean {
  return apartMs(known, draft) <= SAME_ACT_MS
}

function isLikelySameAct(known: DraftChange, draft: DraftChange): boolean {
  return apartMs(known, draft) <= WINDOW_MS && sameAccount(known.change.actor, draft.change.actor)
}

/** Two records of one channel are two acts. */
function isOtherChannel(known: DraftChange, draft: DraftChange): boolean {
  const heardOn = new Set(known.recordedBy.split('+'))
  return draft.recordedBy.split('+').every((channel) => !heardOn.has(channel))
}

function sameAccount(a: Actor, b: Actor): boolean {
  return a.account === undefined || b.account === undefined || a.account.toLowerCase() === b.account.toLowerCase()
}

/** The better trusted record gives time and actor; the other fills what it leaves out. */
function merge(a: DraftChange, b: DraftChange): DraftChange {
  const [first, second] = TRUST_ORDER.indexOf(b.change.trust) < TRUST_ORDER.indexOf(a.change.trust) ? [b, a] : [a, b]
  const change: Change = {
    ...first.change,
    facts: [...new Set([...a.change.facts, ...b.change.facts])].sort(byText),
    legs: [...new Set([...a.change.legs, ...b.change.legs])].sort(byText),
    actor: { ...second.change.actor, ...first.change.actor },
    actorConflicts: [
      ...new Set([
        ...a.change.actorConflicts,
        ...b.change.actorConflicts,
        ...conflicts(a.change.actor, b.change.actor),
      ]),
    ].sort(byText),
  }
  return { ...first, recordedBy: `${a.recordedBy}+${b.recordedBy}`, change }
}

function conflicts(a: Actor, b: Actor): readonly string[] {
  const found: string[] = []
  if (!sameAccount(a, b)) found.push(`account ${[a.account, b.account].sort().join(' / ')}`)
  if (a.from !== undefined && b.from !== undefined && a.from !== b.from)
    found.push(`from ${[a.from, b.from].sort().join(' / ')}`)
  return found
}
