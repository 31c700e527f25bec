/**
 * Puts typed commands together: fragments of one subject, channel, account and line become changes and signals by the grammar
 * of the subject's platform. Pure and order-free: the order comes from times, counters and the grammar, never from arrival.
 */
import type { CommandGrammar, Interpretation } from '../../dialects/contract.ts'
import type { FragmentFact, SignalFact } from '../../facts/fact.ts'
import { byText } from '../setup-id.ts'
import { effectiveTime } from '../skew.ts'
import type { Skew } from '../subject-timeline.ts'
import { assignTerminals } from './assign-terminals.ts'
import { type ChosenReading, chooseReading, type Reading } from './choose-reading.ts'
import type { DraftChange } from './draft-change.ts'

/** Grammars by platform id, injected by the program. */
export type Grammars = ReadonlyMap<string, CommandGrammar>

/** What the fragments of one subject gave. */
export interface AssembledCommands {
  readonly changes: readonly DraftChange[]
  readonly signals: readonly SignalFact[]
  readonly unjoined: readonly string[]
  readonly ambiguous: readonly string[]
}

/** What the reading of commands depends on beside the commands. */
export interface AssemblyOptions {
  readonly platform: string
  readonly grammars: Grammars
  readonly skews: readonly Skew[]
}

/**
 * Assembles all fragments of one subject. `platform` is what the inventory or a snapshot says the subject is; where nobody
 * says, every grammar is tried. Where several explain as much, the platform stays unknown; where they disagree, the commands are
 * counted as ambiguous, and what they come to is for a person to look at.
 */
export function assembleCommands(fragments: readonly FragmentFact[], options: AssemblyOptions): AssembledCommands {
  const parts: AssembledCommands[] = []
  for (const run of runsOf(assignTerminals(fragments, options.skews), options)) {
    parts.push(assembleRun(run.filter(isAccepted), options))
    for (const refused of run) if (!isAccepted(refused)) parts.push(assembleRun([refused], options))
  }
  return {
    changes: parts.flatMap((part) => part.changes),
    signals: parts.flatMap((part) => part.signals),
    unjoined: parts.flatMap((part) => part.unjoined).sort(byText),
    ambiguous: parts.flatMap((part) => part.ambiguous).sort(byText),
  }
}

function isAccepted(fragment: FragmentFact): boolean {
  return fragment.outcome === 'accepted'
}

/** Commands of one channel, account and line belong to one terminal; where a platform has one candidate for all, to that. */
function runsOf(
  fragments: readonly FragmentFact[],
  { platform, grammars }: Pick<AssemblyOptions, 'platform' | 'grammars'>,
): readonly FragmentFact[][] {
  const runs = new Map<string, FragmentFact[]>()
  for (const fragment of fragments) {
    const { account = '', line = '' } = fragment.actor
    const isShared = grammars.get(fragment.platform ?? platform)?.sharedCandidate === true
    const terminal = isShared ? [] : [account.toLowerCase(), line]
    const key = [fragment.recordedBy, fragment.platform ?? '', ...terminal].join('\u0000')
    const run = runs.get(key)
    if (run === undefined) runs.set(key, [fragment])
    else run.push(fragment)
  }
  return [...runs].sort(([a], [b]) => byText(a, b)).map(([, run]) => run)
}

function assembleRun(run: readonly FragmentFact[], options: AssemblyOptions): AssembledCommands {
  const empty = { changes: [], signals: [], unjoined: [], ambiguous: [] }
  if (run.length === 0) return empty
  const reading = chooseReading(readRun(run, options))
  if (reading === undefined) return { ...empty, unjoined: run.map((fragment) => fragment.id) }
  const shown = fromReading(run, reading, options.skews)
  return reading.readAs === undefined ? shown : { ...shown, ambiguous: run.map((fragment) => fragment.id) }
}

function readRun(run: readonly FragmentFact[], { platform, grammars, skews }: AssemblyOptions): readonly Reading[] {
  const said = run[0]?.platform ?? platform
  const known = grammars.get(said)
  const candidates = known === undefined ? [...grammars] : [[said, known] as const]
  return candidates.map(([id, grammar]) => ({ platform: id, interpretation: interpretInOrder(run, grammar, skews) }))
}

function interpretInOrder(
  run: readonly FragmentFact[],
  grammar: CommandGrammar,
  skews: readonly Skew[],
): Interpretation {
  const ordered = run
    .map((fragment) => ({
      fragment,
      at: effectiveTime(fragment.time, fragment.leg, skews).at ?? '',
      rank: grammar.rank(fragment.command),
    }))
    .sort(
      (a, b) =>
        byText(a.at, b.at) ||
        (a.fragment.sequence ?? 0) - (b.fragment.sequence ?? 0) ||
        a.rank - b.rank ||
        byText(a.fragment.id, b.fragment.id),
    )
  return grammar.interpret(
    ordered.map(({ fragment, at }) => ({
      factId: fragment.id,
      text: fragment.command,
      ...(at === '' ? {} : { at }),
      ...(fragment.actor.account === undefined ? {} : { by: fragment.actor.account }),
    })),
  )
}

function fromReading(
  run: readonly FragmentFact[],
  { platform, interpretation, readAs }: ChosenReading,
  skews: readonly Skew[],
): AssembledCommands {
  const byId = new Map(run.map((fragment) => [fragment.id, fragment]))
  const changes = interpretation.changes.flatMap((meant, order): DraftChange[] => {
    const fragment = byId.get(meant.factId)
    if (fragment === undefined) return []
    const typed = (meant.with ?? []).flatMap((id) => byId.get(id) ?? [])
    return [toDraft(fragment, { ...meant, platform, order, typed, readAs }, skews)]
  })
  const signals = interpretation.signals.flatMap((meant): SignalFact[] => {
    const fragment = byId.get(meant.factId)
    return fragment === undefined ? [] : [toSignal(fragment, platform, meant)]
  })
  return { changes, signals, unjoined: interpretation.unjoined, ambiguous: [] }
}

/** What one command means, with the fragments whose effect came with it. */
type Meant = Interpretation['changes'][number] & {
  readonly platform: string
  readonly order: number
  readonly typed: readonly FragmentFact[]
  readonly readAs?: readonly string[] | undefined
}

function toDraft(fragment: FragmentFact, meant: Meant, skews: readonly Skew[]): DraftChange {
  const recorded = effectiveTime(fragment.time, fragment.leg, skews)
  const { clockErrorMs } = recorded
  const at = meant.at ?? recorded.at
  // Who typed it is who did it: the commit that made it real may be another's.
  const [author = fragment] = meant.typed
  const comment = fragment.comment ?? author.comment
  return {
    address: meant.address,
    of: 'session',
    platform: meant.platform,
    name: meant.name,
    edits: meant.edits,
    canonical: meant.canonical,
    recordedBy: fragment.recordedBy,
    order: meant.order,
    uses: [],
    change: {
      facts: [...new Set([fragment.id, ...meant.typed.map(({ id }) => id)])].sort(byText),
      legs: [fragment.leg],
      trust: fragment.trust,
      at,
      clockErrorMs,
      operation: meant.canonical,
      via: 'cli',
      actor: author.actor,
      actorConflicts: [],
      outcome: meant.uncommitted === true ? 'failed' : fragment.outcome,
      ...(meant.uncommitted === true ? { error: 'never committed' } : {}),
      ...(comment === undefined ? {} : { comment }),
      ...(meant.readAs === undefined ? {} : { readAs: meant.readAs }),
    },
  }
}

/** A signal read out of a command stands for the fragment: same id, same evidence. */
function toSignal(fragment: FragmentFact, platform: string, meant: Interpretation['signals'][number]): SignalFact {
  const { id, ref, time, leg, trust, dialect, dialectVersion, places, excerpt, actor, outcome } = fragment
  const { signal, detail } = meant
  return {
    kind: 'signal',
    id,
    ref,
    time,
    leg,
    trust,
    dialect,
    dialectVersion,
    places,
    excerpt,
    platform,
    signal,
    actor,
    outcome,
    detail,
  }
}
