/** The mode of the command line, as far as mirrors depend on it. */

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

/** The mode of the command line, as far as mirrors depend on it. */
export type Mode =
  | { readonly in: 'top' | 'other' }
  | { readonly in: 'applet'; readonly name: string }
  | { readonly in: 'vlan'; readonly vlans: readonly number[] }
  | {
      readonly in: 'session'
      readonly id: string
      readonly type: BlockType
      readonly part: 'session' | 'destination' | 'source'
    }

/** No block is open. */
export const TOP: Mode = { in: 'top' }
