/** Facts of the tests: records of one session of one router. */
import type { ChangeFact, Fact, SnapshotFact } from '../../facts/fact.ts'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { Leg, Trust } from '../../facts/schema-parts.ts'
import { ADDRESS, at, session } from './subjects.ts'

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
