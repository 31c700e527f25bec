/** Every mirror session there is, as rows: the model behind `tapwarden sessions`. */
import type { Assessment } from '../../engine/contract.ts'
import type { Fact } from '../../facts/fact.ts'
import { mergePlaces } from '../../facts/merge-facts.ts'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { Place } from '../../facts/schema-parts.ts'
import { describeDestinations, describeSources } from '../../timeline/describe-session.ts'
import type { Episode } from '../../timeline/episode.ts'
import type { Setup, SetupStatus } from '../../timeline/setup.ts'
import { addressText } from '../../timeline/setup-id.ts'
import type { SubjectTimeline } from '../../timeline/subject-timeline.ts'

/** One session. `{ subject: 'acc-sw1', platform: 'cisco-ios', name: '1', kind: 'local', sources: […], …, evidence: [{ path, line }] }`. */
export interface SessionRow extends MirrorSession {
  readonly subject: string
  readonly platform: string
  readonly status: SetupStatus
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly finding: string
  readonly evidence: readonly Place[]
}

/** The two ends of a session in words: `Te0/0/1 (rx), Te0/0/2` and `198.51.100.9`. */
export function sessionEnds(row: SessionRow): { readonly copies: string; readonly to: string } {
  const account = row.subject.slice(row.subject.lastIndexOf(':') + 1)
  return { copies: describeSources(row), to: describeDestinations(row, { account }) }
}

/** The sessions that are there (or, with `ended`, every episode that ever was), by subject and address. */
export function listSessions(
  assessment: Assessment,
  facts: readonly Fact[],
  options: { readonly ended: boolean },
): readonly SessionRow[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  return assessment.timelines.subjects.flatMap((timeline) =>
    timeline.setups
      .filter((setup) => setup.key.setupClass === 'mirror')
      .flatMap((setup) =>
        setup.episodes
          .filter((episode) => options.ended || episode.untilBasis === undefined)
          .flatMap((episode) => toRow({ timeline, setup, episode }, byId)),
      ),
  )
}

interface LivedSetup {
  readonly timeline: SubjectTimeline
  readonly setup: Setup
  readonly episode: Episode
}

function toRow({ timeline, setup, episode }: LivedSetup, facts: ReadonlyMap<string, Fact>): readonly SessionRow[] {
  const session = episode.states.at(-1)?.session
  if (session === undefined) return []
  return [
    {
      subject: timeline.subject.id,
      platform: setup.platform,
      ...session,
      status: episode.untilBasis === undefined ? setup.status : 'ended',
      ...(episode.from === undefined ? {} : { since: episode.from }),
      ...(episode.until === undefined ? {} : { until: episode.until }),
      finding: setup.id,
      evidence: placesOf(episode, setup, facts),
    },
  ]
}

function placesOf(episode: Episode, setup: Setup, facts: ReadonlyMap<string, Fact>): readonly Place[] {
  const places = episode.facts.flatMap((id) => {
    const fact = facts.get(id)
    return fact === undefined ? [] : sessionPlaces(fact, setup)
  })
  return mergePlaces(places, [])
}

/** A snapshot proves a session with the lines that spell it, wherever that configuration was seen. */
function sessionPlaces(fact: Fact, setup: Setup): readonly Place[] {
  if (fact.kind !== 'snapshot')
    return fact.places.map(({ path, line }) => ({ path, ...(line === undefined ? {} : { line }) }))
  const observed = fact.sessions.find((session) => addressText(session.address) === addressText(setup.key.address))
  return fact.places.flatMap((place) =>
    (observed?.lines ?? []).map(({ line }) => ({ path: place.path, line: (place.line ?? 1) + line - 1 })),
  )
}
