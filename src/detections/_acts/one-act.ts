/** One act recorded by several channels is told once. */
import type { SignalFact } from '../../facts/fact.ts'
import { MINUTE_MS } from '../../kit/durations.ts'
import { gapMs, type Instant } from '../../kit/instant.ts'

/** How far apart a command, its accounting record and the device's own message of one cut may be stamped. */
const SAME_ACT_MS = 2 * MINUTE_MS

/** A signal whose time is known. */
export type DatedSignal = SignalFact & { readonly effectiveAt: Instant }

/** One act: the record that says most of who did it, and every record of it. */
export interface Act {
  readonly signal: DatedSignal
  readonly facts: readonly string[]
}

/**
 * Joins signals of one kind that are close in time and name no two different accounts. The same for any order of signals;
 * the earliest record gives the time, the one that knows most of the actor gives the words.
 */
export function joinActs(signals: readonly DatedSignal[]): readonly Act[] {
  const groups: DatedSignal[][] = []
  const inOrder = [...signals].sort((a, b) => (orderText(a) < orderText(b) ? -1 : 1))
  for (const signal of inOrder) {
    const group = groups.find((known) => known.every((other) => isSameAct(other, signal)))
    if (group === undefined) groups.push([signal])
    else group.push(signal)
  }
  return groups.map(toAct)
}

function orderText({ effectiveAt, id }: DatedSignal): string {
  return `${effectiveAt} ${id}`
}

function isSameAct(a: DatedSignal, b: DatedSignal): boolean {
  const accounts = [a.actor.account, b.actor.account].flatMap((account) => account?.toLowerCase() ?? [])
  const agree = new Set(accounts).size <= 1
  return a.signal === b.signal && agree && Math.abs(gapMs(a.effectiveAt, b.effectiveAt)) <= SAME_ACT_MS
}

function toAct(group: readonly DatedSignal[]): Act {
  const [first, ...others] = group
  if (first === undefined) throw new RangeError('a group of signals is never empty')
  const best = others.reduce((known, other) => (actorWeight(other) > actorWeight(known) ? other : known), first)
  return { signal: { ...best, effectiveAt: first.effectiveAt }, facts: group.map(({ id }) => id) }
}

function actorWeight({ actor }: DatedSignal): number {
  return (actor.account === undefined ? 0 : 2) + (actor.from === undefined ? 0 : 1)
}
