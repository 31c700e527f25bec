/**
 * Which terminal a logged command was typed on. A device's command log names the account only; where one account typed in two
 * terminals at once, the accounting server, which names the line, keeps their blocks apart.
 */
import type { FragmentFact } from '../../facts/fact.ts'
import { MINUTE_MS } from '../../kit/durations.ts'
import { gapMs, type Instant, shiftInstant } from '../../kit/instant.ts'
import { byText } from '../setup-id.ts'
import { effectiveTime } from '../skew.ts'
import type { Skew } from '../subject-timeline.ts'

/** How far apart two records of one command may be when both clocks were corrected. */
const SAME_ACT_MS = 2 * MINUTE_MS

/** A fragment at its corrected time. */
interface Timed {
  readonly fragment: FragmentFact
  readonly at: Instant
}

/**
 * Gives logged commands of accounts that typed in two terminals at once the line that accounting names for the same command,
 * else the line of the nearest command that has one. All others stay as they are. The order of fragments does not matter.
 */
export function assignTerminals(fragments: readonly FragmentFact[], skews: readonly Skew[]): readonly FragmentFact[] {
  const byAccount = Map.groupBy(fragments, ({ actor }) => actor.account?.toLowerCase() ?? '')
  return [...byAccount].flatMap(([account, own]) => (account === '' ? own : assignOwn(own, skews)))
}

function assignOwn(fragments: readonly FragmentFact[], skews: readonly Skew[]): readonly FragmentFact[] {
  const timed = fragments.flatMap((fragment): Timed[] => {
    const { at } = effectiveTime(fragment.time, fragment.leg, skews)
    return at === undefined ? [] : [{ fragment, at }]
  })
  const witnesses = timed.filter(({ fragment }) => fragment.actor.line !== undefined).sort(inOrder)
  if (!witnesses.some(isInterleaved)) return fragments
  const logged = timed.filter(({ fragment }) => fragment.actor.line === undefined).sort(inOrder)
  const lined = matchCommands(logged, witnesses)
  const assigned = new Map(lined.map(({ fragment }) => [fragment.id, fragment]))
  for (const one of logged) {
    if (assigned.has(one.fragment.id)) continue
    // A command that accounting left out was most likely typed where the one next to it was.
    assigned.set(one.fragment.id, onLine(one.fragment, nearest(one, lined)?.fragment.actor.line))
  }
  return fragments.map((fragment) => assigned.get(fragment.id) ?? fragment)
}

function isInterleaved({ fragment, at }: Timed, index: number, all: readonly Timed[]): boolean {
  const next = all[index + 1]
  return next !== undefined && next.fragment.actor.line !== fragment.actor.line && apartMs(at, next.at) <= SAME_ACT_MS
}

/** The logged commands for which accounting has one of its own, each with that one's line, in time order. */
function matchCommands(logged: readonly Timed[], witnesses: readonly Timed[]): readonly Timed[] {
  const taken = new Set<Timed>()
  return logged.flatMap((one) => {
    const free = (witness: Timed): boolean => !taken.has(witness) && isSameCommand(witness.fragment, one.fragment)
    const witness = nearest(one, witnesses, free)
    if (witness === undefined) return []
    taken.add(witness)
    return [{ ...one, fragment: onLine(one.fragment, witness.fragment.actor.line) }]
  })
}

/** The nearest of some fragments in time order, within the bound; of equally near ones the earlier. */
function nearest(
  to: Timed,
  inTime: readonly Timed[],
  suits: (candidate: Timed) => boolean = () => true,
): Timed | undefined {
  let best: Timed | undefined
  for (let index = firstFrom(inTime, shiftInstant(to.at, -SAME_ACT_MS)); index < inTime.length; index++) {
    const candidate = inTime[index]
    if (candidate === undefined || candidate.at > shiftInstant(to.at, SAME_ACT_MS)) break
    if (suits(candidate) && (best === undefined || apartMs(candidate.at, to.at) < apartMs(best.at, to.at)))
      best = candidate
  }
  return best
}

/** Index of the first fragment at or after an instant, by halving. */
function firstFrom(inTime: readonly Timed[], from: Instant): number {
  let [low, high] = [0, inTime.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((inTime[middle]?.at ?? '') < from) low = middle + 1
    else high = middle
  }
  return low
}

function apartMs(a: Instant, b: Instant): number {
  return Math.abs(gapMs(a, b))
}

function inOrder(a: Timed, b: Timed): number {
  return (
    byText(a.at, b.at) ||
    (a.fragment.sequence ?? 0) - (b.fragment.sequence ?? 0) ||
    byText(a.fragment.id, b.fragment.id)
  )
}

/** Word for word, each in full or cut short: devices log what was typed, servers what it stood for. */
function isSameCommand(a: FragmentFact, b: FragmentFact): boolean {
  const [left, right] = [a, b].map(({ command }) => command.toLowerCase().split(/\s+/))
  return (
    left?.length === right?.length &&
    left?.every((word, index) => word.startsWith(right?.[index] ?? word) || right?.[index]?.startsWith(word)) === true
  )
}

function onLine(fragment: FragmentFact, line: string | undefined): FragmentFact {
  return line === undefined ? fragment : { ...fragment, actor: { ...fragment.actor, line } }
}
