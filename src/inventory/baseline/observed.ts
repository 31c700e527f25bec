/** What a baseline is made from: sessions as they were observed, with what the inventory already says of them. */
import type { MirrorSession, SessionAddress } from '../../facts/mirror-session.ts'
import type { Instant } from '../../kit/instant.ts'
import type { ApprovalMatch } from '../approval-match.ts'
import {
  type Classified,
  classifyDestination,
  classifySource,
  type DestinationClass,
  type SourceClass,
} from '../classify-ends.ts'
import type { Inventory } from '../inventory.ts'
import { matchApproval } from '../match-approvals.ts'
import { showDestination } from '../matching/compare-destinations.ts'
import { showSource } from '../matching/compare-sources.ts'
import type { Subject } from '../subject.ts'

/** One session of one subject, and when it was seen, as far as evidence says. */
export interface ObservedSetup {
  readonly subject: Subject
  readonly platform: string
  readonly session: MirrorSession
  readonly address: SessionAddress
  readonly firstSeen?: Instant | undefined
  readonly lastSeen?: Instant | undefined
}

/** The same, judged. */
export interface GradedSetup extends ObservedSetup {
  readonly match: ApprovalMatch
  readonly destination: Classified<DestinationClass>
  readonly source: Classified<SourceClass>
}

/** Grades a session by the approvals of the moment it was last seen. */
export function gradeObserved(observed: ObservedSetup, inventory: Inventory): GradedSetup {
  const { subject, session, address, firstSeen, lastSeen = firstSeen } = observed
  const match = matchApproval({ subject, session, address, at: lastSeen ?? '', since: firstSeen }, inventory)
  return {
    ...observed,
    match,
    destination: classifyDestination({ session, subject, match }, inventory),
    source: classifySource(session, subject),
  }
}

/** Whether an entry for it is there already, reviewed or not. Without a time nobody can say that an approval has ended. */
export function isInInventory({ match, firstSeen, lastSeen }: GradedSetup): boolean {
  const undated = firstSeen === undefined && lastSeen === undefined
  return match.approvedBy !== undefined || match.unreviewed !== undefined || (undated && match.outOfTime !== undefined)
}

/** One line: `edge-rtr-07 (cisco-ios), session 4: GigabitEthernet1/0/5 (tx) to 198.51.100.9, seen 2026-11-01T… to 2026-11-14T…`. */
export function describeObserved({ subject, platform, session, firstSeen, lastSeen }: ObservedSetup): string {
  const sources = session.sources.map((source) => `${showSource(source)} (${source.direction})`).join(', ')
  const ends = session.destinations.map(showDestination).join(', ')
  const seen = [...new Set([firstSeen, lastSeen].filter((instant) => instant !== undefined))].join(' to ')
  return (
    `${subject.id}${platform === '' ? '' : ` (${platform})`}, session ${session.name}: ` +
    `${sources || 'no source'} to ${ends || 'no destination'}${seen === '' ? '' : `, seen ${seen}`}`
  )
}

/** Riskiest first: by destination, then by source, then by name, so that the order is always the same. */
export function compareRisk(a: GradedSetup, b: GradedSetup): number {
  const [left, right] = [riskOf(a), riskOf(b)]
  if (left !== right) return left > right ? -1 : 1
  const [first, second] = [a, b].map(describeObserved)
  return first === second ? 0 : (first ?? '') < (second ?? '') ? -1 : 1
}

/** `D3S1`: later in text order is worse. */
export function riskOf({ destination, source }: GradedSetup): string {
  return `${destination.class}${source.class}`
}
