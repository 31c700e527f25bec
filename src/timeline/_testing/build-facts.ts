/** Small facts for tests: only what a fold looks at, the rest filled in. */

import type { ChangeFact, Fact, SeenFact, SignalFact, SnapshotFact, TicketFact } from '../../facts/fact.ts'
import { factId } from '../../facts/fact-id.ts'
import type { MirrorEdit } from '../../facts/mirror-edit.ts'
import type { MirrorSession, SessionAddress } from '../../facts/mirror-session.ts'
import type { Leg, Trust } from '../../facts/schema-parts.ts'

/** A day of the tests: `at('03:12')` → `2026-11-14T03:12:00.000Z`, `at('15 03:12')` on another day. */
export function at(text: string): string {
  const [day, clock] = text.includes(' ') ? text.split(' ') : ['14', text]
  return `2026-11-${day}T${clock}:00.000Z`
}

export const ADDRESS: SessionAddress = { scope: '', namespace: 'monitor-session', id: '4' }

/** An ERSPAN session to an address. */
export function erspan(ip: string, source = 'GigabitEthernet1/0/5'): MirrorSession {
  return {
    name: '4',
    kind: 'encapsulated',
    sources: [{ interface: source, direction: 'both' }],
    destinations: [{ ip, encapsulation: 'erspan' }],
    enabled: true,
  }
}

/** The edits that make {@link erspan} out of nothing. */
export function createErspan(ip: string): readonly MirrorEdit[] {
  const { sources, destinations } = erspan(ip)
  return [
    { do: 'define', name: '4', enabled: true },
    { do: 'replace', sources: [...sources], destinations: [...destinations] },
  ]
}

interface BaseOptions {
  readonly kind: Fact['kind']
  readonly leg: Leg
  readonly time: string | undefined
  readonly trust?: Trust | undefined
}

function base(identity: string, { kind, leg, time, trust = 'network-path' }: BaseOptions) {
  return {
    id: factId(kind, { native: identity }, 0),
    ref: { realm: 'default', names: [{ by: 'hostname' as const, value: 'edge-rtr-07' }] },
    time: time === undefined ? { basis: 'none' as const } : { at: time, basis: 'record' as const },
    leg,
    trust,
    dialect: 'test',
    dialectVersion: 1,
    places: [{ path: identity, line: 1 }],
    excerpt: identity,
  }
}

/** A complete running configuration with the given sessions of the test address. */
export function snapshot(
  time: string | undefined,
  session?: MirrorSession,
  options: { readonly complete?: boolean } = {},
): SnapshotFact {
  return {
    kind: 'snapshot',
    ...base(`snapshot ${time} ${JSON.stringify([session, options])}`, { kind: 'snapshot', leg: 'config', time }),
    platform: 'test',
    scope: { state: 'running', complete: options.complete ?? true, namespaces: ['monitor-session'], scope: '' },
    sessions: session === undefined ? [] : [{ address: ADDRESS, session, lines: [{ line: 1, text: 'x' }] }],
  }
}

/** One accepted change of the test address. */
export function change(
  time: string,
  edits: readonly MirrorEdit[],
  options: { readonly trust?: Trust; readonly outcome?: ChangeFact['outcome'] } = {},
): ChangeFact {
  return {
    kind: 'change',
    ...base(`change ${time} ${JSON.stringify([edits, options])}`, {
      kind: 'change',
      leg: 'log',
      time,
      trust: options.trust,
    }),
    platform: 'test',
    address: ADDRESS,
    name: '4',
    edits: [...edits],
    operation: 'typed',
    actor: { account: 'netops-1' },
    outcome: options.outcome ?? 'accepted',
    via: 'cli',
  }
}

/** The log channel heard in the hour of an instant. */
export function seen(time: string, commands = true): SeenFact {
  const hour = `${time.slice(0, 13)}:00:00.000Z`
  return { kind: 'seen', ...base(`seen ${hour} ${commands}`, { kind: 'seen', leg: 'log', time: hour }), hour, commands }
}

/** A login of netops-1 from an address, with members put in place. */
export function login(time: string, from: string, members: Partial<SignalFact> = {}): SignalFact {
  return {
    kind: 'signal',
    ...base(`login ${time} ${from}`, { kind: 'signal', leg: 'aaa', time }),
    platform: 'test',
    signal: 'logged-in',
    actor: { account: 'netops-1', from },
    outcome: 'accepted',
    detail: 'login accepted',
    ...members,
  }
}

/** An approved ticket for edge-rtr-07 on the 14th from 02:00 to 05:00, with members put in place. */
export function ticket(number: string, members: Partial<TicketFact> = {}): TicketFact {
  return {
    kind: 'ticket',
    ...base(`ticket ${number}`, { kind: 'ticket', leg: 'log', time: undefined }),
    ref: { realm: 'default', names: [] },
    number,
    state: 'scheduled',
    approved: true,
    from: at('02:00'),
    until: at('05:00'),
    subjects: ['edge-rtr-07.example.net'],
    summary: 'mirror for troubleshooting',
    ...members,
  }
}
