/**
 * Copies that cross devices: the source side and the far end are one set-up. Joined by RSPAN VLAN inside one layer-2 domain of
 * the inventory, or by ERSPAN destination, session id and origin; never by a VLAN or a collector alone.
 */
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { Subject } from '../../inventory/subject.ts'
import type { Setup, SetupKey } from '../setup.ts'
import { byText, setupId } from '../setup-id.ts'

/** A set-up with the subject it belongs to. */
export interface OwnedSetup {
  readonly subject: Subject
  readonly setup: Setup
}

/** Fills `joined` on both sides of every copy whose other side is known. */
export function joinSetups(owned: readonly OwnedSetup[]): readonly OwnedSetup[] {
  const groups = new Map<string, OwnedSetup[]>()
  for (const one of owned) {
    const key = joinKey(one)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const joins = new Map<string, readonly SetupKey[]>()
  for (const group of groups.values()) linkSides(group, joins)
  return owned.map(({ subject, setup }) => ({ subject, setup: { ...setup, joined: joins.get(setup.id) ?? [] } }))
}

/** A source that is gone no longer feeds an end that is still there: that end is told by itself. */
function linkSides(group: readonly OwnedSetup[], joins: Map<string, readonly SetupKey[]>): void {
  const sources = group.filter(({ setup }) => roleOf(setup) === 'source')
  const others = group.filter(({ setup }) => roleOf(setup) !== 'source')
  const feeds = (source: Setup, other: Setup): boolean => source.status !== 'ended' || other.status === 'ended'
  for (const { setup } of sources) joins.set(setup.id, keysOf(others.filter((other) => feeds(setup, other.setup))))
  for (const { setup } of others) joins.set(setup.id, keysOf(sources.filter((source) => feeds(source.setup, setup))))
}

function keysOf(members: readonly OwnedSetup[]): readonly SetupKey[] {
  return members.map(({ setup }) => setup.key).sort((a, b) => byText(setupId(a), setupId(b)))
}

function sessionOf(setup: Setup): MirrorSession | undefined {
  return setup.key.setupClass === 'mirror' ? setup.episodes.at(-1)?.states.at(-1)?.session : undefined
}

function roleOf(setup: Setup): 'source' | 'destination' | 'transit' {
  return sessionOf(setup)?.role ?? 'source'
}

function joinKey({ subject, setup }: OwnedSetup): string | undefined {
  const session = sessionOf(setup)
  if (session === undefined) return undefined
  if (session.kind === 'remote-vlan') return rspanKey(session, subject)
  if (session.kind === 'encapsulated') return erspanKey(session, subject)
  return undefined
}

/** Without an inventory that names the layer-2 domain (or site), equal VLAN numbers mean nothing. */
function rspanKey(session: MirrorSession, { realm, device }: Subject): string | undefined {
  const domain = device?.layer2Domain ?? device?.site
  const ends = session.role === 'destination' ? session.sources : session.destinations
  const vlan = ends.find((end) => end.vlan !== undefined)?.vlan ?? transitVlan(session)
  return domain === undefined || vlan === undefined ? undefined : ['rspan', realm, domain, String(vlan)].join('\u0000')
}

function transitVlan(session: MirrorSession): number | undefined {
  return session.role === 'transit' ? Number(session.name) : undefined
}

/** The far end names no origin, so address and session id must both be given; the id alone is never enough. */
function erspanKey(session: MirrorSession, { realm }: Subject): string | undefined {
  const address =
    session.role === 'destination'
      ? session.details?.terminatesAt
      : session.destinations.find((end) => end.ip !== undefined)?.ip
  const id = session.details?.erspanId
  return address === undefined || id === undefined ? undefined : ['erspan', realm, address, String(id)].join('\u0000')
}
