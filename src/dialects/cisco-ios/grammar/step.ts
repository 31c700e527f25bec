/** What one command of IOS means, and where its sessions live. */
import type { SessionAddress } from '../../../facts/mirror-session.ts'
import type { Step } from '../../_cisco-configuration/commands/step.ts'
import type { Mode } from './mode.ts'

/** What one command means, and the mode after it. */
export interface Stepped {
  readonly step: Step
  readonly mode: Mode
}

/** `{ scope: '', namespace: 'monitor-session', id: '4' }`: an IOS device has one scope. */
export function sessionAddress(
  namespace: 'monitor-session' | 'monitor-capture' | 'rspan-vlan',
  id: string,
): SessionAddress {
  return { scope: '', namespace, id }
}
