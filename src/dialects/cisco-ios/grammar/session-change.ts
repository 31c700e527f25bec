/** Where sessions of IOS live, and what a command does to one. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { SessionAddress } from '../../../facts/mirror-session.ts'
import type { SessionChange } from '../../_cisco-configuration/commands/step.ts'

/** Kinds of session, each with ids of its own. */
export type Namespace =
  | 'monitor-session'
  | 'monitor-capture'
  | 'platform-capture'
  | 'rspan-vlan'
  | 'traffic-export'
  | 'vlan-access-map'
  | 'capture-port'
  | 'event-manager'
  | 'kron'
  | 'alias'

/** `{ scope: '', namespace: 'monitor-session', id: '4' }`: an IOS device has one scope. */
export function sessionAddress(namespace: Namespace, id: string): SessionAddress {
  return { scope: '', namespace, id }
}

/** What a command does to one session, named by its id: `changeOf(['traffic-export', 'TAP'], edits, canonical)`. */
export function changeOf(
  [namespace, id]: readonly [Namespace, string],
  edits: readonly MirrorEdit[],
  canonical: string,
): SessionChange {
  return { address: sessionAddress(namespace, id), name: id, edits, canonical }
}
