/** Which channels of a subject were alive, when, and whether they carried commands: what every clean result rests on. */
import type { Fact, SnapshotFact } from '../facts/fact.ts'
import { Leg } from '../facts/schema-parts.ts'
import { HOUR_MS } from '../kit/durations.ts'
import { gapMs, type Instant, shiftInstant } from '../kit/instant.ts'
import { byText } from './setup-id.ts'
import type { LegCoverage } from './subject-timeline.ts'

/**
 * The longest silence across which a channel still counts as alive. Half a day: a quiet access switch says something at least
 * as often (logins of the backup system, interface changes), and a daily backup gap then needs at least one message inside.
 */
const MAX_SILENCE_MS = 12 * HOUR_MS

/** When each leg of one subject was heard. */
export interface Hearing {
  /** Instants heard, sorted, by leg; from facts that cannot be forged on the way. */
  readonly times: ReadonlyMap<Leg, readonly Instant[]>
  /** Legs that carried at least one command or API call, or that the device's configuration says carry them. */
  readonly commandLegs: ReadonlySet<Leg>
  /** Legs that a configuration declares: a log host, command accounting. */
  readonly declared: ReadonlySet<Leg>
  readonly hasConfiguration: boolean
}

/** Collects from all facts of a subject when its channels were heard. A spoofable fact proves nothing alive. */
export function hear(facts: readonly Fact[]): Hearing {
  const times = new Map<Leg, Set<Instant>>()
  const commandLegs = new Set<Leg>()
  const declared = new Set<Leg>()
  for (const fact of facts) {
    if (fact.kind === 'snapshot') declare(fact, declared, commandLegs)
    // A stream is filed under its sender, whoever saw it: that an exporter lives is said by itself.
    if (fact.trust === 'spoofable' || fact.kind === 'traffic') continue
    const at = fact.kind === 'seen' ? fact.hour : fact.time.at
    if (at !== undefined) addTime(times, fact.leg, at)
    if (carriesCommands(fact)) commandLegs.add(fact.leg)
  }
  const sorted = new Map([...times].map(([leg, set]) => [leg, [...set].sort(byText)] as const))
  return { times: sorted, commandLegs, declared, hasConfiguration: facts.some((fact) => fact.kind === 'snapshot') }
}

function addTime(times: Map<Leg, Set<Instant>>, leg: Leg, at: Instant): void {
  const known = times.get(leg)
  if (known === undefined) times.set(leg, new Set([at]))
  else known.add(at)
}

function carriesCommands(fact: Fact): boolean {
  if (fact.kind === 'seen') return fact.commands
  return fact.kind === 'fragment' || fact.kind === 'change'
}

function declare({ declares }: SnapshotFact, declared: Set<Leg>, commandLegs: Set<Leg>): void {
  if (declares?.log === true) declared.add('log')
  if (declares?.log === true && declares.commandLog) commandLegs.add('log')
  if (declares?.accounting === true) declared.add('aaa')
  if (declares?.accounting === true) commandLegs.add('aaa')
}

/** The legs that carry commands and were never silent for long between two instants. */
export function legsAliveAcross(hearing: Hearing, since: Instant, until: Instant): readonly Leg[] {
  return [...hearing.commandLegs]
    .filter((leg) => leg !== 'config' && isAliveAcross(hearing.times.get(leg) ?? [], since, until))
    .sort(byText)
}

function isAliveAcross(times: readonly Instant[], since: Instant, until: Instant): boolean {
  const from = shiftInstant(since, -MAX_SILENCE_MS)
  const to = shiftInstant(until, MAX_SILENCE_MS)
  const near = times.filter((at) => at >= from && at <= to)
  const inside = near.filter((at) => at > since && at < until)
  const before = near.filter((at) => at <= since).at(-1)
  const after = near.find((at) => at >= until)
  // Heard before and after, or at the very edges; inside, no silence longer than the bound.
  if (before === undefined && inside.length === 0) return false
  if (after === undefined && inside.length === 0) return false
  const marks = [before ?? since, ...inside, after ?? until]
  return marks.every((at, index) => index === 0 || gapMs(marks[index - 1] ?? at, at) <= MAX_SILENCE_MS)
}

/** How every leg of one subject stands, for the coverage table. */
export function toLegCoverage(hearing: Hearing, basis: 'exact' | 'sampled'): readonly LegCoverage[] {
  return Leg.options.map((leg) => {
    const times = hearing.times.get(leg) ?? []
    const [first] = times
    const last = times.at(-1)
    const commands = hearing.commandLegs.has(leg) && times.length > 0
    const state = legState(leg, times.length > 0, hearing)
    return {
      leg,
      state,
      ...(first === undefined ? {} : { first }),
      ...(last === undefined ? {} : { last }),
      commands,
      basis,
    }
  })
}

function legState(leg: Leg, wasHeard: boolean, hearing: Hearing): LegCoverage['state'] {
  if (wasHeard || (leg === 'config' && hearing.hasConfiguration)) return 'heard'
  if (hearing.declared.has(leg)) return 'silent'
  return hearing.hasConfiguration ? 'not-declared' : 'never-heard'
}
