/** Builds what a detection may look at beside the set-up: approvals, related signals, tuning. */
import type { SignalFact, SignalKind } from '../../facts/fact.ts'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { ApprovalMatch } from '../../inventory/approval-match.ts'
import { EMPTY_INVENTORY, type Inventory } from '../../inventory/inventory.ts'
import { Approval, Tuning } from '../../inventory/schema.ts'
import type { Subject } from '../../inventory/subject.ts'
import type { Instant } from '../../kit/instant.ts'
import type { Setup } from '../../timeline/setup.ts'
import type { SubjectTimeline, Ticket } from '../../timeline/subject-timeline.ts'
import type { DetectionContext } from '../contract.ts'
import { at } from './build-setup.ts'

/** A reviewed approval for edge-rtr-07, with members put in place. */
export function buildApproval(members: { readonly id?: string; readonly validUntil?: string } = {}): Approval {
  return Approval.parse({
    id: 'APR-12',
    scope: { device: 'edge-rtr-07' },
    purpose: 'netops',
    owner: 'netops-team',
    ...members,
  })
}

/** What the approvals say: covered by default, everything else as given. */
export function buildMatch(members: Partial<ApprovalMatch> = {}): ApprovalMatch {
  return { subjectCovered: true, anyApprovals: true, collectors: [], ...members }
}

/** A nearest approval APR-12 that differs in the given dimensions. */
export function nearest(
  ...differences: readonly (readonly [ApprovalDifferenceOf['dimension'], approved: string, found: string])[]
): Partial<ApprovalMatch> {
  return {
    nearest: {
      approval: buildApproval(),
      differences: differences.map(([dimension, approved, found]) => ({ dimension, approved, found })),
    },
  }
}

type ApprovalDifferenceOf = NonNullable<ApprovalMatch['nearest']>['differences'][number]

/** An accepted signal of account netops-3 at a time. */
export function buildSignal(signal: SignalKind, time: Instant, members: Partial<SignalFact> = {}): SignalFact {
  return {
    kind: 'signal',
    id: `signal-${time}`,
    ref: { realm: 'default', names: [{ by: 'hostname', value: 'edge-rtr-07' }] },
    time: { at: time, basis: 'record' },
    leg: 'log',
    trust: 'network-path',
    dialect: 'cisco-ios',
    dialectVersion: 1,
    places: [],
    excerpt: '',
    platform: 'cisco-ios',
    signal,
    actor: { account: 'netops-3' },
    outcome: 'accepted',
    detail: 'logging to host 192.0.2.50 stopped',
    ...members,
  }
}

/** The parts of a context that a test is about. */
export interface ContextParts {
  readonly approval?: ApprovalMatch
  readonly earlier?: (session: MirrorSession, at: Instant | undefined) => ApprovalMatch
  readonly subject?: Subject
  readonly signals?: readonly SignalFact[]
  readonly tuning?: Partial<Tuning>
  readonly inventory?: Partial<Inventory>
  readonly tickets?: readonly Ticket[]
  readonly configurations?: SubjectTimeline['configurations']
  readonly streams?: SubjectTimeline['streams']
  readonly wholeSnapshotTimes?: SubjectTimeline['wholeSnapshotTimes']
  readonly collectorStreams?: DetectionContext['collectorStreams']
}

/** The context of a set-up's last life at 2026-11-15 00:00Z. */
export function buildContext(setup: Setup, parts: ContextParts = {}): DetectionContext {
  const episode = setup.episodes.at(-1)
  const session = episode?.states.at(-1)?.session
  if (episode === undefined || session === undefined) throw new TypeError('the set-up under test has no state')
  const subject = parts.subject ?? { id: 'edge-rtr-07', realm: 'default', kind: 'device' }
  const { wholeSnapshotTimes = [], streams = [], collectorStreams = [] } = parts
  const timeline: SubjectTimeline = {
    subject,
    platform: setup.platform,
    setups: [setup],
    signals: parts.signals ?? [],
    coverage: [],
    skew: [],
    unjoinedFragments: [],
    ambiguousFragments: [],
    snapshotTimes: wholeSnapshotTimes,
    wholeSnapshotTimes,
    hasUndatedSnapshot: false,
    configurations: parts.configurations ?? [],
    streams,
    ports: [],
    observers: new Map(),
  }
  const approval = parts.approval ?? buildMatch()
  const inventory: Inventory = {
    ...EMPTY_INVENTORY,
    given: true,
    tuning: { ...Tuning.parse({}), ...parts.tuning },
    ...parts.inventory,
  }
  return {
    timeline,
    inventory,
    now: at(0, 0, 15),
    tickets: parts.tickets ?? [],
    collectorStreams,
    episode,
    session,
    approval,
    matchEarlier: parts.earlier ?? (() => approval),
  }
}
