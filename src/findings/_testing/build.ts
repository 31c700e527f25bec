/** Small timelines, facts and approvals for tests: only what a finding looks at, the rest filled in. */
import type { ChangeFact, Fact, SnapshotFact } from '../../facts/fact.ts'
import type { MirrorSession, SessionAddress } from '../../facts/mirror-session.ts'
import type { Leg, Trust } from '../../facts/schema-parts.ts'
import type { ApprovalMatch } from '../../inventory/approval-match.ts'
import { EMPTY_INVENTORY } from '../../inventory/inventory.ts'
import { type Approval, Approval as ApprovalSchema, CloudAccount, Device } from '../../inventory/schema.ts'
import type { Subject } from '../../inventory/subject.ts'
import type { Change, Episode, SessionState, Setup, SetupKey, SubjectTimeline } from '../../timeline/setup.ts'
import { setupId } from '../../timeline/setup-id.ts'
import { type AssessedSetup, type Assessments, type CompositionContext, toAssessedSetup } from '../assessed-setup.ts'
import type { CompositionInput } from '../compose-findings.ts'

export const ADDRESS: SessionAddress = { scope: '', namespace: 'monitor-session', id: '4' }
export const NOW = '2026-11-15T00:00:00.000Z'
const HASH = '3f9c'.padEnd(64, '0')

/** A minute of the tests' day: `at('03:12')` → `2026-11-14T03:12:00.000Z`. */
export function at(clock: string): string {
  return `2026-11-14T${clock}:00.000Z`
}

/** The ERSPAN session of most tests, with members replaced. */
export function session(changes: Partial<MirrorSession> = {}): MirrorSession {
  return {
    name: '4',
    kind: 'encapsulated',
    sources: [{ interface: 'TenGigabitEthernet0/0/1', direction: 'rx' }],
    destinations: [{ ip: '198.51.100.200', encapsulation: 'erspan' }],
    enabled: true,
    ...changes,
  }
}

/** The router of most tests. */
export function device(name = 'edge-rtr-07'): Subject {
  return { id: name, realm: 'default', kind: 'device', device: Device.parse({ name }) }
}

/** The cloud account of most tests. */
export function account(id = '111122223333'): Subject {
  return { id: `aws:${id}`, realm: 'default', kind: 'account', account: CloudAccount.parse({ id, provider: 'aws' }) }
}

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

/** An episode with one state that a change made. */
export function episode(changes: Partial<Episode> = {}): Episode {
  const states: readonly SessionState[] = [
    { from: at('03:12'), session: session(), because: { by: 'change', change: change() } },
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
    hasUndatedSnapshot: false,
    ...changes,
  }
}

/** An approval for the test router. */
export function approval(changes: Partial<Approval> = {}): Approval {
  const given = { id: 'APR-12', scope: { device: 'edge-rtr-07' }, purpose: 'netops', owner: 'netops-team' }
  return { ...ApprovalSchema.parse(given), ...changes }
}

/** What approvals say when some cover the subject but none this session. */
export function match(changes: Partial<ApprovalMatch> = {}): ApprovalMatch {
  return { subjectCovered: true, anyApprovals: true, collectors: [undefined], ...changes }
}

function base(id: string, leg: Leg, trust: Trust) {
  return {
    id,
    ref: { realm: 'default', names: [{ by: 'hostname' as const, value: 'edge-rtr-07' }] },
    time: { at: at('03:12'), basis: 'record' as const },
    leg,
    trust,
    dialect: 'test',
    dialectVersion: 1,
    places: [{ path: 'evidence/file', line: 10 }],
    excerpt: `excerpt of ${id}`,
  }
}

/** The record of one change. */
export function changeFact(id: string, leg: Leg = 'log', trust: Trust = 'network-path'): ChangeFact {
  return {
    kind: 'change',
    ...base(id, leg, trust),
    platform: 'cisco-ios',
    address: ADDRESS,
    name: '4',
    edits: [],
    operation: 'monitor session 4',
    actor: { account: 'netops-3' },
    outcome: 'accepted',
    via: 'cli',
  }
}

/** A running configuration of 04:00 that shows the session, or no session. */
export function snapshotFact(id: string, of: MirrorSession | undefined = session()): SnapshotFact {
  const lines = [
    { line: 7, text: 'monitor session 4 type erspan-source' },
    { line: 8, text: ' source interface Te0/0/1 rx' },
  ]
  return {
    kind: 'snapshot',
    ...base(id, 'config', 'network-path'),
    time: { at: at('04:00'), basis: 'content' },
    platform: 'cisco-ios',
    scope: { state: 'running', complete: true, namespaces: ['monitor-session'], scope: '' },
    sessions: of === undefined ? [] : [{ address: ADDRESS, session: of, lines }],
  }
}

/** Facts by id, as findings look them up. */
export function factMap(...facts: readonly Fact[]): ReadonlyMap<string, Fact> {
  return new Map(facts.map((fact) => [fact.id, fact]))
}

/** What is the same for all findings of a test. */
export function context(changes: Partial<CompositionContext> = {}): CompositionContext {
  return {
    inventory: { ...EMPTY_INVENTORY, given: true, hash: HASH },
    now: NOW,
    facts: factMap(changeFact('change-1')),
    playbooks: new Map(),
    attackOf: new Map(),
    withPlaces: false,
    ...changes,
  }
}

/** One set-up of the test router as the earlier rooms would hand it over. */
export function assessed(changes: Partial<AssessedSetup> = {}): AssessedSetup {
  const one = setup()
  const made = toAssessedSetup(one, timeline(), { reasons: new Map(), approvals: new Map([[one.id, match()]]) })
  if (made === undefined) throw new Error('the test set-up has no state')
  return { ...made, ...changes }
}

/** The same from a set-up, so that episode, state and session belong to it. */
export function assess(one: Setup, changes: Partial<AssessedSetup> = {}): AssessedSetup {
  const newest = one.episodes.at(-1)
  const state = newest?.states.at(-1)
  if (newest === undefined || state === undefined) throw new Error('the test set-up has no state')
  return assessed({ setup: one, episode: newest, state, session: state.session, ...changes })
}

/** The input of a composition over whole timelines. */
export function composition(
  timelines: readonly SubjectTimeline[],
  said: Partial<Assessments> = {},
  changes: Partial<CompositionContext> = {},
): CompositionInput {
  return {
    timelines: { subjects: timelines, conflicts: [] },
    reasons: new Map(),
    approvals: new Map(),
    ...said,
    ...context(changes),
  }
}
