/** The mode of the command line, as far as mirrors depend on it. */
import type { Namespace } from './session-change.ts'

/** Types of the block form of `monitor session`. */
export const BLOCK_TYPES = [
  'erspan-source',
  'erspan-destination',
  'local',
  'local-tx',
  'rspan-source',
  'rspan-destination',
  'capture',
] as const
export type BlockType = (typeof BLOCK_TYPES)[number]

/** What runs commands by itself or under another name: `{ namespace: 'event-manager', id: 'TAP', title: 'event manager applet TAP' }`. */
export interface Script {
  readonly namespace: Extract<Namespace, 'event-manager' | 'kron' | 'alias'>
  readonly id: string
  readonly title: string
  /** Where its commands run: those of configuration mode mean nothing in EXEC mode, and the other way round. */
  readonly runsIn: 'exec' | 'configuration' | 'any'
}

/** The mode of the command line, as far as mirrors depend on it. */
export type Mode =
  | { readonly in: 'top' | 'other' }
  | { readonly in: 'script'; readonly script: Script }
  | { readonly in: 'vlan'; readonly vlans: readonly number[] }
  | { readonly in: 'interface'; readonly ports: readonly string[] }
  | { readonly in: 'traffic-export'; readonly profile: string }
  | { readonly in: 'access-map'; readonly map: string; readonly entry: string }
  | {
      readonly in: 'session'
      readonly id: string
      readonly type: BlockType
      readonly part: 'session' | 'destination' | 'source'
    }

/** No block is open. */
export const TOP: Mode = { in: 'top' }
