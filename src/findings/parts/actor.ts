/** Who acted: whose copy it is as it stands, who else had a hand in it, and where records of one act disagree. */
import type { SignalFact } from '../../facts/fact.ts'
import type { Actor } from '../../facts/schema-parts.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { DAY_MS } from '../../kit/durations.ts'
import { gapMs, type Instant } from '../../kit/instant.ts'
import type { Change } from '../../timeline/episode.ts'
import { byText } from '../../timeline/setup-id.ts'
import type { AssessedSetup } from '../assessed-setup.ts'
import type { Finding } from '../finding.ts'
import type { FindingChange } from '../finding-acts.ts'

/** The acts that made a set-up what it is, or the refused ones where nothing came of them. */
export function actsOf({ setup, present }: AssessedSetup): readonly Change[] {
  return setup.key.setupClass === 'attempt' ? setup.attempts : present.changes
}

/** Every act on a set-up in its last life. */
function allActsOf({ setup, episode }: AssessedSetup): readonly Change[] {
  return setup.key.setupClass === 'attempt' ? setup.attempts : episode.changes
}

/**
 * Accounts and addresses of those who made the copy what it is, in the order they first appear, each once; `acts` holds every
 * distinct actor of its last life as recorded. Where an act names no address, its login does.
 */
export function collectActors(setups: readonly AssessedSetup[], signals: readonly SignalFact[]): Finding['actor'] {
  const responsible = setups.flatMap(actsOf)
  const changes = setups.flatMap(allActsOf)
  const acting = changes.map(({ actor }) => actor).filter(saysSomething)
  const accounts = unique(responsible.flatMap(({ actor }) => actor.account ?? []))
  const privilegeSince = [
    ...responsible.flatMap(({ actor }) => actor.privilegeSince ?? []),
    ...responsible.flatMap((change) => enabledAt(change, signals)),
  ].sort(byText)[0]
  const saying = responsible.filter(({ actor }) => saysSomething(actor))
  return {
    accounts,
    from: unique(responsible.flatMap(({ actor, login }) => actor.from ?? login?.from ?? [])),
    acts: [...new Map(acting.map((actor) => [canonicalJson(actor), actor])).values()],
    conflicts: unique(changes.flatMap(({ actorConflicts }) => actorConflicts)).toSorted(byText),
    roles: unique(responsible.flatMap(({ actor }) => actor.role ?? [])),
    ...(privilegeSince === undefined ? {} : { privilegeSince }),
    legs: unique(saying.flatMap(({ legs, login }) => [...legs, ...(login === undefined ? [] : [login.leg])])).toSorted(
      byText,
    ),
  }
}

/** When the account last became privileged before it acted, within the day. */
function enabledAt({ at, actor }: Change, signals: readonly SignalFact[]): readonly Instant[] {
  if (at === undefined || actor.account === undefined) return []
  const own = signals.flatMap(({ signal, time, actor: who }) =>
    signal === 'privilege-gained' && isSameAccount(who, actor) && time.at !== undefined ? [time.at] : [],
  )
  return own
    .filter((since) => since <= at && gapMs(since, at) < DAY_MS)
    .sort(byText)
    .slice(-1)
}

function isSameAccount(a: Actor, b: Actor): boolean {
  return a.account?.toLowerCase() === b.account?.toLowerCase()
}

/**
 * Every act of the last life in time order, as all its records together tell it. A difference that no command explains may have
 * come with a file or by SNMP: what says so is told among them.
 */
export function tellChanges(setups: readonly AssessedSetup[]): readonly FindingChange[] {
  const typed = setups.flatMap(allActsOf).map(tellChange)
  return [...typed, ...setups.flatMap(copiedIn)].sort(
    (a, b) => byText(a.at ?? '', b.at ?? '') || byText(a.operation, b.operation),
  )
}

function tellChange({ at, operation, via, outcome, error, actor, legs, comment, login }: Change): FindingChange {
  return {
    ...(at === undefined ? {} : { at }),
    operation,
    via,
    outcome,
    ...(error === undefined ? {} : { error }),
    actor,
    legs,
    ...(comment === undefined ? {} : { comment }),
    ...(login === undefined ? {} : { login: { from: login.from, at: login.at, leg: login.leg } }),
  }
}

/** Files merged in, and configuration by SNMP, inside the gap in which a session changed without a command. */
function copiedIn({ episode, timeline }: AssessedSetup): readonly FindingChange[] {
  const gaps = episode.states.flatMap(({ unlogged }) => unlogged ?? [])
  return timeline.signals.flatMap(({ signal, outcome, actor, detail, leg, effectiveAt, time }): FindingChange[] => {
    const at = effectiveAt ?? time.at
    const via = viaOf(signal, detail)
    const fits = at !== undefined && gaps.some(({ since, until }) => at >= since && at <= until)
    return fits && via !== undefined ? [{ at, operation: detail, via, outcome, actor, legs: [leg] }] : []
  })
}

function viaOf(signal: SignalFact['signal'], detail: string): 'copy' | 'snmp' | undefined {
  if (signal === 'configuration-copied-in') return 'copy'
  return signal === 'configuration-edited' && /\bsnmp\b/i.test(detail) ? 'snmp' : undefined
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)]
}

function saysSomething(actor: Actor): boolean {
  return Object.values(actor).some((member) => member !== undefined)
}
