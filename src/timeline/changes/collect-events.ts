/** Sorts the facts of one subject into what each set-up's fold needs. */
import type { ChangeFact, Fact, FragmentFact, SignalFact, SnapshotFact } from '../../facts/fact.ts'
import type { SessionAddress } from '../../facts/mirror-session.ts'
import type { Instant } from '../../kit/instant.ts'
import type { Sighting } from '../episodes/fold.ts'
import { withRedirects } from '../links/redirects.ts'
import { addressText, byText } from '../setup-id.ts'
import { effectiveTime } from '../skew.ts'
import type { Skew } from '../subject-timeline.ts'
import { type AssembledCommands, type AssemblyOptions, assembleCommands } from './assemble-commands.ts'
import { attachLogins } from './attach-logins.ts'
import type { DraftChange } from './draft-change.ts'
import { joinActs } from './join-acts.ts'
import { mergeChanges } from './merge-changes.ts'

/** Everything about one address of one subject. */
export interface SetupEvents {
  readonly address: SessionAddress
  readonly of: 'session' | 'object'
  readonly name: string
  readonly platform: string
  readonly accepted: readonly DraftChange[]
  readonly refused: readonly DraftChange[]
  readonly sightings: readonly Sighting[]
  readonly undated: readonly { readonly fact: SnapshotFact; readonly observed: SnapshotFact['sessions'][number] }[]
}

/** Everything about one subject, sorted by set-up. */
export interface SubjectEvents {
  readonly setups: readonly SetupEvents[]
  readonly signals: readonly SignalFact[]
  readonly commands: AssembledCommands
}

/** Collects the events of one subject, set-ups in address order. */
export function collectEvents(
  facts: readonly Fact[],
  options: AssemblyOptions & { readonly now: Instant },
): SubjectEvents {
  const commands = assembleCommands(facts.filter(isFragment), options)
  const recorded = joinActs(facts.filter(isChange).map((fact) => fromFact(fact, options.skews)))
  const signals = [...facts.filter(isSignal), ...commands.signals]
  // A commit that reverts by itself may do so after the moment asked about.
  const typed = commands.changes.filter(({ change }) => change.at === undefined || change.at <= options.now)
  const changes = attachLogins(mergeChanges([...typed, ...recorded]), signals, options.skews)
  const snapshots = facts
    .filter(isSnapshot)
    .filter(({ scope }) => scope.state === 'running')
    .map(withRedirects)
  const addresses = new Map<string, SessionAddress>()
  for (const { address } of [...changes, ...snapshots.flatMap(({ sessions }) => sessions)])
    addresses.set(addressText(address), address)
  const setups = [...addresses]
    .sort(([a], [b]) => byText(a, b))
    .map(([, address]) => eventsOf(address, changes, snapshots))
  return { setups, signals, commands }
}

function eventsOf(
  address: SessionAddress,
  changes: readonly DraftChange[],
  snapshots: readonly SnapshotFact[],
): SetupEvents {
  const key = addressText(address)
  const own = changes.filter((draft) => addressText(draft.address) === key)
  const seen = snapshots.map((fact) => ({
    fact,
    observed: fact.sessions.find((session) => addressText(session.address) === key),
  }))
  const [first] = own
  const shown = seen.find(({ observed }) => observed !== undefined)
  return {
    address,
    of: first?.of ?? 'session',
    name: first?.name ?? shown?.observed?.session.name ?? address.id,
    platform: first?.platform ?? shown?.fact.platform ?? '',
    accepted: own.filter((draft) => draft.change.outcome === 'accepted'),
    refused: own.filter((draft) => draft.change.outcome !== 'accepted'),
    sightings: seen.flatMap(({ fact, observed }) => toSighting(fact, observed, address)).sort(bySightingTime),
    undated: seen
      .flatMap(({ fact, observed }) =>
        fact.time.at === undefined && observed !== undefined ? [{ fact, observed }] : [],
      )
      .sort((a, b) => byText(a.fact.id, b.fact.id)),
  }
}

/** A dated snapshot counts where it shows the set-up, or where its declared scope proves the set-up absent. */
function toSighting(
  fact: SnapshotFact,
  observed: SnapshotFact['sessions'][number] | undefined,
  address: SessionAddress,
): readonly Sighting[] {
  const { at } = fact.time
  if (at === undefined) return []
  if (observed !== undefined) return [{ at, fact, observed }]
  const { complete, namespaces, scope, everyContext } = fact.scope
  const provesAbsence =
    complete &&
    fact.trust !== 'spoofable' &&
    (scope === address.scope || everyContext === true) &&
    namespaces.includes(address.namespace)
  return provesAbsence ? [{ at, fact }] : []
}

function bySightingTime(a: Sighting, b: Sighting): number {
  return byText(a.at, b.at) || byText(a.fact.id, b.fact.id)
}

/** An API record is a change as it stands. */
function fromFact(fact: ChangeFact, skews: readonly Skew[]): DraftChange {
  const { at, clockErrorMs } = effectiveTime(fact.time, fact.leg, skews)
  const { address, platform, name, edits, operation, via, actor, outcome, error } = fact
  return {
    address,
    of: fact.of ?? 'session',
    platform,
    name,
    edits,
    canonical: `${operation} ${fact.id}`,
    recordedBy: fact.leg,
    order: 0,
    uses: fact.uses ?? [],
    act: fact.act,
    change: {
      facts: [fact.id],
      legs: [fact.leg],
      trust: fact.trust,
      at,
      clockErrorMs,
      operation,
      via,
      actor,
      actorConflicts: [],
      outcome,
      ...(error === undefined ? {} : { error }),
      ...(fact.comment === undefined ? {} : { comment: fact.comment }),
    },
  }
}

function isFragment(fact: Fact): fact is FragmentFact {
  return fact.kind === 'fragment'
}

function isChange(fact: Fact): fact is ChangeFact {
  return fact.kind === 'change'
}

function isSnapshot(fact: Fact): fact is SnapshotFact {
  return fact.kind === 'snapshot'
}

function isSignal(fact: Fact): fact is SignalFact {
  return fact.kind === 'signal'
}
