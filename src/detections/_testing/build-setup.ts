/** Builds set-ups for the tests of detections: whole lives of a session from the few words that a test is about. */
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { Instant } from '../../kit/instant.ts'
import type { Change, Episode, SessionState, UnloggedDifference } from '../../timeline/episode.ts'
import type { Setup } from '../../timeline/setup.ts'

/** `at(3, 12)` → 2026-11-14 03:12Z, the day on which all tests play. */
export function at(hour: number, minute = 0, day = 14): Instant {
  return new Date(Date.UTC(2026, 10, day, hour, minute)).toISOString()
}

/** A whole, enabled ERSPAN session `4` from Te0/0/1 to 203.0.113.66, with members put in place. */
export function buildSession(members: Partial<MirrorSession> = {}): MirrorSession {
  return {
    name: '4',
    kind: 'encapsulated',
    sources: [{ interface: 'TenGigabitEthernet0/0/1', direction: 'rx' }],
    destinations: [{ ip: '203.0.113.66', encapsulation: 'erspan' }],
    enabled: true,
    ...members,
  }
}

/** An accepted command of account netops-3, with members put in place; its fact is named after its time. */
export function buildChange(members: Partial<Change> = {}): Change {
  return {
    facts: [`change-${members.at ?? 'undated'}`],
    legs: ['log'],
    trust: 'network-path',
    clockErrorMs: 0,
    operation: 'monitor session 4',
    via: 'cli',
    actor: { account: 'netops-3', from: '192.0.2.9' },
    actorConflicts: [],
    outcome: 'accepted',
    ...members,
  }
}

/** A state made by a command at a time. */
export function changed(from: Instant, session: MirrorSession, members: Partial<Change> = {}): SessionState {
  const because = { by: 'change' as const, change: buildChange({ at: from, ...members }) }
  return { from, session, because, ...(members.trust === 'spoofable' ? { spoofable: true } : {}) }
}

/** A state that a snapshot shows, and the gap in which nobody logged it. */
export function seen(
  from: Instant,
  session: MirrorSession,
  gap?: { readonly since: Instant; readonly aliveLegs: UnloggedDifference['aliveLegs'] },
): SessionState {
  const because = { by: 'snapshot' as const, fact: `snapshot-${from}`, lines: [] }
  if (gap === undefined) return { from, session, because }
  return { from, session, because, unlogged: { ...gap, until: from, earlierFact: `snapshot-${gap.since}` } }
}

/** One life from its states; with `until`, ended by a logged removal at that time. */
export function buildEpisode(
  states: readonly SessionState[],
  end: { readonly until?: Instant; readonly by?: Partial<Change> } = {},
): Episode {
  const [first] = states
  const removal = end.until === undefined ? [] : [buildChange({ at: end.until, ...end.by })]
  return {
    ordinal: 0,
    from: first?.from,
    fromBasis: first?.because.by ?? 'undated',
    ...(end.until === undefined ? {} : { until: end.until, untilBasis: 'change' as const }),
    states,
    changes: [...states.flatMap(({ because }) => (because.by === 'change' ? [because.change] : [])), ...removal],
    unconfirmed: false,
    runningFacts: [],
    facts: [],
  }
}

/** A set-up of edge-rtr-07 (or of an account, by its namespace) with the given lives, oldest first. */
export function buildSetup(
  episodes: readonly Episode[],
  members: Partial<Omit<Setup, 'key'>> & { readonly key?: Partial<Setup['key']> } = {},
): Setup {
  const { key, ...rest } = members
  return {
    key: {
      subject: 'edge-rtr-07',
      setupClass: 'mirror',
      address: { scope: '', namespace: 'monitor-session', id: '4' },
      ...key,
    },
    id: '0123456789abcdef',
    platform: 'cisco-ios',
    episodes,
    status: 'configured',
    legs: ['log'],
    witnesses: ['device'],
    attempts: [],
    facts: [],
    joined: [],
    usedBy: [],
    ...rest,
  }
}
