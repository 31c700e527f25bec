/** Small set-ups for tests: only what a finding looks at, the rest filled in. */
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { Change, Episode, SessionState } from '../../timeline/episode.ts'
import type { Setup, SetupKey } from '../../timeline/setup.ts'
import { setupId } from '../../timeline/setup-id.ts'
import type { SubjectTimeline } from '../../timeline/subject-timeline.ts'
import { ADDRESS, at, device, session } from './subjects.ts'

/** An accepted change of one actor, recorded by one fact named after it. */
export function change(changes: Partial<Change> = {}): Change {
  return {
    facts: ['change-1'],
    legs: ['log'],
    trust: 'network-path',
    at: at('03:12'),
    clockErrorMs: 1000,
    operation: 'monitor session 4',
    via: 'cli',
    actor: { account: 'netops-3', from: '203.0.113.9' },
    actorConflicts: [],
    outcome: 'accepted',
    ...changes,
  }
}

/** An episode with one state, made by the first of its changes. */
export function episode(changes: Partial<Episode> = {}): Episode {
  const [made = change()] = changes.changes ?? []
  const states: readonly SessionState[] = [
    { from: at('03:12'), session: session(), because: { by: 'change', change: made } },
  ]
  return {
    ordinal: 1,
    from: at('03:12'),
    fromBasis: 'change',
    states,
    changes: [change()],
    unconfirmed: false,
    runningFacts: [],
    facts: ['change-1'],
    ...changes,
  }
}

/** A state as a snapshot of 04:00 shows it. */
export function snapshotState(of: MirrorSession = session()): SessionState {
  return { from: at('04:00'), session: of, because: { by: 'snapshot', fact: 'snapshot-1', lines: [] } }
}

/** A set-up of one subject; id and key belong together. */
export function setup(changes: Partial<Setup> = {}, key: Partial<SetupKey> = {}): Setup {
  const whole: SetupKey = { subject: 'edge-rtr-07', setupClass: 'mirror', address: ADDRESS, ...key }
  return {
    key: whole,
    id: setupId(whole),
    platform: 'cisco-ios',
    episodes: [episode()],
    status: 'configured',
    asOf: at('04:00'),
    legs: ['log'],
    witnesses: ['device'],
    attempts: [],
    facts: ['change-1'],
    joined: [],
    usedBy: [],
    ...changes,
  }
}

/** A timeline of a subject that was heard on log and configuration for a day. */
export function timeline(changes: Partial<SubjectTimeline> = {}): SubjectTimeline {
  const day = { first: at('00:00'), last: at('23:00'), basis: 'exact' as const }
  return {
    subject: device(),
    platform: 'cisco-ios',
    setups: [],
    signals: [],
    coverage: [
      { leg: 'config', state: 'heard', commands: false, ...day },
      { leg: 'log', state: 'heard', commands: true, ...day },
      { leg: 'aaa', state: 'silent', commands: false, basis: 'exact' },
      { leg: 'flow', state: 'never-heard', commands: false, basis: 'exact' },
      { leg: 'audit', state: 'never-heard', commands: false, basis: 'exact' },
    ],
    skew: [],
    unjoinedFragments: [],
    ambiguousFragments: [],
    snapshotTimes: [],
    wholeSnapshotTimes: [],
    hasUndatedSnapshot: false,
    configurations: [],
    streams: [],
    ports: [],
    observers: new Map(),
    ...changes,
  }
}
