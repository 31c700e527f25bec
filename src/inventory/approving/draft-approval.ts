/** One observed session and the terms of a person → an approval that allows exactly this set-up, or a pattern around it. */
import type { MirrorSession, SessionAddress } from '../../facts/mirror-session.ts'
import type { JsonValue } from '../../kit/canonical-json.ts'
import { exactDestinations, exactDimensions, exactScope, realmOf } from '../baseline/exact-dimensions.ts'
import type { Approval } from '../schema.ts'
import type { Subject } from '../subject.ts'

/** What an operator may widen: the scope by selectors, the session and its ends. */
export const PATTERN_KEYS = [
  'device',
  'account',
  'region',
  'role',
  'site',
  'tag',
  'vpc',
  'session',
  'sources',
  'direction',
  'collector',
] as const
/** One of {@link PATTERN_KEYS}. */
export type PatternKey = (typeof PATTERN_KEYS)[number]

/** What the person decides: everything that no session can say of itself. Times as instants. */
export type ApprovalTerms = Pick<
  Approval,
  'id' | 'purpose' | 'owner' | 'ticket' | 'approvers' | 'validFrom' | 'validUntil' | 'addedAt' | 'addedBy' | 'forced'
>

/** The session to approve. */
export interface ApprovedSetup {
  readonly subject: Subject
  readonly session: MirrorSession
  readonly address: SessionAddress
}

/** Members that make the scope; naming one gives up the one device or account that the session is on. */
const SCOPE_KEYS: ReadonlySet<PatternKey> = new Set(['device', 'account', 'region', 'role', 'site', 'tag', 'vpc'])

/**
 * An entry for the list `approvals`. Without a pattern: this subject, this session, these ends, one at a time. A pattern replaces
 * what it names, `*` alone leaves a dimension open, and a wider scope sets no number.
 */
export function draftApproval(
  setup: ApprovedSetup,
  terms: ApprovalTerms,
  pattern: ReadonlyMap<PatternKey, string>,
): Readonly<Record<string, JsonValue | undefined>> {
  const { subject, session, address } = setup
  const { sources, direction, carrier, filter } = exactDimensions(session)
  const isWide = [...pattern.keys()].some((key) => SCOPE_KEYS.has(key))
  const { id, purpose, owner, ticket, approvers, validFrom, validUntil, addedAt, addedBy, forced } = terms
  return {
    id,
    scope: isWide ? { ...realmOf(subject), ...scopeOf(pattern) } : { ...exactScope(subject, address) },
    session: widen(pattern.get('session'), session.name),
    sources: widen(pattern.get('sources')?.split(',').map(trim), sources),
    direction: widen(pattern.get('direction'), direction),
    destinations: destinationsOf(session, pattern),
    carrier,
    filter,
    purpose,
    owner,
    ticket,
    approvers,
    validFrom,
    validUntil,
    maxCount: isWide || pattern.has('session') ? undefined : 1,
    addedAt,
    addedBy,
    forced,
  }
}

function scopeOf(pattern: ReadonlyMap<PatternKey, string>): Readonly<Record<string, string>> {
  return Object.fromEntries([...pattern].filter(([key]) => SCOPE_KEYS.has(key)))
}

/** What the pattern says, nothing where it says `*`, else what the session has. */
function widen<T extends string | readonly string[]>(said: T | undefined, own: T | undefined): T | undefined {
  if (said === undefined) return own
  return said.length === 1 && said[0] === '*' ? undefined : said
}

function destinationsOf(session: MirrorSession, pattern: ReadonlyMap<PatternKey, string>): readonly JsonValue[] {
  const collector = pattern.get('collector')
  return collector === undefined ? exactDestinations(session).map((end) => ({ ...end })) : [{ collector }]
}

function trim(text: string): string {
  return text.trim()
}
