/** One session against one approval, dimension by dimension, agreement included. */
import type { MirrorDestination } from '../../facts/mirror-session.ts'
import { interfaceKey } from '../../kit/interface-name.ts'
import { sayBound } from '../../kit/say-instant.ts'
import type { ApprovalDifference } from '../approval-match.ts'
import type { Inventory } from '../inventory.ts'
import type { ApprovalRequest } from '../match-approvals.ts'
import { collectorsOf } from '../matching/collectors.ts'
import { compareDestinations, showApproved, showDestination } from '../matching/compare-destinations.ts'
import { carriersOf, compareCarrier, compareFilter, compareName } from '../matching/compare-session.ts'
import { compareDirection, compareSources, showSource } from '../matching/compare-sources.ts'
import { compareTime, validityOf } from '../matching/compare-time.ts'
import { scopeCovers } from '../matching/scope.ts'
import type { Approval } from '../schema.ts'
import { sayScope } from './say-scope.ts'

/** What is compared, in the order in which people ask: whose, which, what, which way, to where, how, by where, when. */
export const DIMENSIONS = [
  'device',
  'session',
  'sources',
  'direction',
  'destination',
  'encapsulation',
  'filter',
  'egress',
  'time',
] as const
/** One of {@link DIMENSIONS}. */
export type Dimension = (typeof DIMENSIONS)[number]

/**
 * One dimension. `open`: the approval allows anything there; `not-known`: no evidence says what was found.
 *
 * `{ dimension: 'destination', state: 'differs', approved: 'ids-1', found: '203.0.113.66' }`
 */
export interface DimensionMatch {
  readonly dimension: Dimension
  readonly state: 'matches' | 'differs' | 'open' | 'not-known'
  readonly approved: string
  readonly found: string
}

/** A session as it is asked about, and the interfaces by which flow records show its copy leaving; none where no record does. */
export interface DimensionRequest extends ApprovalRequest {
  readonly egressSeen: readonly string[]
}

/** All dimensions, each once, in their order. How many sessions an approval carries is no matter of one session. */
export function compareDimensions(
  approval: Approval,
  request: DimensionRequest,
  inventory: Inventory,
): readonly DimensionMatch[] {
  const { session, address, subject } = request
  const { destinations } = session
  const found = (texts: readonly string[]): string => [...new Set(texts)].join(', ') || 'none'
  const collectors = collectorsOf(session, subject, inventory)
  return [
    toDevice(approval, request),
    toMatch('session', approval.session, { found: session.name, differences: compareName(approval, session, address) }),
    toMatch('sources', approval.sources?.join(', '), {
      found: found(session.sources.map(showSource)),
      differences: compareSources(approval, session),
    }),
    toMatch('direction', approval.direction, {
      found: found(session.sources.map(({ direction }) => direction)),
      differences: compareDirection(approval, session),
    }),
    toMatch('destination', approval.destinations?.map(showApproved).join(', ') ?? approval.destinationKind, {
      found: found(destinations.map((end, index) => collectors[index]?.[0] ?? showDestination(end))),
      differences: compareDestinations(approval, session, collectors),
    }),
    toMatch('encapsulation', approval.carrier, {
      found: found(carriersOf(session)),
      differences: compareCarrier(approval, session),
    }),
    toMatch('filter', approval.filter, {
      found: session.filter ?? session.details?.filterId ?? 'none',
      differences: compareFilter(approval, session),
    }),
    toEgress(approval, request),
    toTime(approval, request),
  ]
}

interface Compared {
  readonly found: string
  readonly differences: readonly ApprovalDifference[]
}

function toMatch(dimension: Dimension, approved: string | undefined, { found, differences }: Compared): DimensionMatch {
  if (approved === undefined) return { dimension, state: 'open', approved: 'any', found }
  return { dimension, state: differences.length === 0 ? 'matches' : 'differs', approved: approved || 'none', found }
}

function toDevice({ scope }: Approval, { subject, address, vpc }: ApprovalRequest): DimensionMatch {
  const isCovered = scopeCovers(scope, subject, { region: address.scope, vpc })
  return {
    dimension: 'device',
    state: isCovered ? 'matches' : 'differs',
    approved: sayScope(scope),
    found: subject.id,
  }
}

/** A copy to a local port leaves by that port; any other by the interfaces that flow records show. */
function toEgress({ egress }: Approval, { session, egressSeen }: DimensionRequest): DimensionMatch {
  const ports = session.destinations.flatMap(({ interface: port }: MirrorDestination) => port ?? [])
  const found = [...new Set([...ports, ...egressSeen])]
  const said = {
    dimension: 'egress',
    approved: egress?.join(', ') ?? 'any',
    found: found.join(', ') || 'not known',
  } as const
  if (egress === undefined) return { ...said, state: 'open' }
  if (found.length === 0) return { ...said, state: 'not-known' }
  const allowed = new Set(egress.map(interfaceKey))
  return { ...said, state: found.every((port) => allowed.has(interfaceKey(port))) ? 'matches' : 'differs' }
}

function toTime(approval: Approval, { at, since }: ApprovalRequest): DimensionMatch {
  const { validFrom, validUntil, maxDuration } = approval
  const bounds = [
    ...(validFrom === undefined ? [] : [`from ${sayBound(validFrom)}`]),
    ...(validUntil === undefined ? [] : [`until ${sayBound(validUntil)}`]),
    ...(maxDuration === undefined ? [] : [`for ${maxDuration}`]),
  ]
  const found = since === undefined ? sayBound(at) : `${sayBound(since)} to ${sayBound(at)}`
  const differences = compareTime(validityOf(approval, since), at)
  return toMatch('time', bounds.length === 0 ? undefined : bounds.join(', '), { found, differences })
}
