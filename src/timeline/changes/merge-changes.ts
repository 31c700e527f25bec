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

/** Merges drafts of one subject. The k-th record of a command in one channel meets the k-th in the next, as far as times allow. */
export function mergeChanges(drafts: readonly DraftChange[]): readonly DraftChange[] {
  const buckets = new Map<string, DraftChange[]>()
  for (const draft of [...drafts].sort(byTime)) {
    const key = [addressText(draft.address), draft.canonical, draft.change.outcome].join('\u0000')
    const bucket = buckets.get(key)
    if (bucket === undefined) buckets.set(key, [draft])
    else mergeInto(bucket, draft)
  }
  return [...buckets.values()].flat().sort(byTime)
}

/** Time, then position in the terminal, then id: total, and the same for any order of arrival. */
export function byTime(a: DraftChange, b: DraftChange): number {
  return (
    byText(a.change.at ?? '', b.change.at ?? '') ||
    a.order - b.order ||
    byText(a.change.facts[0] ?? '', b.change.facts[0] ?? '')
  )
}

function mergeInto(bucket: DraftChange[], draft: DraftChange): void {
  const at = bucket.findIndex((known) => isSameAct(known, draft))
  const known = bucket[at]
  if (known === undefined) bucket.push(draft)
  else bucket[at] = merge(known, draft)
}

function isSameAct(known: DraftChange, draft: DraftChange): boolean {
  if (known.recordedBy.split('+').includes(draft.recordedBy)) return false
  const { at: a } = known.change
  const { at: b } = draft.change
  if (a === undefined || b === undefined) return false
  const apartMs = Math.abs(gapMs(a, b))
  return apartMs <= SAME_ACT_MS || (apartMs <= WINDOW_MS && sameAccount(known.change.actor, draft.change.actor))
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
